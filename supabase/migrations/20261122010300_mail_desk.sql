-- The mail log as a page of the desk: what may be tried again at once is counted, and an alarm that asks for nothing more is put away.

create or replace function public.mail_counts(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select jsonb_build_object(
      'alarms', count(*) filter (where private.mail_in_filter(o, 'alarms')), 'waiting', count(*) filter (where private.mail_in_filter(o, 'waiting')),
      'sent', count(*) filter (where private.mail_in_filter(o, 'sent')), 'failed', count(*) filter (where private.mail_in_filter(o, 'failed')), 'all', count(*),
      'dead', count(*) filter (where o.state = 'dead'))
    from private.outbox o where o.forum_id = forum);
end $$;

create function public.dismiss_mail_alarm(mail uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox := private.lock_mail(mail);
begin
  -- What was given up, or may not have left, is decided; it is not put away.
  if o.state in ('dead', 'unknown') then perform private.refuse(409, 'mail_state', jsonb_build_object('state', o.state)); end if;
  if o.alarm is not null then
    update private.outbox set alarm = null where id = mail;
    perform private.audit(o.forum_id, 'organizer', 'dismiss_alarm', 'mail', mail::text, jsonb_build_object('alarm', o.alarm));
  end if;
  return o.state;
end $$;
comment on function public.dismiss_mail_alarm(uuid) is 'An organizer has seen that a mail came back, was reported or was not sent for silence. 409 where a decision is needed.';
grant execute on function public.dismiss_mail_alarm(uuid) to authenticated, service_role;
