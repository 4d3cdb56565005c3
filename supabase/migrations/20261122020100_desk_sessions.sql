-- An organizer's session ends: eight hours after the desk was last used, seven days after it was first used, whatever the token says.

create table private.desk_sessions (
  session_id text primary key,
  user_id uuid not null,
  began_at timestamptz not null,
  seen_at timestamptz not null
);
comment on table private.desk_sessions is 'When a session first and last used the desk. A refreshed token keeps its session''s id; signing in anew makes another.';
create index desk_sessions_by_user on private.desk_sessions (user_id);

create function public.desk_session_stands() returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  me uuid := (select auth.uid());
  mine text := auth.jwt() ->> 'session_id';
  s private.desk_sessions;
begin
  if me is null then perform private.refuse(401, 'signed_out'); end if;
  select * into s from private.desk_sessions where session_id = mine and user_id = me;
  if s.session_id is null then
    delete from private.desk_sessions where seen_at < t - interval '30 days';
    insert into private.desk_sessions (session_id, user_id, began_at, seen_at) select mine, me, t, t where mine is not null on conflict do nothing;
    return true;
  end if;
  if s.seen_at < t - interval '8 hours' or s.began_at < t - interval '7 days' then return false; end if;
  -- Reading the desk does not write at every page.
  if s.seen_at < t - interval '5 minutes' then update private.desk_sessions set seen_at = t where session_id = mine; end if;
  return true;
end $$;
comment on function public.desk_session_stands() is 'Whether the caller''s session may go on using the desk; notes that it does. False: sign in anew.';
grant execute on function public.desk_session_stands() to authenticated;
