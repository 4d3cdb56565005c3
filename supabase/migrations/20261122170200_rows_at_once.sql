-- A page's rows read at once. What was asked of each row by a function of its own was most of the time of a list, and before PostgreSQL 18 the body of an SQL
-- function is planned anew in every query that calls it, which was most of the time of a short question.

create function private.pair_flags(pairs uuid[]) returns table (match uuid, flags text[])
-- Planned for the pairs of each page, its planning would take longer than its reading.
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare
  outdated timestamptz := private.now() - interval '60 days';
begin
  return query select m.id, array_remove(array[
    case when m.stale then 'stale' end,
    case when a.state is distinct from 'validated' or b.state is distinct from 'validated' then 'not_validated' end,
    case when cardinality(a.working_languages) > 0 and cardinality(b.working_languages) > 0 and not a.working_languages && b.working_languages
      then 'no_shared_language' end,
    -- Of the corridors both use, the best one decides.
    (select case min(array_position('{open,restricted,closed}'::text[], c.status)) when 2 then 'corridor_restricted' when 3 then 'corridor_closed' end
      from public.corridors c where c.id = any (a.corridors) and c.id = any (b.corridors)),
    case when m.lacks_certificate then 'missing_certificate' end,
    case when least(a.completeness, b.completeness) < 60 then 'thin_profile' end,
    case when least(a.confirmed_at, b.confirmed_at) < outdated then 'old_profile' end,
    case when exists (select 1 from public.contacts k join private.suppressions s on s.email = k.email and s.lifted_at is null
        and (s.kind in ('bounce', 'complaint') or s.category = 'introductions')
      where k.company_id in (a.id, b.id) and k.is_primary) then 'suppressed' end,
    case when exists (select 1 from public.introductions i where i.pk_company = a.id and i.kz_company = b.id and i.match_id is distinct from m.id
      and i.state not in ('held', 'cancelled')) then 'already_met' end
  ], null) from public.matches m join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company where m.id = any (pairs);
end $$;
comment on function private.pair_flags(uuid[]) is 'What an organizer should know of each pair before deciding, as of now: a corridor closed a minute ago shows here.';

create or replace function public.desk_queue(forum uuid, wanted jsonb, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  key text := private.queue_order(wanted ->> 'sort');
  asked text;
  cursor_key text;
  chosen uuid[];
  total int;
  before int := 0;
  lookers jsonb;
begin
  perform private.require_organizer(forum);
  asked := private.queue_query(forum, wanted);
  if after is not null then execute format('select (%s)::text from public.matches m where m.id = %L and m.forum_id = %L', key, after, forum) into cursor_key; end if;
  execute format('select count(*) from %s', asked) into total;
  if cursor_key is not null then execute format('select count(*) from %s and (%s, m.id) <= (%s, %L::uuid)', asked, key, cursor_key, after) into before; end if;
  execute format('select array_agg(p.id order by p.key, p.id) from (select m.id, %1$s as key from %2$s%3$s order by %1$s, m.id limit %4$s) p',
    key, asked, case when cursor_key is not null then format(' and (%s, m.id) > (%s, %L::uuid)', key, cursor_key, after) else '' end, least(page_size, 200)) into chosen;
  -- Few pairs are looked at in any minute.
  lookers := (select coalesce(jsonb_object_agg(p.match_id, private.lookers(forum, p.match_id)), '{}') from (
    select distinct q.match_id from public.queue_presence q where q.forum_id = forum and q.match_id = any (chosen) and q.seen_at > private.now() - interval '60 seconds') p);
  return jsonb_build_object('total', total, 'before', before,
    'rows', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'state', m.state, 'score', m.score, 'sector', m.sector, 'deal', m.deal_type, 'createdAt', m.created_at, 'snoozedUntil', m.snoozed_until,
        'decidedBy', m.decided_by_name, 'decidedAt', m.decided_at, 'rejectReason', m.reject_reason, 'flags', f.flags,
        'pk', jsonb_build_object('native', a.name_native, 'latin', a.name_latin, 'locale', a.name_locale),
        'kz', jsonb_build_object('native', b.name_native, 'latin', b.name_latin, 'locale', b.name_locale),
        'lookers', coalesce(lookers -> m.id::text, '[]')) order by r.place), '[]')
      from unnest(chosen) with ordinality r (id, place) join public.matches m on m.id = r.id join private.pair_flags(chosen) f on f.match = m.id
      join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company));
end $$;

create or replace function public.desk_pair(match uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  m public.matches;
begin
  select * into m from public.matches where id = match;
  perform private.require_organizer(m.forum_id);
  return jsonb_build_object('id', m.id, 'forum', m.forum_id, 'state', m.state, 'score', m.score, 'points', m.points, 'reasons', m.reasons, 'sector', m.sector, 'deal', m.deal_type,
    'engineVersion', m.engine_version, 'scoredAt', m.scored_at, 'createdAt', m.created_at, 'snoozedUntil', m.snoozed_until, 'decidedBy', m.decided_by_name,
    'decidedAt', m.decided_at, 'rejectReason', m.reject_reason, 'rejectNote', m.reject_note,
    'firstApprover', (select jsonb_build_object('name', o.name, 'country', o.country, 'me', o.user_id is not distinct from (select auth.uid())) from public.organizers o where o.forum_id = m.forum_id and o.user_id = m.first_approver),
    'flags', (select f.flags from private.pair_flags(array[m.id]) f), 'lookers', private.lookers(m.forum_id, m.id),
    'pk', private.desk_firm(m.forum_id, m.pk_company), 'kz', private.desk_firm(m.forum_id, m.kz_company),
    'introduction', (select jsonb_build_object('id', i.id, 'state', i.state, 'mode', i.mode, 'sendAfter', i.send_after, 'onHold', i.on_hold)
      from public.introductions i where i.match_id = m.id and i.state is distinct from 'cancelled'),
    'corridors', (select jsonb_agg(jsonb_build_object('id', c.id, 'status', c.status, 'as_of', c.as_of) order by c.position) from public.corridors c),
    'history', private.history_of('match', m.id::text, m.forum_id));
end $$;
comment on function public.desk_pair(uuid) is 'A pair with both firms, its points and reasons, what warns, who looks at it, what was done with it, and the corridors'' states, for its mails.';

create or replace function public.export_matches(forum uuid, wanted jsonb default '{}', after uuid default null, page_size int default 1000) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  chosen uuid[];
begin
  perform private.require_organizer(forum);
  chosen := array(select q.id from private.queue_of(forum, wanted) q where after is null or q.id > after order by q.id limit least(page_size, 2000));
  return (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'state', m.state, 'score', m.score, 'sector', m.sector, 'deal', m.deal_type, 'flags', f.flags,
      'createdAt', m.created_at, 'snoozedUntil', m.snoozed_until, 'decidedBy', m.decided_by_name, 'decidedAt', m.decided_at, 'rejectReason', m.reject_reason, 'rejectNote', m.reject_note,
      'pk', jsonb_build_object('id', a.id, 'native', a.name_native, 'latin', a.name_latin, 'region', a.region), 'kz', jsonb_build_object('id', b.id, 'native', b.name_native, 'latin', b.name_latin, 'region', b.region))
      order by m.id), '[]')
    from private.pair_flags(chosen) f join public.matches m on m.id = f.match join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company);
end $$;
drop function private.pair_flags(public.matches, public.companies, public.companies);

create function private.firm_figures(forum uuid, companies uuid[]) returns table (company uuid, figures jsonb)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query select c.id, jsonb_build_object('suggested', coalesce(suggested.n, 0), 'introduced', coalesce(introduced.n, 0), 'connected', coalesce(introduced.connected, 0))
    from unnest(companies) c (id)
    left join (select x.firm, count(*) as n from (
        select m.pk_company as firm from public.matches m where m.forum_id = forum and m.pk_company = any (companies) and m.state in ('suggested', 'snoozed', 'approved_by_one')
        union all select m.kz_company from public.matches m where m.forum_id = forum and m.kz_company = any (companies) and m.state in ('suggested', 'snoozed', 'approved_by_one')) x
      group by x.firm) suggested on suggested.firm = c.id
    left join (select x.firm, count(*) as n, count(*) filter (where x.state = 'connected') as connected from (
        select i.pk_company as firm, i.state from public.introductions i where i.forum_id = forum and i.pk_company = any (companies) and i.state is distinct from 'cancelled'
        union all select i.kz_company, i.state from public.introductions i where i.forum_id = forum and i.kz_company = any (companies) and i.state is distinct from 'cancelled') x
      group by x.firm) introduced on introduced.firm = c.id;
end $$;
comment on function private.firm_figures(uuid, uuid[]) is 'How many pairs wait for each firm, how many introductions it has, and in how many both said yes.';

create or replace function private.firm_figures(forum uuid, company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select f.figures from private.firm_figures(forum, array[company]) f
$$;

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
        'publishedAt', c.published_at, 'confirmedAt', c.confirmed_at, 'isDemo', c.is_demo) || f.figures order by r.place), '[]')
      from unnest(chosen) with ordinality r (id, place) join public.companies c on c.id = r.id join private.firm_figures(forum, chosen) f on f.company = c.id));
end $$;

-- Those that pages and policies ask all the time keep their plans: the same words, in PL/pgSQL.
do $move$
declare
  f record;
begin
  for f in select pg_get_functiondef(p.oid) as definition, p.prosrc as body from pg_proc p join pg_language l on l.oid = p.prolang
    where l.lanname = 'sql' and p.oid in ('private.now()'::regprocedure, 'private.is_service()'::regprocedure, 'private.my_email()'::regprocedure, 'private.my_forums()'::regprocedure,
      'private.my_companies()'::regprocedure, 'private.my_forum_companies()'::regprocedure, 'private.visible_companies()'::regprocedure, 'private.open_counterparts()'::regprocedure,
      'private.suppression_of(extensions.citext, text)'::regprocedure, 'private.desk_firm(uuid, uuid)'::regprocedure, 'private.history_of(text, text, uuid)'::regprocedure,
      'public.my_companies()'::regprocedure, 'public.company_home(uuid)'::regprocedure) loop
    execute replace(replace(f.definition, 'LANGUAGE sql', 'LANGUAGE plpgsql'), f.body, format(E'\n#variable_conflict use_column\nbegin\n  return (%s);\nend ', f.body));
  end loop;
end $move$;
