-- What a firm's home needs beyond the policies: reasons of a review without its marks, its introductions at a glance, its mail preferences.

create function public.latest_review(company uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  return (select jsonb_build_object('decision', r.decision, 'reasons', to_jsonb(r.reasons), 'message', r.message, 'at', r.created_at)
    from public.company_reviews r where r.company_id = company order by r.created_at desc limit 1);
end $$;
comment on function public.latest_review(uuid) is 'What an organizer last decided of a profile and why. The marks and the reviewer stay with the desk.';

create function public.company_introductions(company uuid) returns setof jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  return query
    select jsonb_build_object('id', i.id, 'state', i.state, 'mode', i.mode, 'deal_type', i.deal_type, 'sent_at', i.sent_at, 'expires_at', i.expires_at,
        'connected_at', i.connected_at, 'closed_at', i.closed_at, 'my_answer', a.answer, 'my_reason', a.reason, 'answered_at', a.answered_at,
        'counterpart', jsonb_build_object('id', o.id, 'country', o.country, 'name_native', o.name_native, 'name_latin', o.name_latin, 'name_locale', o.name_locale,
          'region', o.region, 'city', o.city, 'is_demo', o.is_demo, 'erased', o.erased_at is not null),
        'outcomes', (select count(*) from public.outcomes r where r.introduction_id = i.id))
    from public.introductions i
    join public.companies o on o.id = case when i.pk_company = company then i.kz_company else i.pk_company end
    left join public.answers a on a.introduction_id = i.id and a.company_id = company
    where company in (i.pk_company, i.kz_company) and i.state not in ('held', 'cancelled')
    order by i.sent_at desc nulls last, i.id;
end $$;
comment on function public.company_introductions(uuid) is
  'The introductions a firm has received, the newest first, with its own answer and who is on the other side: never what the other side answered.';

create function public.company_team(company uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  return jsonb_build_object(
    'members', (select coalesce(jsonb_agg(jsonb_build_object('user', m.user_id, 'email', u.email, 'role', m.role, 'since', m.created_at) order by m.created_at), '[]')
      from public.company_members m left join auth.users u on u.id = m.user_id where m.company_id = company),
    'asking', (select coalesce(jsonb_agg(jsonb_build_object('user', r.user_id, 'email', r.email, 'since', r.created_at) order by r.created_at), '[]')
      from public.join_requests r where r.company_id = company and r.state = 'asked'));
end $$;
comment on function public.company_team(uuid) is 'Who works on a firm''s profile, and who asks to: addresses for the firm''s own members alone.';

create function public.my_mail_preferences() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  if (select auth.uid()) is null then perform private.refuse(401, 'signed_out'); end if;
  return (select jsonb_object_agg(c.category, not exists (
      select 1 from private.suppressions s where s.email = private.my_email() and s.kind = 'unsubscribe' and s.category = c.category and s.lifted_at is null))
    from (values ('introductions'), ('digests')) c (category));
end $$;
comment on function public.my_mail_preferences() is 'Which kinds of mail the caller wants. Sign-in and account mail always comes.';

create function public.set_mail_preference(of_category text, wanted boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if (select auth.uid()) is null then perform private.refuse(401, 'signed_out'); end if;
  if of_category not in ('introductions', 'digests') then perform private.refuse(422, 'category'); end if;
  if wanted then
    -- A complaint or a bounce is another matter: only what the person asked for himself is lifted.
    update private.suppressions set lifted_at = private.now()
      where email = private.my_email() and kind = 'unsubscribe' and category = of_category and lifted_at is null;
  else
    insert into private.suppressions (email, kind, category) values (private.my_email(), 'unsubscribe', of_category) on conflict do nothing;
  end if;
end $$;

grant execute on function public.latest_review(uuid), public.company_introductions(uuid), public.company_team(uuid), public.my_mail_preferences(), public.set_mail_preference(text, boolean)
  to authenticated, service_role;
