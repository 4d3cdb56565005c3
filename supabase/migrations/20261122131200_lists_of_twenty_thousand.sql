-- Measured at 20,000 firms and 50,000 matches (npm run bench:policies): a page costs a page and a count, not the whole list.

-- A common table expression keeps a view from being merged into the query that reads it: the whole list was made for one page. A join is merged.
create or replace view public.company_teasers as
  select c.id, c.country, c.region, c.sectors, c.is_demo,
    case when c.show_name then c.name_native end as name_native,
    case when c.show_name then c.name_latin end as name_latin,
    case when c.show_name then c.name_locale end as name_locale,
    coalesce((select jsonb_agg(jsonb_build_object(
      'direction', l.direction, 'kind', l.kind, 'code', coalesce(l.confirmed_code, l.concepts -> 0 ->> 'code'),
      'volume', case when l.amount is null then null when l.amount < 10 then 'small' when l.amount < 100 then 'medium' else 'large' end,
      'unit', l.unit) order by l.direction, l.position) from public.listings l
        where l.company_id = c.id and (l.expires_on is null or l.expires_on >= (select private.now()::date))), '[]') as listings,
    c.published_at::date as published_on
  from public.companies c cross join (values (true)) as reading (allowed)
  where c.state in ('published', 'validated');
comment on view public.company_teasers is
  'The public teaser, on purpose: no words of the firm''s own, no numbers but bands. It reads two relations, so that it can never be written through.';

create index companies_by_latin_order on public.companies (name_latin, id);

create or replace function public.desk_companies(forum uuid, wanted jsonb, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  asked text;
  firms uuid[];
  cursor_name text;
  total int;
  chosen uuid[];
begin
  perform private.require_organizer(forum);
  if wanted ->> 'search' is not null then firms := private.firms_named(wanted ->> 'search', coalesce(wanted ->> 'search_key', wanted ->> 'search')); end if;
  -- Written out, so that each filter finds its index and a page is read in the order of the names; values are quoted as literals.
  asked := concat_ws(' and ',
    format('public.companies c join public.participations p on p.company_id = c.id where p.forum_id = %L and c.state is distinct from ''draft''', forum),
    case when firms is not null then format('c.id = any (%L::uuid[])', firms) end,
    case when wanted ->> 'state' is not null then format('c.state = %L', wanted ->> 'state') end,
    case when wanted ->> 'country' is not null then format('c.country = %L', wanted ->> 'country') end,
    case when wanted ->> 'sector' is not null then format('%L = any (c.sectors)', wanted ->> 'sector') end,
    case when wanted ->> 'region' is not null then format('c.region = %L', wanted ->> 'region') end);
  select c.name_latin into cursor_name from public.companies c where c.id = after;
  execute format('select count(*) from %s', asked) into total;
  execute format('select array_agg(f.id order by f.name_latin, f.id) from (select c.id, c.name_latin from %s%s order by c.name_latin, c.id limit %s) f',
    asked, case when cursor_name is not null then format(' and (c.name_latin, c.id) > (%L, %L::uuid)', cursor_name, after) else '' end, least(page_size, 10000)) into chosen;
  return jsonb_build_object('total', total,
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'country', c.country, 'state', c.state, 'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale,
        'registrationNumber', c.registration_number, 'region', c.region, 'city', c.city, 'sectors', c.sectors, 'completeness', c.completeness,
        'publishedAt', c.published_at, 'confirmedAt', c.confirmed_at, 'isDemo', c.is_demo) || private.firm_figures(forum, c.id) order by r.place), '[]')
      from unnest(chosen) with ordinality r (id, place) join public.companies c on c.id = r.id));
end $$;

create index introductions_by_time on public.introductions (forum_id, created_at desc, id desc) where state is distinct from 'cancelled';

create or replace function public.desk_introductions(forum uuid, wanted text default null, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cursor_at timestamptz;
  groups jsonb;
  total int;
begin
  perform private.require_organizer(forum);
  select i.created_at into cursor_at from public.introductions i where i.id = after and i.forum_id = forum;
  select coalesce(jsonb_object_agg(g.name, g.n), '{}') into groups from (
    select private.introduction_group(s.state) as name, sum(s.n) as n
    from (select i.state, count(*) as n from public.introductions i where i.forum_id = forum and i.state is distinct from 'cancelled' group by 1) s group by 1) g;
  total := case
    when wanted is null then (select coalesce(sum(g.value::int), 0) from jsonb_each_text(groups) g)
    when wanted = 'trouble' then (select count(*) from public.introductions i where i.forum_id = forum and i.state is distinct from 'cancelled'
      and (private.introduction_group(i.state) = wanted or exists (select 1 from private.outbox o where o.introduction_id = i.id and o.alarm is not null)))
    else coalesce((groups ->> wanted)::int, 0) end;
  return jsonb_build_object('total', total, 'groups', groups,
    'rows', (select coalesce(jsonb_agg(private.introduction_row(i) order by i.created_at desc, i.id desc), '[]') from public.introductions i where i.id in (
      select p.id from public.introductions p where p.forum_id = forum and p.state is distinct from 'cancelled' and (cursor_at is null or (p.created_at, p.id) < (cursor_at, after))
        and (wanted is null or private.introduction_group(p.state) = wanted
          or (wanted = 'trouble' and exists (select 1 from private.outbox o where o.introduction_id = p.id and o.alarm is not null)))
      order by p.created_at desc, p.id desc limit least(page_size, 200))));
end $$;
