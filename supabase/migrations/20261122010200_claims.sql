-- A firm that an organizer entered belongs to nobody until somebody claims it, with a link mailed to its contact.

create function private.is_unclaimed(company uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.companies c where c.id = company and c.erased_at is null)
    and not exists (select 1 from public.company_members m where m.company_id = company)
$$;

create function public.invite_to_claim(company uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  of_forum uuid;
  contact public.contacts;
  sent int;
  latest timestamptz;
  due timestamptz;
begin
  select p.forum_id into of_forum from public.participations p
    where p.company_id = invite_to_claim.company and (private.is_service() or p.forum_id = any (private.my_forums())) order by p.joined_at limit 1;
  perform private.require_organizer(of_forum);
  if not private.is_unclaimed(invite_to_claim.company) then return 'claimed'; end if;
  select * into contact from public.contacts k where k.company_id = invite_to_claim.company and k.is_primary;
  if contact.id is null then return 'no_address'; end if;
  if private.suppression_of(contact.email, 'account') is not null then return 'suppressed'; end if;
  -- One forum's invitations stand in one line: whoever imports a thousand firms leaves the way free for everybody else's mail.
  perform pg_advisory_xact_lock(hashtextextended(of_forum::text, 4));
  select count(*), max(o.created_at) into sent, latest from private.outbox o where o.company_id = invite_to_claim.company and o.notice = 'claim_profile';
  if latest > t - interval '7 days' then return 'already'; end if;
  if sent >= 3 then return 'invited_often'; end if;
  select greatest(t, max(o.not_before) + interval '10 seconds') into due from private.outbox o
    where o.forum_id = of_forum and o.notice = 'claim_profile' and o.state = 'queued' and o.not_before < 'infinity';
  perform private.enqueue_notice('claim_profile', 'account', of_forum, invite_to_claim.company, null,
    'claim/' || invite_to_claim.company || '/' || (sent + 1), due);
  perform private.audit(of_forum, 'organizer', 'invite_to_claim', 'company', invite_to_claim.company::text);
  return 'queued';
end $$;
comment on function public.invite_to_claim(uuid) is
  'Asks the contact of a firm that nobody works on to take it over: queued, already (within the week), invited_often (thrice), claimed, no_address or suppressed.';
grant execute on function public.invite_to_claim(uuid) to authenticated, service_role;

create or replace function private.enqueue_resumes(t timestamptz) returns int
language sql security definer set search_path = '' as $$
  -- Once a draft, three days after it was left, and not when it is weeks old. A draft that nobody began is not left.
  select count(private.enqueue_notice('resume_registration', 'account', null, c.id, null, 'resume/' || c.id, t))::int
    from public.companies c
    where c.state = 'draft' and c.updated_at between t - interval '14 days' and t - interval '3 days' and not private.is_unclaimed(c.id) and c.erased_at is null
      and not exists (select 1 from private.outbox o where o.dedupe_key = 'resume/' || c.id)
$$;
