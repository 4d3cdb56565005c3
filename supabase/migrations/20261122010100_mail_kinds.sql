-- Only a sign-in code always comes. What concerns a firm's registration, profile and team is a kind of its own, which its reader can stop.

alter table private.outbox drop constraint outbox_category_check;
alter table private.outbox add constraint outbox_category_check check (category in ('sign_in', 'account', 'introductions', 'digests', 'desk'));
update private.outbox set category = 'sign_in' where notice = 'sign_in_code';
alter table private.suppressions drop constraint suppressions_category_check;
alter table private.suppressions add constraint suppressions_category_check check (category in ('account', 'introductions', 'digests'));

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
      -- Somebody waits before the screen for a code; the rest goes in its order.
      order by (category = 'sign_in') desc, not_before, id limit greatest(granted, 0) for update skip locked
  ), taken as (
    update private.outbox o set state = 'sending', lease_token = gen_random_uuid(), leased_until = t + make_interval(secs => lease_seconds),
      worker = by_worker, attempts = attempts + 1, first_attempt_at = coalesce(first_attempt_at, t)
      from due where o.id = due.id returning o.*
  ), spent as (
    update private.send_rate set tokens = bucket.tokens - (select count(*) from taken), refilled_at = t, blocked_until = null
  )
  select to_jsonb(taken) from taken;
end $$;

create or replace function public.my_mail_preferences() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if (select auth.uid()) is null then perform private.refuse(401, 'signed_out'); end if;
  return (select jsonb_object_agg(c.category, not exists (
      select 1 from private.suppressions s where s.email = private.my_email() and s.kind = 'unsubscribe' and s.category = c.category and s.lifted_at is null))
    from (values ('introductions'), ('digests'), ('account')) c (category));
end $$;
comment on function public.my_mail_preferences() is 'Which kinds of mail the caller wants. A sign-in code always comes.';

create or replace function public.set_mail_preference(of_category text, wanted boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.uid()) is null then perform private.refuse(401, 'signed_out'); end if;
  if of_category not in ('introductions', 'digests', 'account') then perform private.refuse(422, 'category'); end if;
  if wanted then
    -- A complaint or a bounce is another matter: only what the person asked for himself is lifted.
    update private.suppressions set lifted_at = private.now()
      where email = private.my_email() and kind = 'unsubscribe' and category = of_category and lifted_at is null;
  else
    insert into private.suppressions (email, kind, category) values (private.my_email(), 'unsubscribe', of_category) on conflict do nothing;
  end if;
end $$;
