-- The desk's introductions: where each stands, what was answered, what became of its mails.

create function private.introduction_group(state text) returns text
language sql immutable set search_path = '' as $$
  select case when state = 'held' then 'held' when state in ('sent', 'answered_by_one', 'postponed') then 'open' when state = 'connected' then 'connected'
    when state = 'undeliverable' then 'trouble' else 'closed' end
$$;

create function private.introduction_row(i public.introductions) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'match', i.match_id, 'state', i.state, 'mode', i.mode, 'onHold', i.on_hold, 'createdAt', i.created_at, 'sendAfter', i.send_after, 'sentAt', i.sent_at,
    'expiresAt', i.expires_at, 'connectedAt', i.connected_at, 'deal', i.deal_type,
    'pk', jsonb_build_object('id', a.id, 'native', a.name_native, 'latin', a.name_latin, 'locale', a.name_locale),
    'kz', jsonb_build_object('id', b.id, 'native', b.name_native, 'latin', b.name_latin, 'locale', b.name_locale),
    'answers', (select coalesce(jsonb_agg(jsonb_build_object('country', c.country, 'answer', x.answer, 'reason', x.reason, 'via', x.via, 'at', x.answered_at) order by c.country desc), '[]')
      from public.answers x join public.companies c on c.id = x.company_id where x.introduction_id = i.id),
    'outcomes', (select count(*) from public.outcomes o where o.introduction_id = i.id),
    'alarms', (select coalesce(jsonb_agg(distinct o.alarm), '[]') from private.outbox o where o.introduction_id = i.id and o.alarm is not null))
    from public.companies a, public.companies b where a.id = i.pk_company and b.id = i.kz_company
$$;

create function public.desk_introductions(forum uuid, wanted text default null, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cursor_at timestamptz;
begin
  perform private.require_organizer(forum);
  select i.created_at into cursor_at from public.introductions i where i.id = after and i.forum_id = forum;
  return (
    with found as materialized (
      select i.* from public.introductions i where i.forum_id = forum and i.state is distinct from 'cancelled'
        and (wanted is null or private.introduction_group(i.state) = wanted
          or (wanted = 'trouble' and exists (select 1 from private.outbox o where o.introduction_id = i.id and o.alarm is not null)))
    ), page as (select f.id from found f where cursor_at is null or (f.created_at, f.id) < (cursor_at, after) order by f.created_at desc, f.id desc limit least(page_size, 200))
    select jsonb_build_object('total', (select count(*) from found),
      'groups', (select coalesce(jsonb_object_agg(g.name, g.n), '{}') from (select private.introduction_group(i.state) as name, count(*) as n from public.introductions i
        where i.forum_id = forum and i.state is distinct from 'cancelled' group by 1) g),
      'rows', (select coalesce(jsonb_agg(private.introduction_row(i) order by i.created_at desc, i.id desc), '[]') from page p join public.introductions i on i.id = p.id)));
end $$;

create function public.desk_introduction(introduction uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  i public.introductions;
begin
  select * into i from public.introductions where id = introduction;
  perform private.require_organizer(i.forum_id);
  return private.introduction_row(i) || jsonb_build_object(
    'notes', (select coalesce(jsonb_object_agg(c.country, n.body), '{}') from public.introduction_notes n join public.companies c on c.id = n.company_id where n.introduction_id = i.id),
    'outcomeList', (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'value', o.value_usd, 'on', o.happened_on, 'evidence', o.evidence, 'note', o.note,
        'by', case when o.company_id is null then null else (select c.country from public.companies c where c.id = o.company_id) end) order by o.happened_on desc), '[]')
      from public.outcomes o where o.introduction_id = i.id),
    'mails', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'notice', o.notice, 'country', c.country, 'locale', o.locale, 'to', o.to_email, 'state', o.state, 'notBefore',
        case when o.not_before = 'infinity' then null else o.not_before end, 'sentAt', o.sent_at, 'settledAt', o.settled_at, 'attempts', o.attempts, 'error', o.error, 'alarm', o.alarm,
        'subject', o.payload ->> 'subject',
        -- The links of a mail act for its reader: an organizer reads the words, never the links.
        'text', regexp_replace(o.payload ->> 'text', 'https?://[^\s)]+', '…', 'g')) order by o.created_at, c.country desc), '[]')
      from private.outbox o left join public.companies c on c.id = o.company_id where o.introduction_id = i.id),
    'history', private.history_of('introduction', i.id::text, i.forum_id));
end $$;
comment on function public.desk_introduction(uuid) is 'An introduction with its notes, answers, outcomes, mails (without their links) and record.';

grant execute on function public.desk_introductions(uuid, text, uuid, int), public.desk_introduction(uuid) to authenticated;
