-- A page of the desk asked six questions in three rounds; the frame around it, its kept filters and the corridors its mails tell of now come with answers
-- that are asked for anyhow.

create or replace function public.desk_frame(forum uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('counts', public.desk_counts(forum), 'mails', public.mail_counts(forum), 'filters', (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'query', s.query) order by s.name), '[]') from public.saved_filters s where s.forum_id = forum))
$$;
comment on function public.desk_frame(uuid) is 'What stands around every page of the desk: how much waits where, of pairs, firms and mails, and the filters the caller keeps by name.';

drop function public.open_desk();
create function public.open_desk(chosen uuid default null, framed boolean default false) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare
  stands boolean := public.desk_session_stands();
  mine jsonb := (
    select coalesce(jsonb_agg(to_jsonb(o) || jsonb_build_object('forum', to_jsonb(f)) order by f.starts_on desc), '[]')
      from public.organizers o join public.forums f on f.id = o.forum_id where o.user_id = (select auth.uid()));
  at uuid := coalesce(jsonb_path_query_first(mine, '$[*].forum_id ? (@ == $chosen)', jsonb_build_object('chosen', chosen)), mine -> 0 -> 'forum_id') #>> '{}';
begin
  return jsonb_build_object('stands', stands, 'mine', mine, 'at', at, 'frame', case when framed and stands and at is not null then public.desk_frame(at) end);
end $$;
comment on function public.open_desk(uuid, boolean) is 'Whether the caller''s session may go on using the desk, which is noted; the forums he organizes, the latest first; at which of them he sits, the chosen or the latest; and its frame, if wanted.';
revoke execute on function public.open_desk(uuid, boolean) from public, anon;
grant execute on function public.open_desk(uuid, boolean) to authenticated;

create or replace function public.desk_pair(match uuid) returns jsonb
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
    'corridors', (select jsonb_agg(jsonb_build_object('id', c.id, 'status', c.status, 'as_of', c.as_of) order by c.position) from public.corridors c),
    'history', private.history_of('match', m.id::text, m.forum_id));
end $$;
comment on function public.desk_pair(uuid) is 'A pair with both firms, its points and reasons, what warns, who looks at it, what was done with it, and the corridors'' states, for its mails.';
