-- The outbox: every mail is a row, written in the transaction that decides it, sent exactly once.

create table private.outbox (
  id uuid primary key default gen_random_uuid(),
  dedupe_key text not null unique check (char_length(dedupe_key) <= 200),
  forum_id uuid references public.forums on delete cascade,
  company_id uuid references public.companies on delete cascade,
  introduction_id uuid references public.introductions on delete cascade,
  notice text not null,
  category text not null check (category in ('account', 'introductions', 'digests', 'desk')),
  locale text not null check (locale in ('en', 'ru', 'kk', 'ur')),
  to_email extensions.citext not null,
  to_name text,
  data jsonb not null default '{}',
  payload jsonb,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'delayed', 'delivered', 'bounced', 'complained',
    'cancelled', 'suppressed', 'unknown', 'dead')),
  not_before timestamptz not null,
  attempts int not null default 0,
  max_attempts int not null default 8,
  first_attempt_at timestamptz,
  lease_token uuid,
  leased_until timestamptz,
  worker text,
  provider_id text,
  error text,
  alarm text,
  created_at timestamptz not null default private.now(),
  sent_at timestamptz,
  settled_at timestamptz
);
comment on table private.outbox is 'dedupe_key is also the provider''s idempotency key; payload, once frozen, is what every try sends.';
create index outbox_due on private.outbox (not_before) where state in ('queued', 'sending');
create index outbox_by_introduction on private.outbox (introduction_id);
create index outbox_by_forum on private.outbox (forum_id, created_at desc);
create index outbox_by_provider on private.outbox (provider_id);

create table private.send_rate (
  only_row boolean primary key default true check (only_row),
  per_second numeric not null default 2 check (per_second > 0),
  burst numeric not null default 2,
  tokens numeric not null default 2,
  refilled_at timestamptz not null default private.now(),
  blocked_until timestamptz
);
comment on table private.send_rate is 'One token bucket for the whole team''s limit at the provider, whoever sends.';
insert into private.send_rate default values;

create table private.suppressions (
  id bigint generated always as identity primary key,
  email extensions.citext not null,
  kind text not null check (kind in ('bounce', 'complaint', 'unsubscribe')),
  category text check (category in ('introductions', 'digests')),
  created_at timestamptz not null default private.now(),
  lifted_at timestamptz,
  constraint only_unsubscribing_is_by_category check ((kind = 'unsubscribe') = (category is not null))
);
comment on table private.suppressions is 'Who asked for silence, or cannot be reached. A complaint is never lifted by its owner.';
create unique index one_live_suppression on private.suppressions (email, kind, coalesce(category, '')) where lifted_at is null;

create table private.mail_events (
  id text primary key,
  outbox_id uuid,
  provider_id text,
  type text not null,
  at timestamptz,
  received_at timestamptz not null default private.now()
);
comment on table private.mail_events is 'The provider''s webhooks by their id: a repeat is dropped.';
create index mail_events_by_outbox on private.mail_events (outbox_id);

create table private.mailbox (
  id text primary key,
  outbox_id uuid not null references private.outbox on delete cascade,
  received_at timestamptz not null default private.now()
);
comment on table private.mailbox is 'Where mail goes without a provider key: development and demonstration.';

create table private.mail_tokens (
  token_hash text primary key,
  purpose text not null check (purpose in ('answer', 'unsubscribe', 'outcome', 'claim', 'resume')),
  action text not null,
  introduction_id uuid references public.introductions on delete cascade,
  company_id uuid references public.companies on delete cascade,
  email extensions.citext not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table private.mail_tokens is 'What a link in a mail may do: one party, one action, once, until it expires. Only hashes stand here.';

create function private.suppression_of(address extensions.citext, of_category text) returns text
language sql stable security definer set search_path = '' as $$
  -- Sign-in and desk mail stops only for addresses that bounce or complained.
  select kind from private.suppressions
    where email = address and lifted_at is null and (kind in ('bounce', 'complaint') or category = of_category)
    order by kind limit 1
$$;

create function private.enqueue_notice(of_notice text, of_category text, forum uuid, company uuid, introduction uuid, key text, due timestamptz, facts jsonb default '{}')
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  mail uuid;
begin
  -- The address is copied here and never passes through the session of whoever decides.
  insert into private.outbox (dedupe_key, forum_id, company_id, introduction_id, notice, category, locale, to_email, to_name, data, not_before)
    select key, forum, company, introduction, of_notice, of_category, c.locale, c.email, c.name, facts, due
    from public.contacts c where c.company_id = company and c.is_primary
    on conflict (dedupe_key) do nothing
    returning id into mail;
  return mail;
end $$;

create function public.enqueue_mail(of_notice text, of_category text, address text, of_locale text, key text, facts jsonb default '{}', forum uuid default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  mail uuid;
begin
  perform private.require_service();
  insert into private.outbox (dedupe_key, forum_id, notice, category, locale, to_email, data, not_before)
    values (key, forum, of_notice, of_category, of_locale, address::extensions.citext, facts, private.now())
    on conflict (dedupe_key) do nothing returning id into mail;
  return mail;
end $$;

create function public.outbox_claim(by_worker text, max_rows int, lease_seconds int) returns setof jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  bucket private.send_rate;
  granted int;
begin
  perform private.require_service();
  -- A first try older than the provider's memory of the key must not be repeated: a person decides.
  update private.outbox set state = 'unknown', alarm = 'unknown_outcome', lease_token = null, settled_at = t
    where state in ('queued', 'sending') and first_attempt_at < t - interval '23 hours' and (leased_until is null or leased_until < t);
  update private.outbox set state = 'dead', alarm = 'tries_exhausted', lease_token = null, settled_at = t
    where state in ('queued', 'sending') and attempts >= max_attempts and (leased_until is null or leased_until < t);
  update private.outbox o set state = 'suppressed', alarm = 'suppressed', error = private.suppression_of(o.to_email, o.category), settled_at = t
    where o.state = 'queued' and o.not_before <= t and private.suppression_of(o.to_email, o.category) is not null;

  select * into bucket from private.send_rate for update;
  if bucket.blocked_until > t then return; end if;
  bucket.tokens := least(bucket.burst, bucket.tokens + bucket.per_second * greatest(0, extract(epoch from t - bucket.refilled_at)));
  granted := least(max_rows, floor(bucket.tokens));

  return query
  with due as (
    select id from private.outbox
      where (state = 'queued' and not_before <= t) or (state = 'sending' and leased_until < t)
      order by (category = 'account') desc, not_before, id limit greatest(granted, 0) for update skip locked
  ), taken as (
    update private.outbox o set state = 'sending', lease_token = gen_random_uuid(), leased_until = t + make_interval(secs => lease_seconds),
      worker = by_worker, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, t)
      from due where o.id = due.id returning o.*
  ), spent as (
    update private.send_rate set tokens = bucket.tokens - (select count(*) from taken), refilled_at = t, blocked_until = null
  )
  select to_jsonb(taken) from taken;
end $$;
comment on function public.outbox_claim(text, int, int) is
  'Leases due rows to a worker, as many as the team''s rate allows. Settles what must not be tried again first.';

create function public.outbox_freeze(mail uuid, token uuid, frozen jsonb, tokens jsonb default '[]') returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  kept jsonb;
begin
  perform private.require_service();
  update private.outbox set payload = coalesce(payload, frozen) where id = mail and state = 'sending' and lease_token = token returning payload into kept;
  if kept is null then return null; end if;
  if kept = frozen then
    insert into private.mail_tokens (token_hash, purpose, action, introduction_id, company_id, email, expires_at)
      select t ->> 'hash', t ->> 'purpose', t ->> 'action', o.introduction_id, o.company_id, o.to_email, (t ->> 'expires_at')::timestamptz
      from jsonb_array_elements(tokens) t, private.outbox o where o.id = mail on conflict do nothing;
  end if;
  return kept;
end $$;
comment on function public.outbox_freeze(uuid, uuid, jsonb, jsonb) is
  'Stores the rendered mail and its links'' hashes before the first try; answers with the bytes that every try sends, or null when the lease is lost.';

create function private.introduction_sent(introduction uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.introductions i set state = private.require_next('introduction', i.state, 'send', 'server'), sent_at = private.now(),
    expires_at = private.now() + make_interval(days => f.expire_days)
    from public.forums f where i.id = introduction and f.id = i.forum_id and i.state = 'held';
end $$;

create function public.outbox_ack(mail uuid, provider text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox;
begin
  perform private.require_service();
  -- Not fenced by the lease: that it was accepted is a fact, whoever reports it.
  select * into o from private.outbox where id = mail for update;
  if o.id is null then return 'gone'; end if;
  if o.provider_id is not null and o.provider_id is distinct from provider then
    update private.outbox set alarm = 'two_provider_ids' where id = mail;
    return 'conflict';
  end if;
  if o.state in ('sent', 'delayed', 'delivered', 'bounced', 'complained') then
    update private.outbox set provider_id = provider where id = mail and provider_id is null;
    return 'already';
  end if;
  update private.outbox set state = 'sent', provider_id = provider, sent_at = private.now(), settled_at = private.now(), lease_token = null,
    leased_until = null, error = null, alarm = null where id = mail;
  if o.introduction_id is not null then perform private.introduction_sent(o.introduction_id); end if;
  return 'sent';
end $$;

create function public.outbox_fail(mail uuid, token uuid, permanent boolean, reason text, delay_seconds numeric, counts boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox;
  t timestamptz := private.now();
begin
  perform private.require_service();
  select * into o from private.outbox where id = mail for update;
  if o.id is null or o.state is distinct from 'sending' or o.lease_token is distinct from token then return 'lost'; end if;
  if permanent or (counts and o.attempts >= o.max_attempts) then
    update private.outbox set state = 'dead', alarm = case when permanent then 'refused' else 'tries_exhausted' end, error = reason, lease_token = null,
      leased_until = null, settled_at = t where id = mail;
    return 'dead';
  end if;
  update private.outbox set state = 'queued', error = reason, lease_token = null, leased_until = null,
    attempts = attempts - case when counts then 0 else 1 end,
    -- A snoozed row was never really tried: the provider's memory of its key has not begun.
    first_attempt_at = case when not counts and attempts = 1 then null else first_attempt_at end,
    not_before = t + make_interval(secs => delay_seconds) where id = mail;
  return 'queued';
end $$;

create function public.outbox_rate(limit_per_second numeric default null, block_seconds numeric default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_service();
  update private.send_rate set per_second = coalesce(limit_per_second, per_second), burst = greatest(1, coalesce(limit_per_second, burst)),
    blocked_until = case when block_seconds is null then blocked_until else private.now() + make_interval(secs => block_seconds) end;
end $$;
comment on function public.outbox_rate(numeric, numeric) is 'What the provider''s headers say of its limit, and how long it asked us to wait.';

create function public.mailbox_deliver(mail uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox;
  provider text;
begin
  perform private.require_service();
  select * into o from private.outbox where id = mail;
  provider := 'mailbox:' || o.dedupe_key;
  insert into private.mailbox (id, outbox_id) values (provider, mail) on conflict do nothing;
  return provider;
end $$;

create function public.mailbox_list(of_email text default null, max_rows int default 100) returns setof jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return query select jsonb_build_object('id', o.id, 'received_at', m.received_at, 'to', o.to_email, 'notice', o.notice, 'locale', o.locale, 'state', o.state,
      'introduction_id', o.introduction_id, 'payload', o.payload)
    from private.mailbox m join private.outbox o on o.id = m.outbox_id
    where of_email is null or o.to_email = of_email::extensions.citext order by m.received_at desc, o.id limit max_rows;
end $$;

create function public.mail_event(event text, mail uuid, provider text, of_type text, happened_at timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare
  o private.outbox;
  ranks constant jsonb := '{"queued":0,"sending":1,"unknown":1,"dead":1,"cancelled":1,"suppressed":1,"sent":2,"delayed":3,"delivered":4,"bounced":5,"complained":6}';
  target text := case of_type when 'email.sent' then 'sent' when 'email.delivery_delayed' then 'delayed' when 'email.delivered' then 'delivered'
    when 'email.bounced' then 'bounced' when 'email.complained' then 'complained' when 'email.suppressed' then 'bounced' end;
begin
  perform private.require_service();
  insert into private.mail_events (id, outbox_id, provider_id, type, at) values (event, mail, provider, of_type, happened_at) on conflict do nothing;
  if not found then return 'repeat'; end if;
  select * into o from private.outbox where id = mail or provider_id = provider order by (id = mail) desc limit 1 for update;
  if o.id is null then return 'unknown_mail'; end if;
  if of_type = 'email.failed' and o.state in ('sending', 'queued', 'sent', 'unknown') then
    update private.outbox set state = 'dead', alarm = 'provider_failed', provider_id = coalesce(provider_id, provider), settled_at = private.now() where id = o.id;
    return 'dead';
  end if;
  -- States only move forward, whatever order the events come in.
  if target is null or (ranks ->> target)::int <= (ranks ->> o.state)::int then return 'kept'; end if;
  update private.outbox set state = target, provider_id = coalesce(provider_id, provider), sent_at = coalesce(sent_at, private.now()),
    settled_at = private.now(), lease_token = null, leased_until = null, alarm = case when target in ('bounced', 'complained') then target end where id = o.id;
  if o.introduction_id is not null then perform private.introduction_sent(o.introduction_id); end if;
  if target in ('bounced', 'complained') then
    insert into private.suppressions (email, kind) values (o.to_email, case target when 'bounced' then 'bounce' else 'complaint' end) on conflict do nothing;
    update public.introductions i set state = private.require_next('introduction', i.state, 'fail', 'server'), closed_at = private.now()
      where i.id = o.introduction_id and target = 'bounced' and o.notice like 'introduction%' and private.next_state('introduction', i.state, 'fail', 'server') is not null;
  end if;
  return target;
end $$;

grant execute on function public.enqueue_mail(text, text, text, text, text, jsonb, uuid), public.outbox_claim(text, int, int), public.outbox_freeze(uuid, uuid, jsonb, jsonb),
  public.outbox_ack(uuid, text), public.outbox_fail(uuid, uuid, boolean, text, numeric, boolean), public.outbox_rate(numeric, numeric),
  public.mailbox_deliver(uuid), public.mailbox_list(text, int), public.mail_event(text, uuid, text, text, timestamptz) to service_role;
