-- A lease that lapses costs no try. Answers of the database that nobody hears, or workers that die, would else use up a mail's eight tries within
-- minutes and without a call to the provider.

alter table private.outbox add column lapses int not null default 0;
comment on column private.outbox.lapses is 'Leases on end from which nobody came back; the try they belong to is counted once.';

create or replace function public.outbox_claim(by_worker text, max_rows int, lease_seconds int) returns setof jsonb
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
  -- Nobody who took it came back, a quarter of an hour long.
  update private.outbox set state = 'dead', alarm = 'tries_exhausted', lease_token = null, settled_at = t
    where state = 'sending' and leased_until < t and lapses >= 20;
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
      -- Somebody waits before the screen for a code; the rest goes in its order.
      order by (category = 'sign_in') desc, not_before, id limit greatest(granted, 0) for update skip locked
  ), taken as (
    update private.outbox o set state = 'sending', lease_token = gen_random_uuid(), leased_until = t + make_interval(secs => lease_seconds),
      worker = by_worker, attempts = attempts + case o.state when 'sending' then 0 else 1 end,
      lapses = case o.state when 'sending' then lapses + 1 else 0 end, first_attempt_at = coalesce(first_attempt_at, t)
      from due where o.id = due.id returning o.*
  ), spent as (
    update private.send_rate set tokens = bucket.tokens - (select count(*) from taken), refilled_at = t, blocked_until = null
  )
  select to_jsonb(taken) from taken;
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
  update private.outbox set state = 'queued', error = reason, lease_token = null, leased_until = null,
    -- A snooze costs no try; but where a lease lapsed before it, that one may have reached the provider, and stays counted.
    attempts = attempts - case when counts or lapses > 0 then 0 else 1 end,
    -- A row that was only ever snoozed was never tried: the provider's memory of its key has not begun.
    first_attempt_at = case when not counts and lapses = 0 and attempts = 1 then null else first_attempt_at end,
    not_before = t + make_interval(secs => delay_seconds) where id = mail;
  return 'queued';
end $$;
