-- What the organizer's desk reads, one call a screen: the counts, a page of the queue, a pair with all that bears on it.

create function private.pair_flags(m public.matches, a public.companies, b public.companies) returns text[]
language sql stable set search_path = '' as $$
  select array_remove(array[
    case when m.stale then 'stale' end,
    case when a.state is distinct from 'validated' or b.state is distinct from 'validated' then 'not_validated' end,
    case when cardinality(a.working_languages) > 0 and cardinality(b.working_languages) > 0 and not a.working_languages && b.working_languages
      then 'no_shared_language' end,
    -- Of the corridors both use, the best one decides.
    (select case min(array_position('{open,restricted,closed}'::text[], c.status)) when 2 then 'corridor_restricted' when 3 then 'corridor_closed' end
      from public.corridors c where c.id = any (a.corridors) and c.id = any (b.corridors)),
    case when jsonb_path_exists(m.reasons, '$[*] ? (@.type == "certificates").missing[*]') then 'missing_certificate' end,
    case when least(a.completeness, b.completeness) < 60 then 'thin_profile' end,
    case when least(a.confirmed_at, b.confirmed_at) < private.now() - interval '60 days' then 'old_profile' end,
    case when exists (select 1 from public.contacts k join private.suppressions s on s.email = k.email and s.lifted_at is null
        and (s.kind in ('bounce', 'complaint') or s.category = 'introductions')
      where k.company_id in (a.id, b.id) and k.is_primary) then 'suppressed' end,
    case when exists (select 1 from public.introductions i where i.pk_company = a.id and i.kz_company = b.id and i.match_id is distinct from m.id
      and i.state not in ('held', 'cancelled')) then 'already_met' end
  ], null)
$$;
comment on function private.pair_flags(public.matches, public.companies, public.companies) is
  'What an organizer should know before deciding, as of now: a corridor closed a minute ago shows here.';

create function private.firms_named(words text, key text) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(c.id), '{}') from public.companies c
    where extensions.word_similarity(key, c.name_key) >= 0.5 or c.name_native ilike '%' || words || '%' or c.name_latin ilike '%' || words || '%' or c.registration_number = words
$$;
comment on function private.firms_named(text, text) is 'Firms by a name as typed, and by its transliterated key: any script finds any other.';

create function private.queue_key(m public.matches, sort text) returns numeric
language sql immutable set search_path = '' as $$
  select case sort
    when 'weakest' then m.score
    when 'newest' then -extract(epoch from m.created_at)
    when 'oldest' then extract(epoch from m.created_at)
    when 'decided' then -extract(epoch from coalesce(m.decided_at, m.created_at))
    when 'waking' then extract(epoch from coalesce(m.snoozed_until, m.created_at))
    else -m.score end
$$;

create function private.queue_of(forum uuid, wanted jsonb) returns table (id uuid, key numeric)
language sql stable security definer set search_path = '' as $$
  with named as (select private.firms_named(wanted ->> 'search', coalesce(wanted ->> 'search_key', wanted ->> 'search')) as firms)
  select m.id, private.queue_key(m, wanted ->> 'sort')
    from public.matches m
    join public.companies a on a.id = m.pk_company
    join public.companies b on b.id = m.kz_company
    where m.forum_id = forum
      and m.state = any (case coalesce(wanted ->> 'tab', 'waiting') when 'snoozed' then '{snoozed}'::text[] when 'approved' then '{approved}'::text[]
        when 'rejected' then '{rejected}'::text[] else '{suggested,approved_by_one}'::text[] end)
      and (wanted ->> 'score' is null or m.score >= (wanted ->> 'score')::int)
      and (wanted ->> 'sector' is null or m.sector = wanted ->> 'sector')
      and (wanted ->> 'deal' is null or m.deal_type = wanted ->> 'deal')
      and (wanted ->> 'corridor' is null or (wanted ->> 'corridor' = any (a.corridors) and wanted ->> 'corridor' = any (b.corridors)))
      and (wanted ->> 'region' is null or wanted ->> 'region' in (a.region, b.region))
      and (wanted ->> 'language' is null or (wanted ->> 'language' = any (a.working_languages) and wanted ->> 'language' = any (b.working_languages)))
      and (wanted ->> 'flag' is null or wanted ->> 'flag' = any (private.pair_flags(m, a, b)))
      and (wanted ->> 'search' is null or exists (select 1 from named where a.id = any (named.firms) or b.id = any (named.firms)))
$$;
comment on function private.queue_of(uuid, jsonb) is 'The pairs a set of filters means, with the key they are sorted by. The page and "all that match" read the same.';

create function private.lookers(forum uuid, match uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(o.name order by o.name), '[]') from public.queue_presence p
    join public.organizers o on o.forum_id = p.forum_id and o.user_id = p.user_id
    where p.forum_id = forum and p.match_id = match and p.user_id is distinct from (select auth.uid()) and p.seen_at > private.now() - interval '60 seconds'
$$;

create function public.desk_queue(forum uuid, wanted jsonb, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cursor_key numeric;
  page jsonb;
begin
  perform private.require_organizer(forum);
  select private.queue_key(m, wanted ->> 'sort') into cursor_key from public.matches m where m.id = after and m.forum_id = forum;
  with found as materialized (select q.id, q.key from private.queue_of(forum, wanted) q),
  rows as (
    select f.id, f.key from found f where cursor_key is null or (f.key, f.id) > (cursor_key, after) order by f.key, f.id limit least(page_size, 200)
  )
  select jsonb_build_object(
    'total', (select count(*) from found),
    'before', (select count(*) from found f where cursor_key is not null and (f.key, f.id) <= (cursor_key, after)),
    'rows', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'state', m.state, 'score', m.score, 'sector', m.sector, 'deal', m.deal_type, 'createdAt', m.created_at, 'snoozedUntil', m.snoozed_until,
        'decidedBy', m.decided_by_name, 'decidedAt', m.decided_at, 'rejectReason', m.reject_reason, 'flags', private.pair_flags(m, a, b),
        'pk', jsonb_build_object('native', a.name_native, 'latin', a.name_latin, 'locale', a.name_locale),
        'kz', jsonb_build_object('native', b.name_native, 'latin', b.name_latin, 'locale', b.name_locale),
        'lookers', private.lookers(forum, m.id)) order by r.key, r.id), '[]')
      from rows r join public.matches m on m.id = r.id join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company)
  ) into page;
  return page;
end $$;
comment on function public.desk_queue(uuid, jsonb, uuid, int) is 'A page of the queue after a pair, how many there are in all, and how many stand before it.';

create function private.desk_firm(forum uuid, company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'country', c.country, 'state', c.state, 'nameNative', c.name_native, 'nameLatin', c.name_latin, 'nameLocale', c.name_locale,
    'registrationKind', c.registration_kind, 'registrationNumber', c.registration_number, 'region', c.region, 'city', c.city, 'foundedYear', c.founded_year,
    'employeesBand', c.employees_band, 'website', c.website, 'about', c.about, 'sectors', c.sectors, 'corridors', c.corridors, 'ports', c.ports,
    'incoterms', c.incoterms, 'certificates', c.certificates, 'workingLanguages', c.working_languages, 'locale', c.locale, 'showName', c.show_name,
    'completeness', c.completeness, 'isDemo', c.is_demo, 'version', c.version, 'publishedAt', c.published_at, 'confirmedAt', c.confirmed_at, 'updatedAt', c.updated_at,
    'listings', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'direction', l.direction, 'position', l.position, 'text', l.text, 'language', l.language,
        'kind', l.kind, 'amount', l.amount, 'unit', l.unit, 'period', l.period, 'statedCode', l.stated_code, 'confirmedCode', l.confirmed_code, 'concepts', l.concepts,
        'expiresOn', l.expires_on) order by l.direction, l.position) from public.listings l where l.company_id = c.id), '[]'),
    'contact', (select jsonb_build_object('name', k.name, 'roleTitle', k.role_title, 'email', k.email, 'phone', k.phone, 'locale', k.locale,
        'suppressed', private.suppression_of(k.email, 'introductions')) from public.contacts k where k.company_id = c.id and k.is_primary),
    'unanswered', (select count(*) from public.introductions i where i.forum_id = forum and c.id in (i.pk_company, i.kz_company)
        and i.state in ('held', 'sent', 'answered_by_one')
        and not exists (select 1 from public.answers x where x.introduction_id = i.id and x.company_id = c.id)))
    from public.companies c where c.id = company
$$;

create function private.history_of(kind text, subject text, forum uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'action', l.action, 'by', o.name, 'kind', l.actor_kind, 'after', l.after) order by l.id desc), '[]')
    from (select * from public.audit_log a where a.subject_kind = kind and a.subject_id = subject order by a.id desc limit 30) l
    left join public.organizers o on o.user_id = l.actor and o.forum_id = forum
$$;

create function public.desk_pair(match uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  m public.matches;
  a public.companies;
  b public.companies;
begin
  select * into m from public.matches where id = match;
  perform private.require_organizer(m.forum_id);
  select * into a from public.companies where id = m.pk_company;
  select * into b from public.companies where id = m.kz_company;
  return jsonb_build_object('id', m.id, 'forum', m.forum_id, 'state', m.state, 'score', m.score, 'points', m.points, 'reasons', m.reasons, 'sector', m.sector, 'deal', m.deal_type,
    'engineVersion', m.engine_version, 'scoredAt', m.scored_at, 'createdAt', m.created_at, 'snoozedUntil', m.snoozed_until, 'decidedBy', m.decided_by_name,
    'decidedAt', m.decided_at, 'rejectReason', m.reject_reason, 'rejectNote', m.reject_note,
    'firstApprover', (select jsonb_build_object('name', o.name, 'country', o.country, 'me', o.user_id is not distinct from (select auth.uid())) from public.organizers o where o.forum_id = m.forum_id and o.user_id = m.first_approver),
    'flags', private.pair_flags(m, a, b), 'lookers', private.lookers(m.forum_id, m.id),
    'pk', private.desk_firm(m.forum_id, a.id), 'kz', private.desk_firm(m.forum_id, b.id),
    'introduction', (select jsonb_build_object('id', i.id, 'state', i.state, 'mode', i.mode, 'sendAfter', i.send_after, 'onHold', i.on_hold)
      from public.introductions i where i.match_id = m.id and i.state is distinct from 'cancelled'),
    'history', private.history_of('match', m.id::text, m.forum_id));
end $$;
comment on function public.desk_pair(uuid) is 'A pair with both firms, its points and reasons, what warns, who looks at it, and what was done with it.';

create function public.desk_counts(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select jsonb_build_object(
      'waiting', count(*) filter (where m.state in ('suggested', 'approved_by_one')), 'snoozed', count(*) filter (where m.state = 'snoozed'),
      'approved', count(*) filter (where m.state = 'approved'), 'rejected', count(*) filter (where m.state = 'rejected'),
      'decidedToday', count(*) filter (where m.decided_by = (select auth.uid()) and m.decided_at >= date_trunc('day', private.now() at time zone 'Asia/Karachi') at time zone 'Asia/Karachi'))
    from public.matches m where m.forum_id = forum)
    || jsonb_build_object(
      'introductions', (select count(*) from public.introductions i where i.forum_id = forum and i.state in ('held', 'sent', 'answered_by_one', 'postponed')),
      'companies', (select count(*) from public.participations p where p.forum_id = forum),
      'toValidate', (select count(*) from public.participations p join public.companies c on c.id = p.company_id where p.forum_id = forum and c.state = 'published'));
end $$;
comment on function public.desk_counts(uuid) is 'The figures beside the desk''s navigation.';

grant execute on function public.desk_queue(uuid, jsonb, uuid, int), public.desk_pair(uuid), public.desk_counts(uuid) to authenticated;
