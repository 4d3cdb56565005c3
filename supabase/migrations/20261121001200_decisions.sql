-- What an organizer decides of a match. Approval writes introduction, two mails and audit in one transaction, or nothing.

create function private.lock_match(match uuid) returns public.matches
language plpgsql security definer set search_path = '' as $$
declare
  m public.matches;
begin
  select * into m from public.matches where id = match for update;
  perform private.require_organizer(m.forum_id);
  return m;
end $$;

create function private.decision_facts(m public.matches) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('state', m.state, 'by', m.decided_by_name, 'at', m.decided_at)
$$;

create function private.my_name_in(forum uuid) returns text
language sql stable security definer set search_path = '' as $$
  select name from public.organizers where forum_id = forum and user_id = (select auth.uid())
$$;

create function private.refuse_unless_introducible(m public.matches, f public.forums) returns void
language plpgsql security definer set search_path = '' as $$
declare
  side record;
begin
  -- Locked for the transaction: a suspension or an edit of the address waits, or comes first.
  for side in select c.id, c.country, c.state, k.email from public.companies c
      left join public.contacts k on k.company_id = c.id and k.is_primary
      where c.id in (m.pk_company, m.kz_company) order by c.id for share of c loop
    if side.state is distinct from 'validated' then
      perform private.refuse(409, 'not_validated', jsonb_build_object('country', side.country, 'company', side.id, 'state', side.state));
    end if;
    if side.email is null then perform private.refuse(409, 'no_address', jsonb_build_object('country', side.country, 'company', side.id)); end if;
    if private.suppression_of(side.email, 'introductions') is not null then
      perform private.refuse(409, 'suppressed', jsonb_build_object('country', side.country, 'company', side.id, 'kind', private.suppression_of(side.email, 'introductions')));
    end if;
    if (select count(*) from public.introductions i where i.forum_id = f.id and side.id in (i.pk_company, i.kz_company)
        and i.state in ('held', 'sent', 'answered_by_one')
        and not exists (select 1 from public.answers a where a.introduction_id = i.id and a.company_id = side.id)) >= f.unanswered_cap then
      perform private.refuse(409, 'unanswered_cap', jsonb_build_object('country', side.country, 'company', side.id, 'cap', f.unanswered_cap));
    end if;
  end loop;
end $$;

create function public.approve_match(match uuid, note_pk text default null, note_kz text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  m public.matches;
  f public.forums;
  me uuid := (select auth.uid());
  my_country text;
  intro public.introductions;
begin
  m := private.lock_match(match);
  select * into f from public.forums where id = m.forum_id;
  select country into my_country from public.organizers where forum_id = f.id and user_id = me;
  if m.state = 'approved' and m.decided_by is not distinct from me then
    select * into intro from public.introductions where match_id = m.id and state is distinct from 'cancelled';
    return jsonb_build_object('state', 'approved', 'introduction', intro.id, 'send_after', intro.send_after);
  end if;
  if private.next_state('match', m.state, 'approve', 'organizer') is null then
    perform private.refuse(409, 'match_decided', private.decision_facts(m));
  end if;
  perform private.refuse_unless_introducible(m, f);

  if f.dual_key and m.state is distinct from 'approved_by_one' then
    update public.matches set state = private.require_next('match', m.state, 'approve_first', 'organizer'), first_approver = me, stale = false,
      decided_by = me, decided_by_name = private.my_name_in(f.id), decided_at = private.now() where id = m.id;
    perform private.audit(f.id, 'organizer', 'approve_first', 'match', m.id::text, jsonb_build_object('state', m.state), jsonb_build_object('state', 'approved_by_one'));
    return jsonb_build_object('state', 'approved_by_one');
  end if;
  if f.dual_key and my_country is not distinct from (select country from public.organizers where forum_id = f.id and user_id = m.first_approver) then
    perform private.refuse(409, 'other_country_must_approve', private.decision_facts(m));
  end if;

  insert into public.introductions (forum_id, match_id, pk_company, kz_company, mode, reasons, deal_type, send_after, created_by)
    values (f.id, m.id, m.pk_company, m.kz_company,
      case when f.mode = 'direct' and 2 = (select count(*) from public.participations p where p.forum_id = f.id and p.direct_contact
        and p.company_id in (m.pk_company, m.kz_company)) then 'direct' else 'double_opt_in' end,
      m.reasons, m.deal_type, private.now() + make_interval(mins => f.undo_minutes), me)
    returning * into intro;
  insert into public.introduction_notes (introduction_id, company_id, body)
    select intro.id, n.company, n.body from (values (m.pk_company, nullif(trim(note_pk), '')), (m.kz_company, nullif(trim(note_kz), ''))) n (company, body)
    where n.body is not null;
  perform private.enqueue_notice('introduction', 'introductions', f.id, side, intro.id, 'intro/' || intro.id || '/' || side || '/introduction', intro.send_after)
    from unnest(array[m.pk_company, m.kz_company]) side;
  update public.matches set state = private.require_next('match', m.state, 'approve', 'organizer'), decided_by = me, stale = false,
    decided_by_name = private.my_name_in(f.id), decided_at = private.now(), snoozed_until = null where id = m.id;
  perform private.audit(f.id, 'organizer', 'approve', 'match', m.id::text, jsonb_build_object('state', m.state),
    jsonb_build_object('state', 'approved', 'introduction', intro.id, 'mode', intro.mode));
  return jsonb_build_object('state', 'approved', 'introduction', intro.id, 'send_after', intro.send_after);
end $$;
comment on function public.approve_match(uuid, text, text) is
  'Approves; with dual key the first of two. Repeated by the same organizer it answers the same introduction; a later one gets 409 with who and when.';

create function public.reject_match(match uuid, reason text, note text default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.matches;
begin
  m := private.lock_match(match);
  if m.state = 'rejected' and m.decided_by is not distinct from (select auth.uid()) then return; end if;
  if private.next_state('match', m.state, 'reject', 'organizer') is null then perform private.refuse(409, 'match_decided', private.decision_facts(m)); end if;
  if reason = 'other' and nullif(trim(note), '') is null then perform private.refuse(422, 'note_needed'); end if;
  update public.matches set state = private.require_next('match', m.state, 'reject', 'organizer'), reject_reason = reason, reject_note = nullif(trim(note), ''),
    decided_by = (select auth.uid()), decided_by_name = private.my_name_in(m.forum_id), decided_at = private.now(), snoozed_until = null, stale = false where id = m.id;
  perform private.audit(m.forum_id, 'organizer', 'reject', 'match', m.id::text, jsonb_build_object('state', m.state), jsonb_build_object('state', 'rejected', 'reason', reason));
end $$;

create function public.snooze_match(match uuid, until timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.matches;
begin
  m := private.lock_match(match);
  if until <= private.now() then perform private.refuse(422, 'date_in_past'); end if;
  if private.next_state('match', m.state, 'snooze', 'organizer') is null then perform private.refuse(409, 'match_decided', private.decision_facts(m)); end if;
  update public.matches set state = private.require_next('match', m.state, 'snooze', 'organizer'), snoozed_until = until,
    decided_by = (select auth.uid()), decided_by_name = private.my_name_in(m.forum_id), decided_at = private.now() where id = m.id;
  perform private.audit(m.forum_id, 'organizer', 'snooze', 'match', m.id::text, jsonb_build_object('state', m.state), jsonb_build_object('state', 'snoozed', 'until', until));
end $$;

create function public.undo_decision(match uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.matches;
  intro public.introductions;
begin
  m := private.lock_match(match);
  if m.state = 'suggested' then return; end if; -- undone already
  if m.state = 'approved' then
    select * into intro from public.introductions where match_id = m.id and state is distinct from 'cancelled' for update;
    perform 1 from private.outbox where introduction_id = intro.id for update;
    if intro.state is distinct from 'held' or exists (select 1 from private.outbox where introduction_id = intro.id and state is distinct from 'queued') then
      perform private.refuse(409, 'already_sent', jsonb_build_object('state', intro.state));
    end if;
    update private.outbox set state = 'cancelled', settled_at = private.now() where introduction_id = intro.id;
    update public.introductions set state = private.require_next('introduction', intro.state, 'cancel', 'organizer'), closed_at = private.now() where id = intro.id;
  end if;
  update public.matches set state = private.require_next('match', m.state, 'undo', 'organizer'), reject_reason = null, reject_note = null, first_approver = null,
    snoozed_until = null, decided_by = null, decided_by_name = null, decided_at = null where id = m.id;
  perform private.audit(m.forum_id, 'organizer', 'undo', 'match', m.id::text, jsonb_build_object('state', m.state), jsonb_build_object('state', 'suggested'));
end $$;

create function private.lock_held(introduction uuid) returns public.introductions
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions;
begin
  select * into i from public.introductions where id = introduction for update;
  perform private.require_organizer(i.forum_id);
  perform 1 from private.outbox where introduction_id = i.id for update;
  if i.state is distinct from 'held' or exists (select 1 from private.outbox where introduction_id = i.id and state is distinct from 'queued') then
    perform private.refuse(409, 'already_sent', jsonb_build_object('state', i.state));
  end if;
  return i;
end $$;

create function public.hold_introduction(introduction uuid, hold boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions := private.lock_held(introduction);
begin
  update public.introductions set on_hold = hold where id = i.id;
  update private.outbox set not_before = case when hold then 'infinity' else greatest(i.send_after, private.now()) end where introduction_id = i.id;
  perform private.audit(i.forum_id, 'organizer', case when hold then 'hold' else 'release' end, 'introduction', i.id::text);
end $$;

create function public.write_introduction_notes(introduction uuid, note_pk text, note_kz text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions := private.lock_held(introduction);
begin
  delete from public.introduction_notes where introduction_id = i.id;
  insert into public.introduction_notes (introduction_id, company_id, body)
    select i.id, n.company, n.body from (values (i.pk_company, nullif(trim(note_pk), '')), (i.kz_company, nullif(trim(note_kz), ''))) n (company, body)
    where n.body is not null;
  perform private.audit(i.forum_id, 'organizer', 'edit_notes', 'introduction', i.id::text);
end $$;

create function public.withdraw_introduction(introduction uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions;
begin
  select * into i from public.introductions where id = introduction for update;
  perform private.require_organizer(i.forum_id);
  if i.state = 'withdrawn' then return; end if;
  update public.introductions set state = private.require_next('introduction', i.state, 'withdraw', 'organizer'), closed_at = private.now() where id = i.id;
  update private.outbox set state = 'cancelled', settled_at = private.now() where introduction_id = i.id and state = 'queued';
  if i.state is distinct from 'held' then
    perform private.enqueue_notice('introduction_withdrawn', 'introductions', i.forum_id, side, i.id, 'intro/' || i.id || '/' || side || '/withdrawn', private.now())
      from unnest(array[i.pk_company, i.kz_company]) side;
  end if;
  perform private.audit(i.forum_id, 'organizer', 'withdraw', 'introduction', i.id::text, jsonb_build_object('state', i.state), jsonb_build_object('state', 'withdrawn'));
end $$;

create function public.send_introduction_now(introduction uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions;
begin
  perform private.require_service();
  if (select name from private.stand) = 'production' then perform private.refuse(403, 'demonstration_only'); end if;
  i := private.lock_held(introduction);
  update private.outbox set not_before = private.now() where introduction_id = i.id;
  update public.introductions set send_after = private.now(), on_hold = false where id = i.id;
end $$;
comment on function public.send_introduction_now(uuid) is 'Past the undo window, on demonstration and test stands only.';

grant execute on function public.approve_match(uuid, text, text), public.reject_match(uuid, text, text), public.snooze_match(uuid, timestamptz),
  public.undo_decision(uuid), public.hold_introduction(uuid, boolean), public.write_introduction_notes(uuid, text, text),
  public.withdraw_introduction(uuid) to authenticated;
grant execute on function public.send_introduction_now(uuid) to service_role;
