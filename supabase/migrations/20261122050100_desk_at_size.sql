-- The desk at ten thousand firms and a hundred thousand pairs: what a set of filters means is written out as one query that says no more than was asked,
-- so that each filter finds its index; a firm's pairs are found by either of their two indexes.

alter table public.matches add column lacks_certificate boolean not null
  generated always as (jsonb_path_exists(reasons, '$[*] ? (@.type == "certificates").missing[*]')) stored;
comment on column public.matches.lacks_certificate is 'A certificate that the goods need is not on file; kept, since reading it out of the reasons is slow.';

create index matches_waiting on public.matches (forum_id, (-score), id) where state in ('suggested', 'approved_by_one');
create index matches_by_state on public.matches (forum_id, state);
create index matches_decided on public.matches (forum_id, decided_by, decided_at) where decided_at is not null;
create index companies_by_native_name on public.companies using gin (name_native extensions.gin_trgm_ops);
create index companies_by_latin_name on public.companies using gin (name_latin extensions.gin_trgm_ops);
create index companies_by_registration on public.companies (registration_number);

create or replace function private.firms_named(words text, key text) returns uuid[]
language sql stable security definer set search_path = '' set pg_trgm.word_similarity_threshold = '0.5' as $$
  -- A branch an index: one condition with "or" reads every firm.
  select coalesce(array_agg(found.id), '{}') from (
    select c.id from public.companies c where key operator(extensions.<%) c.name_key
    union select c.id from public.companies c where c.name_native ilike '%' || words || '%'
    union select c.id from public.companies c where c.name_latin ilike '%' || words || '%'
    union select c.id from public.companies c where c.registration_number = words) found
$$;

create function private.shared_corridor(status text) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(string_agg(format('(%1$L = any (a.corridors) and %1$L = any (b.corridors))', c.id), ' or '), 'false') from public.corridors c where c.status = shared_corridor.status
$$;
comment on function private.shared_corridor(text) is 'The condition, as SQL over firms a and b, that both use a corridor of this state.';

create function private.of_either_firm(condition text) returns text
language sql immutable set search_path = '' as $$
  select format('(m.pk_company in (select c.id from public.companies c where %1$s) or m.kz_company in (select c.id from public.companies c where %1$s))', condition)
$$;

create function private.of_both_firms(condition text) returns text
language sql immutable set search_path = '' as $$
  select format('m.pk_company in (select c.id from public.companies c where c.country = ''PK'' and %1$s) and m.kz_company in (select c.id from public.companies c where c.country = ''KZ'' and %1$s)', condition)
$$;

create function private.flag_condition(flag text) returns text
language sql stable security definer set search_path = '' as $$
  select case flag
    when 'stale' then 'm.stale'
    when 'not_validated' then private.of_either_firm('c.state is distinct from ''validated''')
    when 'no_shared_language' then 'cardinality(a.working_languages) > 0 and cardinality(b.working_languages) > 0 and not a.working_languages && b.working_languages'
    when 'corridor_restricted' then format('(%s) and not (%s)', private.shared_corridor('restricted'), private.shared_corridor('open'))
    when 'corridor_closed' then format('(%s) and not (%s) and not (%s)', private.shared_corridor('closed'), private.shared_corridor('restricted'), private.shared_corridor('open'))
    when 'missing_certificate' then 'm.lacks_certificate'
    when 'thin_profile' then private.of_either_firm('c.completeness < 60')
    when 'old_profile' then private.of_either_firm(format('c.confirmed_at < %L::timestamptz', private.now() - interval '60 days'))
    when 'suppressed' then private.of_either_firm('c.id in (select k.company_id from public.contacts k join private.suppressions s on s.email = k.email and s.lifted_at is null
      and (s.kind in (''bounce'', ''complaint'') or s.category = ''introductions'') where k.is_primary)')
    when 'already_met' then 'm.id in (select n.id from public.introductions i join public.matches n on n.pk_company = i.pk_company and n.kz_company = i.kz_company
      where i.match_id is distinct from n.id and i.state not in (''held'', ''cancelled''))'
    else 'false' end
$$;
comment on function private.flag_condition(text) is 'What private.pair_flags tells of a pair, as a condition over all of them.';

create function private.queue_query(forum uuid, wanted jsonb) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  flag text := case when wanted ->> 'flag' is not null then private.flag_condition(wanted ->> 'flag') end;
  firms uuid[];
begin
  if wanted ->> 'search' is not null then firms := private.firms_named(wanted ->> 'search', coalesce(wanted ->> 'search_key', wanted ->> 'search')); end if;
  return 'public.matches m'
    || case when flag ~ '\ma\.' then ' join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company' else '' end
    || concat_ws(' and ', format(' where m.forum_id = %L', forum),
      case coalesce(wanted ->> 'tab', 'waiting') when 'snoozed' then 'm.state = ''snoozed''' when 'approved' then 'm.state = ''approved''' when 'rejected' then 'm.state = ''rejected'''
        else 'm.state in (''suggested'', ''approved_by_one'')' end,
      case when wanted ->> 'score' is not null then format('m.score >= %L::int', wanted ->> 'score') end,
      case when wanted ->> 'sector' is not null then format('m.sector = %L', wanted ->> 'sector') end,
      case when wanted ->> 'pkSector' is not null then format('m.pk_company in (select c.id from public.companies c where c.country = ''PK'' and c.sectors[1] = %L)', wanted ->> 'pkSector') end,
      case when wanted ->> 'kzSector' is not null then format('m.kz_company in (select c.id from public.companies c where c.country = ''KZ'' and c.sectors[1] = %L)', wanted ->> 'kzSector') end,
      case when wanted ->> 'deal' is not null then format('m.deal_type = %L', wanted ->> 'deal') end,
      case when wanted ->> 'corridor' is not null then private.of_both_firms(format('%L = any (c.corridors)', wanted ->> 'corridor')) end,
      case when wanted ->> 'region' is not null then private.of_either_firm(format('c.region = %L', wanted ->> 'region')) end,
      case when wanted ->> 'language' is not null then private.of_both_firms(format('%L = any (c.working_languages)', wanted ->> 'language')) end,
      '(' || flag || ')',
      case when firms is not null then format('(m.pk_company = any (%1$L::uuid[]) or m.kz_company = any (%1$L::uuid[]))', firms) end);
end $$;
comment on function private.queue_query(uuid, jsonb) is 'The pairs a set of filters means, as the text of a query from its tables on. Values are quoted as literals.';

create function private.queue_order(sort text) returns text
language sql immutable set search_path = '' as $$
  select case sort
    when 'weakest' then 'm.score'
    when 'newest' then '-extract(epoch from m.created_at)'
    when 'oldest' then 'extract(epoch from m.created_at)'
    when 'decided' then '-extract(epoch from coalesce(m.decided_at, m.created_at))'
    when 'waking' then 'extract(epoch from coalesce(m.snoozed_until, m.created_at))'
    else '(-m.score)' end
$$;
comment on function private.queue_order(text) is 'What a page of the queue is sorted by, as an expression; ties are broken by the id.';

create or replace function private.queue_of(forum uuid, wanted jsonb) returns table (id uuid, key numeric)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query execute format('select m.id, (%s)::numeric from %s', private.queue_order(wanted ->> 'sort'), private.queue_query(forum, wanted));
end $$;
drop function private.queue_key(public.matches, text);

create or replace function public.desk_queue(forum uuid, wanted jsonb, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  key text := private.queue_order(wanted ->> 'sort');
  asked text;
  cursor_key text;
  chosen uuid[];
  total int;
  before int := 0;
begin
  perform private.require_organizer(forum);
  asked := private.queue_query(forum, wanted);
  if after is not null then execute format('select (%s)::text from public.matches m where m.id = %L and m.forum_id = %L', key, after, forum) into cursor_key; end if;
  execute format('select count(*) from %s', asked) into total;
  if cursor_key is not null then execute format('select count(*) from %s and (%s, m.id) <= (%s, %L::uuid)', asked, key, cursor_key, after) into before; end if;
  execute format('select array_agg(p.id order by p.key, p.id) from (select m.id, %1$s as key from %2$s%3$s order by %1$s, m.id limit %4$s) p',
    key, asked, case when cursor_key is not null then format(' and (%s, m.id) > (%s, %L::uuid)', key, cursor_key, after) else '' end, least(page_size, 200)) into chosen;
  return jsonb_build_object('total', total, 'before', before,
    'rows', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'state', m.state, 'score', m.score, 'sector', m.sector, 'deal', m.deal_type, 'createdAt', m.created_at, 'snoozedUntil', m.snoozed_until,
        'decidedBy', m.decided_by_name, 'decidedAt', m.decided_at, 'rejectReason', m.reject_reason, 'flags', private.pair_flags(m, a, b),
        'pk', jsonb_build_object('native', a.name_native, 'latin', a.name_latin, 'locale', a.name_locale),
        'kz', jsonb_build_object('native', b.name_native, 'latin', b.name_latin, 'locale', b.name_locale),
        'lookers', private.lookers(forum, m.id)) order by r.place), '[]')
      from unnest(chosen) with ordinality r (id, place) join public.matches m on m.id = r.id
      join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company));
end $$;

create or replace function public.desk_counts(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select jsonb_build_object(
      'waiting', coalesce(sum(s.n) filter (where s.state in ('suggested', 'approved_by_one')), 0), 'snoozed', coalesce(sum(s.n) filter (where s.state = 'snoozed'), 0),
      'approved', coalesce(sum(s.n) filter (where s.state = 'approved'), 0), 'rejected', coalesce(sum(s.n) filter (where s.state = 'rejected'), 0))
    from (select m.state, count(*) as n from public.matches m where m.forum_id = forum group by m.state) s)
    || jsonb_build_object(
      'decidedToday', (select count(*) from public.matches m where m.forum_id = forum and m.decided_by = (select auth.uid())
        and m.decided_at >= date_trunc('day', private.now() at time zone 'Asia/Karachi') at time zone 'Asia/Karachi'),
      'introductions', (select count(*) from public.introductions i where i.forum_id = forum and i.state in ('held', 'sent', 'answered_by_one', 'postponed')),
      'companies', (select count(*) from public.participations p where p.forum_id = forum),
      'toValidate', (select count(*) from public.companies c where c.state = 'published'
        and exists (select 1 from public.participations p where p.forum_id = forum and p.company_id = c.id)));
end $$;

create or replace function private.firm_figures(forum uuid, company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'suggested', (select count(*) from public.matches m where m.forum_id = forum and (m.pk_company = company or m.kz_company = company) and m.state in ('suggested', 'snoozed', 'approved_by_one')),
    'introduced', (select count(*) from public.introductions i where i.forum_id = forum and (i.pk_company = company or i.kz_company = company) and i.state is distinct from 'cancelled'),
    'connected', (select count(*) from public.introductions i where i.forum_id = forum and (i.pk_company = company or i.kz_company = company) and i.state = 'connected'))
$$;

-- The forum's firms that a set of filters means, for the list and for the export, as queue_query is for pairs.
create function private.firms_query(forum uuid, wanted jsonb) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  firms uuid[];
begin
  if wanted ->> 'search' is not null then firms := private.firms_named(wanted ->> 'search', coalesce(wanted ->> 'search_key', wanted ->> 'search')); end if;
  -- Written out, so that each filter finds its index and a page is read in the order of the names; values are quoted as literals.
  return concat_ws(' and ',
    format('public.companies c join public.participations p on p.company_id = c.id where p.forum_id = %L and c.state is distinct from ''draft''', forum),
    case when firms is not null then format('c.id = any (%L::uuid[])', firms) end,
    case when wanted ->> 'state' is not null then format('c.state = %L', wanted ->> 'state') end,
    case when wanted ->> 'country' is not null then format('c.country = %L', wanted ->> 'country') end,
    case when wanted ->> 'sector' is not null then format('%L = any (c.sectors)', wanted ->> 'sector') end,
    case when wanted ->> 'region' is not null then format('c.region = %L', wanted ->> 'region') end);
end $$;

create index companies_by_latin_order on public.companies (name_latin, id);

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

create or replace function public.desk_company(forum uuid, company uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  if not exists (select 1 from public.participations p where p.company_id = company and p.forum_id = forum) then
    perform private.refuse(404, 'not_found');
  end if;
  return jsonb_build_object(
    'firm', private.desk_firm(forum, company),
    'figures', private.firm_figures(forum, company),
    'reviews', (select coalesce(jsonb_agg(jsonb_build_object('at', r.created_at, 'decision', r.decision, 'by', o.name, 'reasons', r.reasons, 'message', r.message,
        'marks', jsonb_strip_nulls(jsonb_build_object('substance', r.substance, 'clarity', r.clarity, 'plausibility', r.plausibility, 'completeness', r.completeness))) order by r.created_at desc), '[]')
      from public.company_reviews r left join public.organizers o on o.user_id = r.reviewer and o.forum_id = r.forum_id where r.company_id = company and r.forum_id = forum),
    'notes', (select coalesce(jsonb_agg(jsonb_build_object('at', n.created_at, 'by', o.name, 'body', n.body) order by n.created_at desc), '[]')
      from public.company_notes n left join public.organizers o on o.user_id = n.author and o.forum_id = n.forum_id where n.company_id = company and n.forum_id = forum),
    'pairs', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'state', m.state, 'score', m.score, 'native', x.name_native, 'latin', x.name_latin, 'locale', x.name_locale) order by m.score desc, m.id), '[]')
      from public.matches m join public.companies x on x.id = case when m.pk_company = company then m.kz_company else m.pk_company end
      where m.forum_id = forum and (m.pk_company = company or m.kz_company = company)),
    'introductions', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'state', i.state, 'at', i.created_at, 'native', x.name_native, 'latin', x.name_latin, 'locale', x.name_locale,
        'answer', (select a.answer from public.answers a where a.introduction_id = i.id and a.company_id = company)) order by i.created_at desc), '[]')
      from public.introductions i join public.companies x on x.id = case when i.pk_company = company then i.kz_company else i.pk_company end
      where i.forum_id = forum and (i.pk_company = company or i.kz_company = company)),
    'history', private.history_of('company', company::text, forum));
end $$;

create or replace function private.firms_of(forum uuid, wanted jsonb) returns setof public.companies
language plpgsql stable security definer set search_path = '' as $$
begin
  return query execute 'select c.* from ' || private.firms_query(forum, wanted);
end $$;
