-- What firms answer, from a mail's link or from their home; what follows; and what time does to the silent.

create function private.record_answer(introduction uuid, company uuid, said text, why text, words text, how text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions;
  mine public.answers;
  theirs public.answers;
  step text;
  next_state text;
  other uuid;
begin
  select * into i from public.introductions where id = introduction for update;
  if i.id is null or company not in (i.pk_company, i.kz_company) then perform private.refuse(404, 'not_found'); end if;
  other := case when company = i.pk_company then i.kz_company else i.pk_company end;
  select * into mine from public.answers a where a.introduction_id = i.id and a.company_id = company;
  select * into theirs from public.answers a where a.introduction_id = i.id and a.company_id = other;
  if mine.answer = said then
    return jsonb_build_object('result', 'already', 'state', i.state, 'answer', mine.answer, 'answered_at', mine.answered_at);
  end if;
  if said = 'no' and why is null then perform private.refuse(422, 'reason_needed'); end if;
  -- One may change one's mind until the other side has answered; "not now" may become "yes" even then.
  if mine.answer is not null and theirs.answer is not null and not (mine.answer = 'not_now' and said = 'yes') then
    perform private.refuse(409, 'answer_stands', jsonb_build_object('state', i.state, 'answer', mine.answer));
  end if;
  if theirs.answer in ('no', 'not_now') then
    perform private.refuse(409, 'introduction_state', jsonb_build_object('state', i.state));
  end if;
  step := case said when 'no' then 'decline' when 'not_now' then 'postpone' else case when theirs.answer = 'yes' then 'accept_second' else 'accept_first' end end;
  next_state := private.require_next('introduction', case when i.state = 'answered_by_one' and mine.answer = 'yes' then 'sent' else i.state end, step, 'firm');
  insert into public.answers as a (introduction_id, company_id, answer, reason, note, via, answered_at)
    values (i.id, company, said, why, nullif(trim(words), ''), how, private.now())
    on conflict (introduction_id, company_id) do update set answer = excluded.answer, reason = excluded.reason, note = excluded.note, via = excluded.via, answered_at = excluded.answered_at;
  update public.introductions set state = next_state,
    connected_at = case when next_state = 'connected' then private.now() else connected_at end,
    closed_at = case when next_state in ('connected', 'declined') then private.now() end where id = i.id;
  perform private.audit(i.forum_id, case when how = 'mail' then 'link' else 'member' end, 'answer_' || said, 'introduction', i.id::text,
    jsonb_build_object('state', i.state), jsonb_build_object('state', next_state, 'company', company));
  if next_state = 'connected' then
    perform private.enqueue_notice('introduction_connected', 'introductions', i.forum_id, side, i.id, 'intro/' || i.id || '/' || side || '/connected', private.now())
      from unnest(array[i.pk_company, i.kz_company]) side;
  elsif next_state = 'declined' and theirs.answer = 'yes' then
    perform private.enqueue_notice('introduction_declined', 'introductions', i.forum_id, other, i.id, 'intro/' || i.id || '/' || other || '/declined', private.now());
  end if;
  return jsonb_build_object('result', 'recorded', 'state', next_state, 'answer', said, 'answered_at', private.now());
end $$;

create function public.answer_introduction(introduction uuid, company uuid, said text, why text default null, words text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  if not private.is_service() and not introduction = any (private.my_introductions()) then perform private.refuse(404, 'not_found'); end if;
  return private.record_answer(introduction, company, said, why, words, 'home');
end $$;

create function public.answer_by_token(hash text, why text default null, words text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  k private.mail_tokens;
  said jsonb;
begin
  perform private.require_service();
  select * into k from private.mail_tokens where token_hash = hash and purpose = 'answer' for update;
  if k.token_hash is null then perform private.refuse(404, 'not_found'); end if;
  if k.used_at is not null then
    return (select jsonb_build_object('result', 'already', 'state', i.state, 'answer', a.answer, 'answered_at', a.answered_at)
      from public.introductions i left join public.answers a on a.introduction_id = i.id and a.company_id = k.company_id where i.id = k.introduction_id);
  end if;
  if k.expires_at <= private.now() then perform private.refuse(410, 'link_expired'); end if;
  said := private.record_answer(k.introduction_id, k.company_id, k.action, why, words, 'mail');
  update private.mail_tokens set used_at = private.now() where token_hash = hash;
  return said;
end $$;

create function public.read_token(hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return (select jsonb_build_object('purpose', k.purpose, 'action', k.action, 'introduction', k.introduction_id, 'company', k.company_id, 'email', k.email,
      'used', k.used_at is not null, 'expired', k.expires_at <= private.now(), 'state', i.state, 'answer', a.answer, 'answered_at', a.answered_at)
    from private.mail_tokens k left join public.introductions i on i.id = k.introduction_id
    left join public.answers a on a.introduction_id = k.introduction_id and a.company_id = k.company_id where k.token_hash = hash);
end $$;
comment on function public.read_token(text) is 'What a link is for, without using it: opening a link changes nothing.';

create function public.unsubscribe_by_token(hash text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  k private.mail_tokens;
begin
  perform private.require_service();
  select * into k from private.mail_tokens where token_hash = hash and purpose = 'unsubscribe';
  if k.token_hash is null then perform private.refuse(404, 'not_found'); end if;
  insert into private.suppressions (email, kind, category) values (k.email, 'unsubscribe', k.action) on conflict do nothing;
  return jsonb_build_object('email', k.email, 'category', k.action);
end $$;

create function public.report_outcome(introduction uuid, company uuid, of_kind text, value numeric, happened date, level text, document text default null, words text default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions;
  reported uuid;
begin
  select * into i from public.introductions where id = introduction;
  if company is null then perform private.require_organizer(i.forum_id);
  else
    perform private.require_member(company);
    if i.id is null or company not in (i.pk_company, i.kz_company) then perform private.refuse(404, 'not_found'); end if;
  end if;
  if i.state is distinct from 'connected' and i.mode is distinct from 'direct' then perform private.refuse(409, 'introduction_state', jsonb_build_object('state', i.state)); end if;
  if happened > private.now()::date then perform private.refuse(422, 'date_in_future'); end if;
  -- What customs verified is said by an organizer, not by a firm.
  if company is not null and level = 'customs_verified' then perform private.refuse(403, 'organizer_only'); end if;
  insert into public.outcomes (introduction_id, kind, value_usd, happened_on, evidence, document_url, note, company_id, reported_by)
    values (i.id, of_kind, value, happened, level, nullif(trim(document), ''), nullif(trim(words), ''), company, (select auth.uid())) returning id into reported;
  perform private.audit(i.forum_id, case when company is null then 'organizer' else 'member' end, 'outcome', 'introduction', i.id::text, null,
    jsonb_build_object('kind', of_kind, 'evidence', level));
  return reported;
end $$;

create function public.run_due_introductions() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  t timestamptz := private.now();
  nudged int;
  lapsed int;
begin
  perform private.require_service();
  with due as (
    update public.introductions i set nudged_at = t from public.forums f
      where f.id = i.forum_id and i.state in ('sent', 'answered_by_one') and i.nudged_at is null and i.sent_at <= t - make_interval(days => f.nudge_days)
      returning i.*
  )
  select count(private.enqueue_notice('introduction_reminder', 'introductions', d.forum_id, side, d.id, 'intro/' || d.id || '/' || side || '/reminder', t)) into nudged
    from due d, unnest(array[d.pk_company, d.kz_company]) side
    where not exists (select 1 from public.answers a where a.introduction_id = d.id and a.company_id = side);
  update public.introductions i set state = private.require_next('introduction', i.state, 'expire', 'server'), closed_at = t
    where i.state in ('sent', 'answered_by_one', 'postponed') and i.expires_at <= t;
  get diagnostics lapsed = row_count;
  return jsonb_build_object('nudged', nudged, 'lapsed', lapsed);
end $$;
comment on function public.run_due_introductions() is 'Reminds the silent once, and lets what nobody answered lapse. Safe to run by many, at any time.';

grant execute on function public.answer_introduction(uuid, uuid, text, text, text), public.report_outcome(uuid, uuid, text, numeric, date, text, text, text) to authenticated, service_role;
grant execute on function public.answer_by_token(text, text, text), public.read_token(text), public.unsubscribe_by_token(text), public.run_due_introductions() to service_role;
