-- What the page behind a link of a mail shows; and what the mailbox shows on stands without a provider.

create function private.material_of(forum uuid, company uuid, introduction uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  i public.introductions;
  counterpart uuid;
begin
  select * into i from public.introductions where id = introduction;
  counterpart := case when i.pk_company = company then i.kz_company else i.pk_company end;
  return jsonb_build_object(
    'now', private.now(),
    'forum', (select to_jsonb(f) from public.forums f where f.id = forum),
    'company', (select jsonb_build_object('id', c.id, 'country', c.country, 'name_native', c.name_native, 'name_latin', c.name_latin, 'name_locale', c.name_locale)
      from public.companies c where c.id = company),
    'introduction', (select to_jsonb(i) where i.id is not null),
    'parties', case when i.id is null then '[]' else (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from public.introduction_parties(i.id) p) end,
    'note', (select n.body from public.introduction_notes n where n.introduction_id = i.id and n.company_id = company),
    -- Contacts pass with the approval in direct mode, else when both sides have said yes; never before.
    'contact', (select jsonb_build_object('name', k.name, 'role_title', k.role_title, 'email', k.email, 'phone', k.phone) from public.contacts k
      where k.company_id = counterpart and k.is_primary
        and (i.state = 'connected' or (i.mode = 'direct' and i.state in ('held', 'sent', 'answered_by_one', 'postponed')))),
    'answer', (select a.answer from public.answers a where a.introduction_id = i.id and a.company_id = company),
    'corridors', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'as_of', r.as_of) order by r.position), '[]') from public.corridors r));
end $$;

create or replace function public.mail_material(mail uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return (select private.material_of(o.forum_id, o.company_id, o.introduction_id) from private.outbox o where o.id = mail);
end $$;

create function public.link_material(hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return (select private.material_of(i.forum_id, k.company_id, k.introduction_id) - 'contact' || jsonb_build_object('contact', null, 'expired', k.expires_at <= private.now(),
      'email', k.email,
      -- What this side may still say: one may change one's mind until the other side has answered; "not now" may become "yes" even then.
      'other_answered', exists (select 1 from public.answers a where a.introduction_id = i.id and a.company_id is distinct from k.company_id),
      'answered_at', (select a.answered_at from public.answers a where a.introduction_id = i.id and a.company_id = k.company_id))
    from private.mail_tokens k join public.introductions i on i.id = k.introduction_id where k.token_hash = hash and k.purpose = 'answer');
end $$;
comment on function public.link_material(text) is 'What the page of an answer link shows, without contacts: a forwarded link must not give them away. Opening it changes nothing.';

create function public.mailbox_waiting(max_rows int default 50) returns setof jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return query select jsonb_build_object('id', o.id, 'to', o.to_email, 'notice', o.notice, 'locale', o.locale, 'state', o.state, 'not_before', nullif(o.not_before, 'infinity'),
      'introduction_id', o.introduction_id, 'introduction_state', i.state, 'on_hold', coalesce(i.on_hold, false), 'alarm', o.alarm, 'error', o.error)
    from private.outbox o left join public.introductions i on i.id = o.introduction_id
    where o.state in ('queued', 'sending', 'dead', 'unknown', 'suppressed') order by o.not_before, o.id limit max_rows;
end $$;

create function public.mailbox_message(mail text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return (select jsonb_build_object('id', o.id, 'to', o.to_email, 'notice', o.notice, 'locale', o.locale, 'state', o.state, 'payload', o.payload,
      'introduction_id', o.introduction_id, 'key', o.dedupe_key, 'provider_id', o.provider_id,
      'written_at', o.created_at, 'not_before', o.not_before, 'first_attempt_at', o.first_attempt_at, 'attempts', o.attempts, 'received_at', m.received_at)
    from private.outbox o join private.mailbox m on m.outbox_id = o.id where o.id::text = mail);
end $$;

grant execute on function public.link_material(text), public.mailbox_waiting(int), public.mailbox_message(text) to service_role;
