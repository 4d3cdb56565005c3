-- A listing that is saved again stays the same listing: the reasons of matches and introductions name listings by id.

create or replace function public.save_listings(company uuid, side text, items jsonb, expected_version int default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
  before jsonb;
begin
  perform private.require_member(company);
  c := private.lock_company(company, expected_version);
  if jsonb_array_length(items) > 20 then perform private.refuse(422, 'too_many_listings'); end if;
  select coalesce(jsonb_object_agg(l.id, l.resolver_version), '{}') into before from public.listings l where l.company_id = company and l.direction = side;
  delete from public.listings l where l.company_id = company and l.direction = side;
  insert into public.listings (id, company_id, direction, position, text, language, kind, amount, unit, period, stated_code, confirmed_code, concepts, resolver_version, expires_on)
    -- An id is kept only if it was this firm's, on this side, and stands for the first time in the list.
    select case when before ? (i.item ->> 'id') and i.ordinality = min(i.ordinality) over (partition by i.item ->> 'id') then (i.item ->> 'id')::uuid else gen_random_uuid() end,
      company, side, i.ordinality, i.item ->> 'text', i.item ->> 'language', coalesce(i.item ->> 'kind', 'goods'),
      (i.item ->> 'amount')::numeric, i.item ->> 'unit', i.item ->> 'period', i.item ->> 'stated_code', i.item ->> 'confirmed_code',
      coalesce(i.item -> 'concepts', '[]'), coalesce(i.item ->> 'resolver_version', before ->> (i.item ->> 'id')), (i.item ->> 'expires_on')::date
    from jsonb_array_elements(items) with ordinality as i (item, ordinality);
  update public.companies set version = version + 1, updated_at = private.now(), confirmed_at = private.now(),
    state = private.require_next('profile', state, 'revise', 'firm') where id = company returning * into c;
  perform private.mark_stale(company);
  return c.version;
end $$;
