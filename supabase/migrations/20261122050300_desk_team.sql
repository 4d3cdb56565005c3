-- The desk's team: a lead invites an organizer by e-mail; whoever proves that address joins. Rights end with the row.

create table private.organizer_invitations (
  forum_id uuid not null references public.forums on delete cascade,
  email extensions.citext not null,
  name text not null check (char_length(name) between 1 and 120),
  country text not null check (country in ('PK', 'KZ')),
  role text not null check (role in ('lead', 'organizer')),
  invited_by uuid,
  invited_at timestamptz not null,
  primary key (forum_id, email)
);
comment on table private.organizer_invitations is 'Open invitations to a forum''s desk; accepted and withdrawn ones are gone, the audit knows them.';

create function private.require_lead(forum uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  if not private.is_service() and not exists (select 1 from public.organizers o where o.forum_id = forum and o.user_id = (select auth.uid()) and o.role = 'lead') then
    perform private.refuse(403, 'lead_only');
  end if;
end $$;

create function public.invite_organizer(forum uuid, address text, of_name text, of_country text, of_role text, of_locale text default 'en') returns void
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  invited extensions.citext := trim(address)::extensions.citext;
begin
  perform private.require_lead(forum);
  if invited::text !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' or char_length(invited::text) > 254 or char_length(trim(of_name)) not between 1 and 120 or of_country not in ('PK', 'KZ')
    or of_role not in ('lead', 'organizer') or of_locale not in ('en', 'ru', 'kk', 'ur') then perform private.refuse(422, 'bad_invitation'); end if;
  if exists (select 1 from public.organizers o join auth.users u on u.id = o.user_id where o.forum_id = forum and lower(u.email) = lower(invited::text)) then
    perform private.refuse(409, 'in_team_already');
  end if;
  if 20 <= (select count(*) from private.organizer_invitations v where v.forum_id = forum and v.invited_at > t - interval '1 day') then perform private.refuse(429, 'invited_often'); end if;
  insert into private.organizer_invitations (forum_id, email, name, country, role, invited_by, invited_at)
    values (forum, invited, trim(of_name), of_country, of_role, (select auth.uid()), t)
    on conflict (forum_id, email) do update set name = excluded.name, country = excluded.country, role = excluded.role, invited_by = excluded.invited_by, invited_at = excluded.invited_at;
  -- One mail an address and hour, however often the button is pressed.
  insert into private.outbox (dedupe_key, forum_id, notice, category, locale, to_email, data, not_before)
    select 'desk-team/' || forum || '/' || md5(invited::text) || '/' || to_char(t, 'YYYYMMDDHH24'), forum, 'team_invitation', 'account', of_locale, invited,
      jsonb_build_object('desk', f.name, 'inviter', private.my_name_in(forum)), t
    from public.forums f where f.id = forum
    on conflict (dedupe_key) do nothing;
  perform private.audit(forum, 'organizer', 'organizer_invited', 'forum', forum::text, null, jsonb_build_object('role', of_role, 'country', of_country));
end $$;
comment on function public.invite_organizer(uuid, text, text, text, text, text) is 'Invites somebody to the desk, by mail. Inviting again renews.';

create function public.withdraw_organizer_invitation(forum uuid, address text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_lead(forum);
  delete from private.organizer_invitations v where v.forum_id = forum and v.email = address::extensions.citext;
  if not found then perform private.refuse(404, 'not_found'); end if;
  perform private.audit(forum, 'organizer', 'invitation_withdrawn', 'forum', forum::text);
end $$;

create function public.my_desk_invitations() returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('forum', f.id, 'name', f.name, 'role', v.role, 'country', v.country, 'by', o.name, 'at', v.invited_at) order by v.invited_at desc), '[]')
    from private.organizer_invitations v join public.forums f on f.id = v.forum_id left join public.organizers o on o.forum_id = v.forum_id and o.user_id = v.invited_by
    where v.email = private.my_email() and v.invited_at > private.now() - interval '14 days'
$$;
comment on function public.my_desk_invitations() is 'Desks whose team the caller is invited to, by the address that the caller has proved. Two weeks.';

create function public.accept_desk_invitation(forum uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v private.organizer_invitations;
begin
  delete from private.organizer_invitations i where i.forum_id = forum and i.email = private.my_email() and i.invited_at > private.now() - interval '14 days' returning * into v;
  if v.forum_id is null then perform private.refuse(404, 'not_found'); end if;
  insert into public.organizers (forum_id, user_id, country, name, role) values (v.forum_id, (select auth.uid()), v.country, v.name, v.role)
    on conflict (forum_id, user_id) do nothing;
  perform private.audit(v.forum_id, 'organizer', 'organizer_joined', 'forum', v.forum_id::text, null, jsonb_build_object('role', v.role, 'country', v.country));
end $$;

create function private.require_another_lead(forum uuid, member uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- Whoever changes the team waits here, so that two leads cannot remove one another at once.
  perform 1 from public.forums f where f.id = forum for update;
  if not exists (select 1 from public.organizers o where o.forum_id = forum and o.user_id is distinct from member and o.role = 'lead') then
    perform private.refuse(409, 'last_lead');
  end if;
end $$;

create function public.set_organizer_role(forum uuid, member uuid, of_role text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_lead(forum);
  if of_role not in ('lead', 'organizer') then perform private.refuse(422, 'bad_role'); end if;
  if of_role = 'organizer' then perform private.require_another_lead(forum, member); end if;
  update public.organizers o set role = of_role where o.forum_id = forum and o.user_id = member;
  if not found then perform private.refuse(404, 'not_found'); end if;
  perform private.audit(forum, 'organizer', 'organizer_role', 'forum', forum::text, null, jsonb_build_object('member', member, 'role', of_role));
end $$;

create function public.remove_organizer(forum uuid, member uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_lead(forum);
  perform private.require_another_lead(forum, member);
  -- Two keys need two countries at the desk, or nothing could be approved any more.
  if (select f.dual_key from public.forums f where f.id = forum)
    and 2 > (select count(distinct o.country) from public.organizers o where o.forum_id = forum and o.user_id is distinct from member) then
    perform private.refuse(409, 'dual_key_needs_both');
  end if;
  delete from public.organizers o where o.forum_id = forum and o.user_id = member;
  if not found then perform private.refuse(404, 'not_found'); end if;
  delete from public.queue_presence q where q.forum_id = forum and q.user_id = member;
  perform private.audit(forum, 'organizer', 'organizer_removed', 'forum', forum::text, null, jsonb_build_object('member', member));
end $$;

create function public.desk_team(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return jsonb_build_object(
    'members', (select coalesce(jsonb_agg(jsonb_build_object('id', o.user_id, 'name', o.name, 'country', o.country, 'role', o.role, 'email', u.email, 'since', o.created_at) order by o.created_at), '[]')
      from public.organizers o left join auth.users u on u.id = o.user_id where o.forum_id = forum),
    'invited', (select coalesce(jsonb_agg(jsonb_build_object('email', v.email, 'name', v.name, 'country', v.country, 'role', v.role, 'at', v.invited_at) order by v.invited_at desc), '[]')
      from private.organizer_invitations v where v.forum_id = forum));
end $$;
comment on function public.desk_team(uuid) is 'Who works at the desk of a forum, and who is invited to it.';

grant execute on function public.invite_organizer(uuid, text, text, text, text, text), public.withdraw_organizer_invitation(uuid, text), public.my_desk_invitations(),
  public.accept_desk_invitation(uuid), public.set_organizer_role(uuid, uuid, text), public.remove_organizer(uuid, uuid), public.desk_team(uuid) to authenticated;
