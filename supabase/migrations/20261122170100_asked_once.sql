-- A page of the desk asked six questions in three rounds; the frame around it, its kept filters and the corridors its mails tell of now come with answers
-- that are asked for anyhow.

create or replace function public.desk_frame(forum uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return jsonb_build_object('counts', public.desk_counts(forum), 'mails', public.mail_counts(forum), 'filters', (
    select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'query', s.query) order by s.name), '[]') from public.saved_filters s where s.forum_id = forum));
end $$;
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
