-- A listing may hold until a day: then it is neither shown nor matched, and its firm is looked at again.

create or replace view public.company_teasers as
  select c.id, c.country, c.region, c.sectors, c.is_demo,
    case when c.show_name then c.name_native end as name_native,
    case when c.show_name then c.name_latin end as name_latin,
    case when c.show_name then c.name_locale end as name_locale,
    coalesce(jsonb_agg(jsonb_build_object(
      'direction', l.direction, 'kind', l.kind, 'code', coalesce(l.confirmed_code, l.concepts -> 0 ->> 'code'),
      'volume', case when l.amount is null then null when l.amount < 10 then 'small' when l.amount < 100 then 'medium' else 'large' end,
      'unit', l.unit) order by l.direction, l.position) filter (where l.id is not null), '[]') as listings,
    c.published_at::date as published_on
  from public.companies c
  left join public.listings l on l.company_id = c.id and (l.expires_on is null or l.expires_on >= private.now()::date)
  where c.state in ('published', 'validated')
  group by c.id;
comment on column public.listings.expires_on is 'The last day on which it holds; null until the firm says otherwise.';
create index listings_by_end on public.listings (expires_on) where expires_on is not null;

create or replace function public.changed_companies(forum uuid, since timestamptz) returns table (id uuid, state text, updated_at timestamptz)
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_service();
  -- A firm of which a listing has ended counts as written on the morning after.
  update public.companies c set updated_at = private.now()
    from public.listings l
    where l.company_id = c.id and l.expires_on < private.now()::date and c.updated_at < (l.expires_on + 1)::timestamptz;
  return query select c.id, c.state, c.updated_at from public.participations p join public.companies c on c.id = p.company_id
    where p.forum_id = forum and c.updated_at >= since order by c.updated_at, c.id limit 1000;
end $$;
