-- The organizers' mail log: each mail of their forum and its fate, and what a person may decide of it.

create function private.lock_mail(mail uuid) returns private.outbox
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox;
begin
  select * into o from private.outbox where id = mail for update;
  perform private.require_organizer(o.forum_id);
  return o;
end $$;

create function private.mail_in_filter(o private.outbox, of_filter text) returns boolean
language sql immutable set search_path = '' as $$
  select case of_filter
    when 'alarms' then o.alarm is not null
    when 'waiting' then o.state in ('queued', 'sending')
    when 'sent' then o.state in ('sent', 'delayed', 'delivered')
    when 'failed' then o.state in ('dead', 'bounced', 'complained', 'suppressed', 'unknown')
    else true end
$$;

create function public.mail_log(forum uuid, of_filter text default 'all', before timestamptz default null, before_id uuid default null, max_rows int default 50)
returns setof jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return query select jsonb_build_object('id', o.id, 'created_at', o.created_at, 'notice', o.notice, 'locale', o.locale, 'to', o.to_email, 'company_id', o.company_id,
      'company', c.name_latin, 'introduction_id', o.introduction_id, 'subject', o.payload ->> 'subject', 'state', o.state, 'alarm', o.alarm, 'error', o.error,
      'attempts', o.attempts, 'not_before', nullif(o.not_before, 'infinity'), 'sent_at', o.sent_at)
    from private.outbox o left join public.companies c on c.id = o.company_id
    where o.forum_id = forum and private.mail_in_filter(o, of_filter)
      and (before is null or (o.created_at, o.id) < (before, coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)))
    order by o.created_at desc, o.id desc limit least(max_rows, 200);
end $$;
comment on function public.mail_log(uuid, text, timestamptz, uuid, int) is 'A page of a forum''s mails, the newest first; the last row''s created_at and id are the next page''s cursor. Filters: all, alarms, waiting, sent, failed.';

create function public.mail_counts(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select jsonb_build_object(
      'alarms', count(*) filter (where private.mail_in_filter(o, 'alarms')), 'waiting', count(*) filter (where private.mail_in_filter(o, 'waiting')),
      'sent', count(*) filter (where private.mail_in_filter(o, 'sent')), 'failed', count(*) filter (where private.mail_in_filter(o, 'failed')), 'all', count(*))
    from private.outbox o where o.forum_id = forum);
end $$;

create function private.without_secrets(text text) returns text
language sql immutable set search_path = '' as $$
  -- The secret part of a link is 22 letters after a slash: whoever knew it could answer in the firm's name.
  select regexp_replace(text, '/[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])', '/…', 'g')
$$;

create function public.mail_message(mail uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  o private.outbox;
begin
  select * into o from private.outbox where id = mail;
  perform private.require_organizer(o.forum_id);
  return jsonb_build_object('id', o.id, 'notice', o.notice, 'locale', o.locale, 'to', o.to_email, 'company_id', o.company_id, 'introduction_id', o.introduction_id,
    'state', o.state, 'alarm', o.alarm, 'error', o.error, 'attempts', o.attempts, 'created_at', o.created_at, 'not_before', nullif(o.not_before, 'infinity'),
    'first_attempt_at', o.first_attempt_at, 'sent_at', o.sent_at, 'settled_at', o.settled_at, 'provider_id', o.provider_id,
    'subject', o.payload ->> 'subject', 'reply_to', o.payload ->> 'replyTo', 'html', private.without_secrets(o.payload ->> 'html'), 'text', private.without_secrets(o.payload ->> 'text'),
    'events', (select coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'at', coalesce(e.at, e.received_at)) order by coalesce(e.at, e.received_at)), '[]')
      from private.mail_events e where e.outbox_id = o.id or (o.provider_id is not null and e.provider_id = o.provider_id)));
end $$;
comment on function public.mail_message(uuid) is 'A mail as it went out, without the secret part of its links.';

create function public.retry_mail(mail uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox := private.lock_mail(mail);
begin
  if o.state in ('queued', 'sending') then return o.state; end if;
  if o.state is distinct from 'dead' then perform private.refuse(409, 'mail_state', jsonb_build_object('state', o.state)); end if;
  -- While the provider remembers the key a repeat cannot double; afterwards a person must say that it may.
  if o.first_attempt_at < private.now() - interval '23 hours' and o.alarm is distinct from 'refused' then
    perform private.refuse(409, 'mail_too_old', jsonb_build_object('first_attempt_at', o.first_attempt_at));
  end if;
  update private.outbox set state = 'queued', attempts = 0, alarm = null, settled_at = null, not_before = private.now(),
    -- What was refused for good was never sent: it is written anew, from the facts of now.
    payload = case when o.alarm = 'refused' then null else payload end, first_attempt_at = case when o.alarm = 'refused' then null else first_attempt_at end where id = mail;
  perform private.audit(o.forum_id, 'organizer', 'retry', 'mail', mail::text, jsonb_build_object('state', o.state), jsonb_build_object('state', 'queued'));
  return 'queued';
end $$;
comment on function public.retry_mail(uuid) is 'Tries a dead mail again. 409 mail_too_old where only decide_unknown_mail may.';

create function public.retry_failed_mail(forum uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  one uuid;
  tried int := 0;
begin
  perform private.require_organizer(forum);
  for one in select o.id from private.outbox o where o.forum_id = forum and o.state = 'dead'
      and (o.alarm = 'refused' or o.first_attempt_at >= private.now() - interval '23 hours') loop
    perform public.retry_mail(one);
    tried := tried + 1;
  end loop;
  return tried;
end $$;

create function public.cancel_mail(mail uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox := private.lock_mail(mail);
begin
  if o.state = 'cancelled' then return 'cancelled'; end if;
  if o.state not in ('queued', 'dead', 'unknown', 'suppressed') then perform private.refuse(409, 'mail_state', jsonb_build_object('state', o.state)); end if;
  update private.outbox set state = 'cancelled', alarm = null, settled_at = private.now(), lease_token = null where id = mail;
  perform private.audit(o.forum_id, 'organizer', 'cancel', 'mail', mail::text, jsonb_build_object('state', o.state), jsonb_build_object('state', 'cancelled'));
  return 'cancelled';
end $$;

create function public.decide_unknown_mail(mail uuid, decision text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox := private.lock_mail(mail);
begin
  if decision not in ('sent', 'resend') then perform private.refuse(422, 'unknown_decision'); end if;
  if o.state not in ('unknown', 'dead') then perform private.refuse(409, 'mail_state', jsonb_build_object('state', o.state)); end if;
  if decision = 'sent' then
    update private.outbox set state = 'sent', alarm = null, sent_at = coalesce(sent_at, first_attempt_at), settled_at = private.now() where id = mail;
    if o.introduction_id is not null then perform private.introduction_sent(o.introduction_id); end if;
  else
    -- The organizer has said that it may arrive twice; the provider has forgotten the key.
    update private.outbox set state = 'queued', alarm = null, attempts = 0, first_attempt_at = null, settled_at = null, not_before = private.now() where id = mail;
  end if;
  perform private.audit(o.forum_id, 'organizer', 'decide_' || decision, 'mail', mail::text, jsonb_build_object('state', o.state));
  return case decision when 'sent' then 'sent' else 'queued' end;
end $$;
comment on function public.decide_unknown_mail(uuid, text) is 'A person decides what no machine can know: it was "sent", or "resend" it although it may arrive twice.';

grant execute on function public.mail_log(uuid, text, timestamptz, uuid, int), public.mail_counts(uuid), public.mail_message(uuid), public.retry_mail(uuid),
  public.retry_failed_mail(uuid), public.cancel_mail(uuid), public.decide_unknown_mail(uuid, text) to authenticated, service_role;

create function public.mail_preferences(company uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  return (select jsonb_build_object('introductions', private.suppression_of(k.email, 'introductions'), 'digests', private.suppression_of(k.email, 'digests'))
    from public.contacts k where k.company_id = company and k.is_primary);
end $$;
comment on function public.mail_preferences(uuid) is 'What is silenced for a firm''s contact, and why: null, unsubscribe, bounce or complaint.';

create function public.set_mail_preference(company uuid, of_category text, wanted boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  address extensions.citext;
begin
  perform private.require_member(company);
  if of_category not in ('introductions', 'digests') then perform private.refuse(422, 'unknown_category'); end if;
  select email into address from public.contacts where company_id = company and is_primary;
  if wanted then
    -- Only one's own "stop" is lifted; a bounce or a complaint is not.
    update private.suppressions set lifted_at = private.now() where email = address and kind = 'unsubscribe' and category = of_category and lifted_at is null;
  else
    insert into private.suppressions (email, kind, category) values (address, 'unsubscribe', of_category) on conflict do nothing;
  end if;
  perform private.audit(null, 'member', case when wanted then 'mail_on' else 'mail_off' end, 'company', company::text, null, jsonb_build_object('category', of_category));
end $$;
grant execute on function public.mail_preferences(uuid), public.set_mail_preference(uuid, text, boolean) to authenticated, service_role;
