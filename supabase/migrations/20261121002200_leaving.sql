-- Leaving: the person's and the firm's data go; what concerns the other side stays, without the name of who left.

alter table public.companies add column erased_at timestamptz;
comment on column public.companies.erased_at is
  'The firm left and was reduced to its country: introductions and outcomes of its counterparts stand on. Such a row is a draft that nobody owns.';

create function private.my_email() returns extensions.citext
language sql stable security definer set search_path = '' as $$
  select email::extensions.citext from auth.users where id = (select auth.uid())
$$;

create function private.erase_company(company uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.introductions;
begin
  perform 1 from public.companies where id = company for update;
  -- What is still under way ends; a counterpart who knows of it is told.
  for i in select * from public.introductions where company in (pk_company, kz_company) for update loop
    update private.outbox set state = 'cancelled', settled_at = private.now() where introduction_id = i.id and state = 'queued';
    if i.state = 'held' then
      update public.introductions set state = private.require_next('introduction', i.state, 'cancel', 'organizer'), closed_at = private.now() where id = i.id;
    elsif private.next_state('introduction', i.state, 'withdraw', 'organizer') is not null and i.state is distinct from 'connected' then
      update public.introductions set state = private.require_next('introduction', i.state, 'withdraw', 'organizer'), closed_at = private.now() where id = i.id;
      perform private.enqueue_notice('introduction_withdrawn', 'introductions', i.forum_id, side, i.id, 'intro/' || i.id || '/' || side || '/withdrawn', private.now())
        from unnest(array[i.pk_company, i.kz_company]) side where side is distinct from company;
    end if;
  end loop;
  -- The mails of its introductions hold its words, and its contacts: what was sent is forgotten, on both sides.
  update private.outbox set payload = null, data = '{}' where introduction_id in
    (select p.id from public.introductions p where company in (p.pk_company, p.kz_company)) and state not in ('queued', 'sending');
  update private.outbox set payload = null, data = '{}', to_name = null, to_email = 'erased@erased.invalid',
    state = case when state = 'queued' then 'cancelled' else state end where company_id = company;
  delete from private.mail_tokens where company_id = company;
  delete from public.contacts where company_id = company;
  delete from public.listings where company_id = company;
  delete from public.consents where company_id = company;
  delete from public.join_requests where company_id = company;
  delete from public.company_notes where company_id = company;
  delete from public.company_reviews where company_id = company;
  delete from public.introduction_notes where company_id = company;
  update public.answers set note = null where company_id = company;
  update public.outcomes set note = null, document_url = null, reported_by = null where company_id = company;
  delete from public.participations where company_id = company;
  delete from public.company_members where company_id = company;
  delete from public.matches m where company in (m.pk_company, m.kz_company)
    and not exists (select 1 from public.introductions p where p.match_id = m.id and p.state is distinct from 'cancelled');

  if exists (select 1 from public.introductions p where company in (p.pk_company, p.kz_company)) then
    update public.companies set state = 'draft', name_native = 'Former participant', name_latin = 'Former participant', name_locale = 'en', name_key = null,
      registration_kind = null, registration_number = null, region = null, city = null, founded_year = null, employees_band = null, website = null, about = null,
      sectors = '{}', corridors = '{}', ports = '{}', incoterms = '{}', certificates = '{}', working_languages = '{}', locale = 'en', show_name = false,
      completeness = 0, version = version + 1, published_at = null, confirmed_at = null, updated_at = private.now(), erased_at = private.now() where id = company;
  else
    delete from public.companies where id = company;
  end if;
  perform private.audit(null, 'member', 'erase', 'company', company::text);
end $$;

create function public.leave() returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  address extensions.citext := private.my_email();
  mine public.company_members;
  heir uuid;
  erased int := 0;
  handed_on int := 0;
begin
  if me is null then perform private.refuse(401, 'signed_out'); end if;
  -- Who decides for others hands that over first.
  if exists (select 1 from public.organizers o where o.user_id = me) then perform private.refuse(409, 'organizer'); end if;
  for mine in select * from public.company_members where user_id = me for update loop
    select m.user_id into heir from public.company_members m
      where m.company_id = mine.company_id and m.user_id is distinct from me order by (m.role = 'owner') desc, m.created_at limit 1;
    if heir is null then
      perform private.erase_company(mine.company_id);
      erased := erased + 1;
    else
      -- The firm goes on with those who stay: the eldest of them owns it, and is who we write to, if it was the one who leaves.
      delete from public.company_members where company_id = mine.company_id and user_id = me;
      if mine.role = 'owner' then update public.company_members set role = 'owner' where company_id = mine.company_id and user_id = heir; end if;
      update public.contacts k set email = u.email::extensions.citext, name = split_part(u.email, '@', 1), role_title = null, phone = null, updated_at = private.now()
        from auth.users u where u.id = heir and k.company_id = mine.company_id and k.email = address;
      handed_on := handed_on + 1;
    end if;
  end loop;
  delete from public.join_requests where user_id = me;
  update private.outbox set payload = null, data = '{}', to_name = null, to_email = 'erased@erased.invalid',
    state = case when state = 'queued' then 'cancelled' else state end where to_email = address;
  delete from private.mail_tokens where email = address;
  delete from auth.users where id = me;
  return jsonb_build_object('erased', erased, 'handed_on', handed_on);
end $$;
comment on function public.leave() is
  'Deletes the caller''s account, and the firms of which he is the only member. Suppressions stay: they are what keeps us from writing to the address again.';
grant execute on function public.leave() to authenticated;
