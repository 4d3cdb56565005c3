-- An introduction reached the wrong desk of a firm: whoever holds its link may pass it to a colleague, and to nobody else.

create function private.is_colleague(company uuid, holder extensions.citext, address extensions.citext) returns boolean
language sql stable security definer set search_path = '' as $$
  select (split_part(holder::text, '@', 2) = split_part(address::text, '@', 2)
      -- At a public provider the same domain says nothing.
      and split_part(address::text, '@', 2) not in ('gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'live.com', 'icloud.com', 'proton.me', 'protonmail.com',
        'mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'internet.ru', 'yandex.ru', 'yandex.com', 'yandex.kz', 'ya.ru', 'rambler.ru', 'gmx.com', 'aol.com', 'zoho.com', 'mail.com'))
    or exists (select 1 from public.company_members m join auth.users u on u.id = m.user_id where m.company_id = company and lower(u.email) = lower(address::text))
$$;
comment on function private.is_colleague(uuid, extensions.citext, extensions.citext) is 'The same house''s domain, or somebody the firm has let into its team.';

create function public.pass_on_introduction(hash text, address text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  k private.mail_tokens;
  i public.introductions;
  colleague extensions.citext := lower(trim(address))::extensions.citext;
  key text;
begin
  perform private.require_service();
  select * into k from private.mail_tokens where token_hash = hash and purpose = 'answer';
  if k.token_hash is null then perform private.refuse(404, 'not_found'); end if;
  if k.expires_at <= private.now() then perform private.refuse(410, 'link_expired'); end if;
  select * into i from public.introductions where id = k.introduction_id for update;
  if i.state not in ('sent', 'answered_by_one', 'postponed') then perform private.refuse(409, 'introduction_state', jsonb_build_object('state', i.state)); end if;
  if not private.is_colleague(k.company_id, k.email, colleague) then perform private.refuse(403, 'not_of_firm', jsonb_build_object('domain', split_part(k.email::text, '@', 2))); end if;
  if private.suppression_of(colleague, 'introductions') is not null then perform private.refuse(409, 'suppressed'); end if;
  key := 'intro/' || i.id || '/' || k.company_id || '/pass/' || md5(colleague::text);
  if exists (select 1 from private.outbox where dedupe_key = key) then return 'already'; end if;
  if 3 <= (select count(*) from private.outbox where introduction_id = i.id and company_id = k.company_id and dedupe_key like '%/pass/%') then
    perform private.refuse(429, 'passed_often');
  end if;
  insert into private.outbox (dedupe_key, forum_id, company_id, introduction_id, notice, category, locale, to_email, data, not_before)
    select key, i.forum_id, k.company_id, i.id, 'passed_introduction', 'introductions', c.locale, colleague, '{}', private.now()
    from public.contacts c where c.company_id = k.company_id and c.is_primary;
  perform private.audit(i.forum_id, 'link', 'pass_on', 'introduction', i.id::text, null, jsonb_build_object('company', k.company_id));
  return 'passed';
end $$;
comment on function public.pass_on_introduction(text, text) is 'Sends the same introduction to a colleague, at most three. The address is copied into the outbox and nowhere else.';
grant execute on function public.pass_on_introduction(text, text) to service_role;
