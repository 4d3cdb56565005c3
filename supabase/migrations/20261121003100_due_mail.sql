-- What time does to mail: reminders to go on, check-ins, digests; when bodies are forgotten. And who is told of a request to join.

create or replace function public.review_company(company uuid, forum uuid, decision text, marks jsonb default '{}', reasons text[] default '{}', message text default null)
returns text language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
  was text;
begin
  perform private.require_organizer(forum);
  if not exists (select 1 from public.participations p where p.company_id = company and p.forum_id = forum) then
    perform private.refuse(404, 'not_found');
  end if;
  c := private.lock_company(company, null);
  was := c.state;
  -- One zero on the rubric holds a profile back.
  if decision = 'validate' and exists (select 1 from jsonb_each_text(marks) m where m.value = '0') then
    perform private.refuse(422, 'a_zero_holds');
  end if;
  update public.companies set state = private.require_next('profile', state, decision, 'organizer', jsonb_build_object('state', was)),
    version = version + 1, updated_at = private.now() where id = company returning * into c;
  insert into public.company_reviews (company_id, forum_id, reviewer, decision, substance, clarity, plausibility, completeness, reasons, message)
    values (company, forum, coalesce((select auth.uid()), '00000000-0000-0000-0000-000000000000'), decision, (marks ->> 'substance')::int, (marks ->> 'clarity')::int,
      (marks ->> 'plausibility')::int, (marks ->> 'completeness')::int, reasons, message);
  if decision in ('return', 'suspend') then
    delete from public.matches where company in (pk_company, kz_company) and state in ('suggested', 'snoozed', 'approved_by_one');
  end if;
  perform private.audit(forum, 'organizer', decision, 'company', company::text, jsonb_build_object('state', was), jsonb_build_object('state', c.state));
  if decision in ('validate', 'return') then
    perform private.enqueue_notice(case decision when 'validate' then 'profile_validated' else 'profile_returned' end, 'account', forum, company, null,
      'profile/' || company || '/' || c.version, private.now(), jsonb_build_object('reasons', to_jsonb(reasons), 'message', message));
  end if;
  return c.state;
end $$;

create function private.tell_of_join_request() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enqueue_notice('join_request', 'account', null, new.company_id, null, 'join/' || new.company_id || '/' || new.user_id, private.now(),
    jsonb_build_object('email', new.email));
  return null;
end $$;
create trigger members_hear_of_a_request_to_join after insert on public.join_requests for each row execute function private.tell_of_join_request();

create function private.is_quiet(t timestamptz) returns boolean
language sql immutable set search_path = '' as $$
  -- Both countries keep UTC+5, the year round.
  select extract(hour from t at time zone interval '5 hours') not between 8 and 19
$$;
comment on function private.is_quiet(timestamptz) is 'Between eight in the evening and eight in the morning nobody is reminded of anything.';

create function private.enqueue_check_ins(t timestamptz) returns int
language sql security definer set search_path = '' as $$
  select count(private.enqueue_notice('outcome_check_in', 'introductions', i.forum_id, side, i.id, 'intro/' || i.id || '/' || side || '/check-in/' || due.after, t,
      jsonb_build_object('after', due.after)))::int
    from public.introductions i, unnest(array[i.pk_company, i.kz_company]) side, (values ('30_days', interval '30 days'), ('6_months', interval '6 months')) due (after, waits)
    where i.state = 'connected' and i.connected_at between t - due.waits - interval '14 days' and t - due.waits
      and not exists (select 1 from private.outbox o where o.dedupe_key = 'intro/' || i.id || '/' || side || '/check-in/' || due.after)
$$;

create function private.enqueue_resumes(t timestamptz) returns int
language sql security definer set search_path = '' as $$
  -- Once a draft, three days after it was left, and not when it is weeks old.
  select count(private.enqueue_notice('resume_registration', 'account', null, c.id, null, 'resume/' || c.id, t))::int
    from public.companies c
    where c.state = 'draft' and c.updated_at between t - interval '14 days' and t - interval '3 days'
      and not exists (select 1 from private.outbox o where o.dedupe_key = 'resume/' || c.id)
$$;

create function private.enqueue_firm_digests(t timestamptz) returns int
language sql security definer set search_path = '' as $$
  with month as (
    select to_char(t at time zone interval '5 hours', 'YYYY-MM') as name, date_trunc('month', t at time zone interval '5 hours') at time zone interval '5 hours' as begins
  ), firm as (
    select c.id, p.forum_id, c.completeness,
      (select count(*) from public.introductions i where c.id in (i.pk_company, i.kz_company) and i.state in ('sent', 'answered_by_one')
        and not exists (select 1 from public.answers a where a.introduction_id = i.id and a.company_id = c.id)) as unanswered,
      (select count(*) from public.introductions i where c.id in (i.pk_company, i.kz_company) and i.connected_at >= t - interval '1 month') as connected,
      (select count(*) from public.introductions i where c.id in (i.pk_company, i.kz_company) and i.state = 'expired' and i.closed_at >= t - interval '1 month') as lapsed
    from public.companies c
    join public.participations p on p.company_id = c.id
    join public.forums f on f.id = p.forum_id and f.status = 'open', month m
    where c.state = 'validated' and p.joined_at < m.begins
      and not exists (select 1 from private.outbox o where o.dedupe_key = 'digest/firm/' || c.id || '/' || m.name)
  )
  select count(private.enqueue_notice('firm_digest', 'digests', firm.forum_id, firm.id, null, 'digest/firm/' || firm.id || '/' || m.name, t,
      jsonb_build_object('unanswered', unanswered, 'connected', connected, 'lapsed', lapsed, 'completeness', completeness)))::int
    from firm, month m where unanswered + connected + lapsed > 0
$$;
comment on function private.enqueue_firm_digests(timestamptz) is 'At the beginning of a month, to firms for which something happened or waits.';

create function private.enqueue_desk_digests(t timestamptz) returns int
language plpgsql security definer set search_path = '' as $$
declare
  written int;
begin
  if extract(isodow from t at time zone interval '5 hours') is distinct from 1 then return 0; end if;
  insert into private.outbox (dedupe_key, forum_id, notice, category, locale, to_email, to_name, data, not_before)
    select 'digest/desk/' || f.id || '/' || g.user_id || '/' || to_char(t at time zone interval '5 hours', 'IYYY-IW'), f.id, 'desk_digest', 'digests',
      case when u.raw_user_meta_data ->> 'locale' in ('en', 'ru', 'kk', 'ur') then u.raw_user_meta_data ->> 'locale' else 'en' end, u.email::extensions.citext, g.name,
      jsonb_build_object(
        'waiting', (select count(*) from public.matches m where m.forum_id = f.id and m.state in ('suggested', 'approved_by_one')),
        'to_validate', (select count(*) from public.participations p join public.companies c on c.id = p.company_id where p.forum_id = f.id and c.state = 'published'),
        'unanswered', (select count(*) from public.introductions i where i.forum_id = f.id and i.state in ('sent', 'answered_by_one')),
        'connected', (select count(*) from public.introductions i where i.forum_id = f.id and i.connected_at >= t - interval '7 days'),
        'alarms', (select count(*) from private.outbox o where o.forum_id = f.id and o.alarm is not null)), t
    from public.organizers g join public.forums f on f.id = g.forum_id and f.status = 'open' join auth.users u on u.id = g.user_id
    where g.created_at < t - interval '1 day' and u.email is not null
    on conflict (dedupe_key) do nothing;
  get diagnostics written = row_count;
  return written;
end $$;

create function private.forget_old_mail(t timestamptz) returns int
language plpgsql security definer set search_path = '' as $$
declare
  forgotten int;
begin
  -- A code is nobody's business the day after; a body is kept for a month, so that a question about it can be answered.
  update private.outbox set payload = null, data = '{}', to_name = null
    where settled_at < t - case notice when 'sign_in_code' then interval '1 day' else interval '30 days' end and (payload is not null or data <> '{}')
      and state in ('sent', 'delayed', 'delivered', 'bounced', 'complained', 'cancelled', 'suppressed', 'dead');
  get diagnostics forgotten = row_count;
  delete from private.mail_tokens where expires_at < t - interval '30 days';
  delete from private.mail_events where received_at < t - interval '90 days';
  return forgotten;
end $$;

create function public.run_due_work() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  quiet boolean := private.is_quiet(t);
begin
  perform private.require_service();
  -- One at a time is enough; whoever comes second has nothing to do.
  if not pg_try_advisory_xact_lock(hashtextextended('run_due_work', 3)) then return jsonb_build_object('result', 'running'); end if;
  return jsonb_build_object(
    'quiet', quiet,
    'introductions', case when not quiet then public.run_due_introductions() end,
    'woken', public.wake_snoozed(),
    'check_ins', case when not quiet then private.enqueue_check_ins(t) end,
    'resumes', case when not quiet then private.enqueue_resumes(t) end,
    'firm_digests', case when not quiet then private.enqueue_firm_digests(t) end,
    'desk_digests', case when not quiet then private.enqueue_desk_digests(t) end,
    'forgotten', private.forget_old_mail(t));
end $$;
comment on function public.run_due_work() is 'Everything that only the passing of time brings about. Safe to run by many, at any time; at night nobody is written to.';
grant execute on function public.run_due_work() to service_role;
