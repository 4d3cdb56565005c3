-- The engine writes the lists of many firms at once: an import changes hundreds.

drop function public.store_pairs(uuid, jsonb, text, uuid);

create function public.store_pairs(forum uuid, pairs jsonb, scored_by text, companies uuid[] default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  stored int;
begin
  perform private.require_service();
  -- With companies, the pairs are their whole lists: what is no longer among them goes, unless somebody has decided on it.
  if companies is not null then
    with listed as materialized (select (p ->> 'pk')::uuid as pk, (p ->> 'kz')::uuid as kz from jsonb_array_elements(pairs) p)
    delete from public.matches m where m.forum_id = forum and (m.pk_company = any (companies) or m.kz_company = any (companies)) and m.state in ('suggested', 'snoozed')
      and not exists (select 1 from listed where listed.pk = m.pk_company and listed.kz = m.kz_company);
  end if;
  insert into public.matches as m (forum_id, pk_company, kz_company, score, points, reasons, warnings, deal_type, sector, engine_version, scored_at)
    select forum, (p ->> 'pk')::uuid, (p ->> 'kz')::uuid, (p ->> 'score')::int, p -> 'points', p -> 'reasons',
      private.text_array(p -> 'warnings'), p ->> 'deal_type', p ->> 'sector', scored_by, private.now()
    from jsonb_array_elements(pairs) p
    join public.companies a on a.id = (p ->> 'pk')::uuid and a.country = 'PK' and a.state in ('published', 'validated')
    join public.companies b on b.id = (p ->> 'kz')::uuid and b.country = 'KZ' and b.state in ('published', 'validated')
    on conflict (forum_id, pk_company, kz_company) do update set score = excluded.score, points = excluded.points, reasons = excluded.reasons,
      warnings = excluded.warnings, deal_type = excluded.deal_type, sector = excluded.sector, engine_version = excluded.engine_version, scored_at = excluded.scored_at
    where m.state in ('suggested', 'snoozed');
  get diagnostics stored = row_count;
  return stored;
end $$;
comment on function public.store_pairs(uuid, jsonb, text, uuid[]) is
  'Writes a batch of scored pairs; with companies, the whole lists of those firms. Never touches a decided match. Returns how many were written.';

create function public.stored_partners(forum uuid, companies uuid[]) returns table (company uuid, partner uuid)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return query
    select m.pk_company, m.kz_company from public.matches m where m.forum_id = forum and m.pk_company = any (companies)
    union all
    select m.kz_company, m.pk_company from public.matches m where m.forum_id = forum and m.kz_company = any (companies);
end $$;
comment on function public.stored_partners(uuid, uuid[]) is 'With whom stored pairs of these firms stand, decided or not.';

grant execute on function public.store_pairs(uuid, jsonb, text, uuid[]), public.stored_partners(uuid, uuid[]) to service_role;
