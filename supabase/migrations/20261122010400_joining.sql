-- How people come to work on a firm's profile: by claiming one that nobody works on, by invitation, and back to a registration they left.

alter table private.mail_tokens drop constraint mail_tokens_purpose_check;
alter table private.mail_tokens add constraint mail_tokens_purpose_check check (purpose in ('answer', 'unsubscribe', 'outcome', 'claim', 'join', 'resume'));

create table private.team_invitations (
  company_id uuid not null references public.companies on delete cascade,
  email extensions.citext not null,
  invited_by uuid not null,
  invited_at timestamptz not null default private.now(),
  primary key (company_id, email)
);
comment on table private.team_invitations is
  'Whom a firm''s owner asked to work on its profile, until it is accepted, withdrawn or sixty days old. The mail''s link lets in this address and no other.';

create function private.forget_invitations() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'users' then delete from private.team_invitations where email = old.email::extensions.citext;
  else delete from private.team_invitations where company_id = new.id; end if;
  return null;
end $$;
create trigger an_erased_firm_invites_nobody after update of erased_at on public.companies for each row when (new.erased_at is not null) execute function private.forget_invitations();
create trigger who_left_is_not_invited after delete on auth.users for each row execute function private.forget_invitations();

create function public.invite_member(company uuid, address text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  colleague extensions.citext := lower(trim(address))::extensions.citext;
  known private.team_invitations;
begin
  perform private.require_owner(company);
  if char_length(colleague::text) > 254 or colleague::text !~ '^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$' then perform private.refuse(422, 'address'); end if;
  if exists (select 1 from public.company_members m join auth.users u on u.id = m.user_id where m.company_id = company and lower(u.email) = colleague::text) then return 'member'; end if;
  if private.suppression_of(colleague, 'account') is not null then return 'suppressed'; end if;
  perform pg_advisory_xact_lock(hashtextextended(company::text, 5));
  select * into known from private.team_invitations v where v.company_id = company and v.email = colleague;
  if known.invited_at > t - interval '1 day' then return 'already'; end if;
  -- A team is a handful of people; whoever writes to strangers in a firm's name is stopped early.
  if 10 <= (select count(*) from private.outbox o where o.company_id = company and o.notice = 'team_invitation' and o.created_at > t - interval '1 day') then return 'invited_often'; end if;
  insert into private.team_invitations (company_id, email, invited_by, invited_at) values (company, colleague, coalesce((select auth.uid()), '00000000-0000-0000-0000-000000000000'), t)
    on conflict (company_id, email) do update set invited_by = excluded.invited_by, invited_at = excluded.invited_at;
  insert into private.outbox (dedupe_key, company_id, notice, category, locale, to_email, data, not_before)
    select 'team/' || company || '/' || md5(colleague::text) || '/' || to_char(t, 'YYYYMMDDHH24MISS'), company, 'team_invitation', 'account', c.locale, colleague,
      jsonb_build_object('inviter', private.my_email()), t from public.companies c where c.id = company
    on conflict (dedupe_key) do nothing;
  perform private.audit(null, 'member', 'invite_member', 'company', company::text);
  return 'invited';
end $$;
comment on function public.invite_member(uuid, text) is
  'The owner asks somebody to work on the profile: invited, already (within the day), member, suppressed or invited_often (ten a day). 422 for what is no address.';

create function public.withdraw_invitation(company uuid, address text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_owner(company);
  delete from private.team_invitations where company_id = company and email = address::extensions.citext;
  if not found then return; end if;
  update private.outbox set state = 'cancelled', settled_at = private.now()
    where company_id = company and notice = 'team_invitation' and to_email = address::extensions.citext and state = 'queued';
  perform private.audit(null, 'member', 'withdraw_invitation', 'company', company::text);
end $$;

create or replace function public.company_team(company uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  return jsonb_build_object(
    'members', (select coalesce(jsonb_agg(jsonb_build_object('user', m.user_id, 'email', u.email, 'role', m.role, 'since', m.created_at) order by m.created_at), '[]')
      from public.company_members m left join auth.users u on u.id = m.user_id where m.company_id = company),
    'asking', (select coalesce(jsonb_agg(jsonb_build_object('user', r.user_id, 'email', r.email, 'since', r.created_at) order by r.created_at), '[]')
      from public.join_requests r where r.company_id = company and r.state = 'asked'),
    'invited', (select coalesce(jsonb_agg(jsonb_build_object('email', v.email, 'since', v.invited_at) order by v.invited_at), '[]')
      from private.team_invitations v where v.company_id = company));
end $$;

create function private.link_stand(k private.mail_tokens) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when k.used_at is not null then 'used'
    when k.purpose = 'claim' and not private.is_unclaimed(k.company_id) then 'taken'
    when k.purpose = 'join' and not exists (select 1 from private.team_invitations v where v.company_id = k.company_id and v.email = k.email) then 'withdrawn'
    when k.expires_at <= private.now() then 'expired'
    else 'open' end
$$;

create function public.read_invitation(hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return (select jsonb_build_object('kind', k.purpose, 'email', k.email, 'stand', private.link_stand(k),
      'firm', jsonb_build_object('country', c.country, 'name_native', c.name_native, 'name_latin', c.name_latin, 'name_locale', c.name_locale, 'region', c.region, 'city', c.city),
      'listings', case when k.purpose = 'claim' then (select coalesce(jsonb_agg(jsonb_build_object('direction', l.direction, 'text', l.text, 'language', l.language) order by l.direction, l.position), '[]')
        from public.listings l where l.company_id = c.id) else '[]' end)
    from private.mail_tokens k join public.companies c on c.id = k.company_id where k.token_hash = hash and k.purpose in ('claim', 'join'));
end $$;
comment on function public.read_invitation(text) is 'What the page of a claim or an invitation shows. Opening it changes nothing.';

create function public.accept_invitation(hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  k private.mail_tokens;
  mine public.companies;
begin
  if me is null then perform private.refuse(401, 'signed_out'); end if;
  select * into k from private.mail_tokens where token_hash = hash and purpose in ('claim', 'join') for update;
  if k.token_hash is null then perform private.refuse(404, 'not_found'); end if;
  -- The address that was asked, proved by its owner's sign-in, and no other: a forwarded link lets nobody in.
  if private.my_email() is distinct from k.email then perform private.refuse(403, 'other_address'); end if;
  if exists (select 1 from public.company_members m where m.company_id = k.company_id and m.user_id = me) then return 'already'; end if;
  perform 1 from public.companies c where c.id = k.company_id for update;
  if private.link_stand(k) is distinct from 'open' then perform private.refuse(409, 'invitation_' || private.link_stand(k)); end if;
  -- A registration that was begun and left empty gives way; one with anything in it does not.
  delete from public.companies c using public.company_members m
    where m.company_id = c.id and m.user_id = me and c.state = 'draft' and c.registration_number is null and c.name_native is null
      and not exists (select 1 from public.listings l where l.company_id = c.id)
      and not exists (select 1 from public.company_members o where o.company_id = c.id and o.user_id is distinct from me);
  select c.* into mine from public.company_members m join public.companies c on c.id = m.company_id where m.user_id = me limit 1;
  if mine.id is not null then perform private.refuse(409, 'has_company', jsonb_build_object('firm', coalesce(mine.name_native, mine.name_latin))); end if;
  insert into public.company_members (company_id, user_id, role) values (k.company_id, me, case k.purpose when 'claim' then 'owner' else 'member' end);
  update private.mail_tokens set used_at = private.now() where token_hash = hash;
  delete from private.team_invitations where company_id = k.company_id and email = k.email;
  update public.join_requests set state = 'accepted' where company_id = k.company_id and user_id = me and state = 'asked';
  perform private.audit(null, 'link', case k.purpose when 'claim' then 'claim' else 'join' end, 'company', k.company_id::text);
  return 'accepted';
end $$;
comment on function public.accept_invitation(text) is
  'Takes a firm over (claim) or joins its team (join), once. 403 other_address; 409 has_company, invitation_used, invitation_taken, invitation_withdrawn, invitation_expired.';

create function public.send_resume_link(company uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  address extensions.citext := private.my_email();
begin
  perform private.require_member(company);
  if address is null then perform private.refuse(404, 'not_found'); end if;
  if private.suppression_of(address, 'account') is not null then return 'suppressed'; end if;
  if exists (select 1 from private.outbox o where o.company_id = company and o.notice = 'resume_registration' and o.to_email = address and o.created_at > t - interval '1 hour') then return 'already'; end if;
  insert into private.outbox (dedupe_key, company_id, notice, category, locale, to_email, data, not_before)
    select 'resume/' || company || '/asked/' || md5(address::text) || '/' || to_char(t, 'YYYYMMDDHH24MISS'), company, 'resume_registration', 'account', c.locale, address, '{}', t
    from public.companies c where c.id = company on conflict (dedupe_key) do nothing;
  return 'queued';
end $$;
comment on function public.send_resume_link(uuid) is 'Mails the caller the way back to a registration, at most once an hour: queued, already or suppressed.';

create function private.forget_unclaimed(t timestamptz) returns int
language sql security definer set search_path = '' as $$
  -- As the claim mail promises: sixty days after the last of them a draft that nobody took over is deleted.
  with gone as (
    delete from public.companies c
      where c.state = 'draft' and private.is_unclaimed(c.id) and not exists (select 1 from public.introductions i where c.id in (i.pk_company, i.kz_company))
        and (select max(o.sent_at) from private.outbox o where o.company_id = c.id and o.notice = 'claim_profile') < t - interval '60 days'
        and not exists (select 1 from private.outbox o where o.company_id = c.id and o.state in ('queued', 'sending'))
      returning 1
  )
  select count(*)::int from gone
$$;

create function private.forget_old_invitations(t timestamptz) returns int
language sql security definer set search_path = '' as $$
  with gone as (delete from private.team_invitations where invited_at < t - interval '60 days' returning 1)
  select count(*)::int from gone
$$;

create or replace function public.run_due_work() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  quiet boolean := private.is_quiet(t);
begin
  perform private.require_service();
  -- One at a time is enough; whoever comes second has nothing to do.
  if not pg_try_advisory_xact_lock(hashtextextended('run_due_work', 3)) then return jsonb_build_object('result', 'running'); end if;
  return jsonb_build_object(
    'quiet', quiet,
    'introductions', case when not quiet then public.run_due_introductions() end,
    'woken', public.wake_snoozed(),
    'check_ins', case when not quiet then private.enqueue_check_ins(t) end,
    'resumes', case when not quiet then private.enqueue_resumes(t) end,
    'firm_digests', case when not quiet then private.enqueue_firm_digests(t) end,
    'desk_digests', case when not quiet then private.enqueue_desk_digests(t) end,
    'unclaimed', private.forget_unclaimed(t),
    'invitations', private.forget_old_invitations(t),
    'forgotten', private.forget_old_mail(t));
end $$;

grant execute on function public.invite_member(uuid, text), public.withdraw_invitation(uuid, text), public.accept_invitation(text), public.send_resume_link(uuid) to authenticated;
grant execute on function public.read_invitation(text) to service_role;
