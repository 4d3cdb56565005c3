-- A name typed with a slip in each word still finds its firm, and a search's likest names come first.

create function private.name_likeness(key text, name_key text) returns numeric
language sql immutable set search_path = '' as $$
  select round((extensions.word_similarity(key, name_key) + extensions.similarity(key, name_key))::numeric, 4)
$$;
comment on function private.name_likeness(text, text) is 'How like two keys of names are, 0 to 2: the part that is looked for, and the whole.';

create function private.firms_near(key text) returns setof uuid
language sql stable security definer set search_path = '' set pg_trgm.word_similarity_threshold = '0.2' as $$
  -- Enough for the right firm to be among them when every word has a slip (measured); an organizer's own forums alone, for the ten nearest of all would be strangers' firms.
  with near as (
    select c.id, private.name_likeness(key, c.name_key) as likeness from public.companies c
      where key operator(extensions.<%) c.name_key and c.state is distinct from 'draft'
        and exists (select 1 from public.participations p where p.company_id = c.id and (p.forum_id = any (private.my_forums()) or private.is_service()))
      order by likeness desc, c.id limit 10)
  select n.id from near n where n.likeness >= 0.7 * (select max(likeness) from near)
$$;
comment on function private.firms_near(text) is 'The ten firms at most whose names are spelt nearest to a key that none is like.';

create or replace function private.firms_named(words text, key text) returns uuid[]
language plpgsql stable security definer set search_path = '' set pg_trgm.word_similarity_threshold = '0.5' as $$
declare
  named uuid[];
begin
  -- A branch an index: one condition with "or" reads every firm.
  with found as (
    select c.id from public.companies c where key operator(extensions.<%) c.name_key
    union select c.id from public.companies c where c.name_native ilike '%' || words || '%'
    union select c.id from public.companies c where c.name_latin ilike '%' || words || '%'
    union select c.id from public.companies c where c.registration_number = words)
  select array_agg(distinct coalesce(m.into_company, f.id)) into named from found f left join public.company_merges m on m.from_company = f.id;
  return coalesce(named, array(select private.firms_near(key)));
end $$;

create or replace function public.desk_companies(forum uuid, wanted jsonb, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  asked text;
  cursor_name text;
  total int;
  chosen uuid[];
begin
  perform private.require_organizer(forum);
  asked := private.firms_query(forum, wanted);
  execute format('select count(*) from %s', asked) into total;
  if wanted ->> 'search' is not null then
    execute format('with placed as (select c.id, row_number() over (order by private.name_likeness(%L, c.name_key) desc nulls last, c.name_latin, c.id) as place from %s)
      select array_agg(f.id order by f.place) from (select * from placed where place > coalesce((select b.place from placed b where b.id = %L), 0) order by place limit %s) f',
      coalesce(wanted ->> 'search_key', wanted ->> 'search'), asked, after, least(page_size, 10000)) into chosen;
  else
    -- By name alone, which an index gives in order.
    select c.name_latin into cursor_name from public.companies c where c.id = after;
    execute format('select array_agg(f.id order by f.name_latin, f.id) from (select c.id, c.name_latin from %s%s order by c.name_latin, c.id limit %s) f',
      asked, case when cursor_name is not null then format(' and (c.name_latin, c.id) > (%L, %L::uuid)', cursor_name, after) else '' end, least(page_size, 10000)) into chosen;
  end if;
  return jsonb_build_object('total', total,
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'country', c.country, 'state', c.state, 'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale,
        'registrationNumber', c.registration_number, 'region', c.region, 'city', c.city, 'sectors', c.sectors, 'completeness', c.completeness,
        'publishedAt', c.published_at, 'confirmedAt', c.confirmed_at, 'isDemo', c.is_demo) || f.figures order by r.place), '[]')
      from unnest(chosen) with ordinality r (id, place) join public.companies c on c.id = r.id join private.firm_figures(forum, chosen) f on f.company = c.id));
end $$;
