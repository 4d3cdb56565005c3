-- The provider's limit is kept by sending one after another: each claimed mail is told how long to wait. A bucket let whole bursts go, of which
-- the provider refused the half.
--
-- While the provider is out of reach, one mail every half minute asks for all whether it is back: the others keep their tries. Once it accepts one,
-- nothing is left to wait for, and those that were tried do not wait out the pauses they learned, of up to eight hours.

alter table private.send_rate add column failing_since timestamptz, add column next_at timestamptz not null default private.now(),
  drop column burst, drop column tokens, drop column refilled_at;
comment on table private.send_rate is 'The whole team''s pace at the provider, whoever sends.';
comment on column private.send_rate.next_at is 'When the next mail may go; those claimed before have their times already.';
comment on column private.send_rate.failing_since is 'The first of the tries that failed since the last mail that was accepted.';

create function private.outage_begins() returns interval language sql immutable set search_path = '' as $$ select interval '1 minute' $$;
comment on function private.outage_begins() is 'How long no try at all must have succeeded. Were it shorter, a mail that fails by itself among others that do not would be taken for an outage.';

create function private.provider_accepts() returns void
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  since timestamptz := (select failing_since from private.send_rate);
begin
  if since is null then return; end if;
  if since > t - private.outage_begins() then
    update private.send_rate set failing_since = null;
    return;
  end if;
  update private.send_rate set failing_since = null, blocked_until = null;
  update private.outbox o set not_before = t
    from (select id from private.outbox where state = 'queued' and attempts > 0 and not_before > t for update skip locked) waits where o.id = waits.id;
end $$;

create or replace function public.outbox_claim(by_worker text, max_rows int, lease_seconds int) returns setof jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  pace private.send_rate;
  first_at timestamptz;
  apart interval;
  granted int;
  out_of_reach boolean;
begin
  perform private.require_service();
  -- A first try older than the provider's memory of the key must not be repeated: a person decides.
  update private.outbox set state = 'unknown', alarm = 'unknown_outcome', lease_token = null, settled_at = t
    where state in ('queued', 'sending') and first_attempt_at < t - interval '23 hours' and (leased_until is null or leased_until < t);
  -- Nobody who took it came back, a quarter of an hour long.
  update private.outbox set state = 'dead', alarm = 'tries_exhausted', lease_token = null, settled_at = t
    where state = 'sending' and leased_until < t and lapses >= 20;
  update private.outbox o set state = 'suppressed', alarm = 'suppressed', error = private.suppression_of(o.to_email, o.category), settled_at = t
    where o.state = 'queued' and o.not_before <= t and private.suppression_of(o.to_email, o.category) is not null;

  select * into pace from private.send_rate for update;
  if pace.blocked_until > t then return; end if;
  -- A twentieth more than the limit asks for: calls do not take equally long on their way.
  apart := make_interval(secs => 1.05 / pace.per_second);
  -- No claim reaches further ahead than this: the clock was put back.
  first_at := case when pace.next_at > t + interval '1 second' + apart then t else greatest(t, pace.next_at) end;
  -- What goes out within a second and no more, so that whoever waits for a code is soon served.
  granted := least(max_rows, ceil(extract(epoch from t + interval '1 second' - first_at) / extract(epoch from apart)));
  out_of_reach := pace.failing_since < t - private.outage_begins();
  if out_of_reach then granted := least(granted, 1); end if;

  return query
  with due as (
    select id from private.outbox
      where (state = 'queued' and not_before <= t) or (state = 'sending' and leased_until < t)
      -- Somebody waits before the screen for a code; the rest goes in its order.
      order by (category = 'sign_in') desc, not_before, id limit greatest(granted, 0) for update skip locked
  ), placed as (
    select id, row_number() over () - 1 as place from due
  ), taken as (
    update private.outbox o set state = 'sending', lease_token = gen_random_uuid(), leased_until = t + make_interval(secs => lease_seconds),
      worker = by_worker, attempts = attempts + case o.state when 'sending' then 0 else 1 end,
      lapses = case o.state when 'sending' then lapses + 1 else 0 end, first_attempt_at = coalesce(first_attempt_at, t)
      from placed where o.id = placed.id returning o.*, place
  ), spent as (
    update private.send_rate set next_at = first_at + apart * (select count(*) from taken),
      blocked_until = case when out_of_reach and exists (select 1 from taken) then t + interval '30 seconds' end
  )
  select to_jsonb(taken) || jsonb_build_object('wait_seconds', extract(epoch from first_at + apart * place - t)) from taken;
end $$;

create or replace function public.outbox_ack(mail uuid, provider text) returns text
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
  perform private.provider_accepts();
  if o.introduction_id is not null then perform private.introduction_sent(o.introduction_id); end if;
  return 'sent';
end $$;

create or replace function public.outbox_fail(mail uuid, token uuid, permanent boolean, reason text, delay_seconds numeric, counts boolean) returns text
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
  if counts then update private.send_rate set failing_since = t where failing_since is null; end if;
  update private.outbox set state = 'queued', error = reason, lease_token = null, leased_until = null,
    -- A snooze costs no try; but where a lease lapsed before it, that one may have reached the provider, and stays counted.
    attempts = attempts - case when counts or lapses > 0 then 0 else 1 end,
    -- A row that was only ever snoozed was never tried: the provider's memory of its key has not begun.
    first_attempt_at = case when not counts and lapses = 0 and attempts = 1 then null else first_attempt_at end,
    not_before = t + make_interval(secs => delay_seconds) where id = mail;
  return 'queued';
end $$;

create or replace function public.outbox_rate(limit_per_second numeric default null, block_seconds numeric default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_service();
  update private.send_rate set per_second = coalesce(limit_per_second, per_second),
    blocked_until = case when block_seconds is null then blocked_until else private.now() + make_interval(secs => block_seconds) end;
end $$;
