-- What the worker must know to write a mail, read at one moment; and how a waiting sign-in code is kept short-lived.

create function public.mail_material(mail uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  o private.outbox;
  i public.introductions;
  counterpart uuid;
begin
  perform private.require_service();
  select * into o from private.outbox where id = mail;
  if o.id is null then return null; end if;
  select * into i from public.introductions where id = o.introduction_id;
  counterpart := case when i.pk_company = o.company_id then i.kz_company else i.pk_company end;
  return jsonb_build_object(
    'now', private.now(),
    'forum', (select to_jsonb(f) from public.forums f where f.id = o.forum_id),
    'company', (select jsonb_build_object('id', c.id, 'country', c.country, 'name_native', c.name_native, 'name_latin', c.name_latin, 'name_locale', c.name_locale)
      from public.companies c where c.id = o.company_id),
    'introduction', (select to_jsonb(i) where i.id is not null),
    'parties', case when i.id is null then '[]' else (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from public.introduction_parties(i.id) p) end,
    'note', (select n.body from public.introduction_notes n where n.introduction_id = i.id and n.company_id = o.company_id),
    -- Contacts pass with the approval in direct mode, else when both sides have said yes; never before.
    'contact', (select jsonb_build_object('name', k.name, 'role_title', k.role_title, 'email', k.email, 'phone', k.phone) from public.contacts k
      where k.company_id = counterpart and k.is_primary
        and (i.state = 'connected' or (i.mode = 'direct' and i.state in ('held', 'sent', 'answered_by_one', 'postponed')))),
    'answer', (select a.answer from public.answers a where a.introduction_id = i.id and a.company_id = o.company_id),
    'corridors', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'as_of', r.as_of) order by r.position), '[]') from public.corridors r));
end $$;
comment on function public.mail_material(uuid) is 'What a mail of the outbox is written from: forum, both firms, note, and the counterpart''s contact where it is open.';
grant execute on function public.mail_material(uuid) to service_role;

create function public.outbox_backlog() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return (select jsonb_build_object(
      'due', count(*) filter (where state = 'queued' and not_before <= private.now()), 'sending', count(*) filter (where state = 'sending'),
      'waiting', count(*) filter (where state = 'queued'), 'alarms', count(*) filter (where alarm is not null))
    from private.outbox where state in ('queued', 'sending') or alarm is not null);
end $$;
comment on function public.outbox_backlog() is 'How many mails wait, are on their way, or need a person.';
grant execute on function public.outbox_backlog() to service_role;
