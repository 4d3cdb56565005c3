-- What a firm may do with its profile: begin, save, publish, take back. Each a verb, one transaction.

create function public.begin_company(country text, locale text, email text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  mine uuid;
begin
  if me is null then perform private.refuse(401, 'signed_out'); end if;
  -- Asked again (a double submit, another device), the same draft answers.
  perform pg_advisory_xact_lock(hashtextextended(me::text, 1));
  select c.id into mine from public.company_members m join public.companies c on c.id = m.company_id
    where m.user_id = me and c.state = 'draft' order by c.created_at limit 1;
  if mine is null then
    insert into public.companies (country, locale) values (begin_company.country, begin_company.locale) returning id into mine;
    insert into public.company_members (company_id, user_id, role) values (mine, me, 'owner');
    insert into public.contacts (company_id, name, email, locale) values (mine, split_part(begin_company.email, '@', 1), begin_company.email::extensions.citext, begin_company.locale);
    perform private.audit(null, 'member', 'begin', 'company', mine::text);
  else
    update public.companies set country = begin_company.country, locale = begin_company.locale,
      registration_kind = case when companies.country = begin_company.country then registration_kind end,
      registration_number = case when companies.country = begin_company.country then registration_number end
      where id = mine;
  end if;
  return mine;
end $$;

create function private.lock_company(company uuid, expected_version int) returns public.companies
language plpgsql security definer set search_path = '' as $$
declare
  found public.companies;
begin
  select * into found from public.companies where id = company for update;
  if found.id is null then perform private.refuse(404, 'not_found'); end if;
  if expected_version is not null and found.version is distinct from expected_version then
    perform private.refuse(409, 'stale_page', jsonb_build_object('version', found.version));
  end if;
  return found;
end $$;

create function private.mark_stale(company uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.matches set stale = true where company in (pk_company, kz_company) and state = 'approved_by_one';
end $$;
comment on function private.mark_stale(uuid) is 'An edit after one organizer approved: the pair comes before the organizers again.';

create function public.save_company(company uuid, patch jsonb, expected_version int default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
  renamed boolean;
begin
  perform private.require_member(company);
  c := private.lock_company(company, expected_version);
  renamed := (patch ? 'name_native' and patch ->> 'name_native' is distinct from c.name_native)
    or (patch ? 'registration_number' and patch ->> 'registration_number' is distinct from c.registration_number);
  if patch ? 'registration_number' and exists (
    select 1 from public.companies o where o.id is distinct from c.id and o.state is distinct from 'draft' and o.country = c.country
      and o.registration_kind = patch ->> 'registration_kind' and o.registration_number = patch ->> 'registration_number') then
    perform private.refuse(409, 'registration_taken');
  end if;
  update public.companies set
    name_native = case when patch ? 'name_native' then patch ->> 'name_native' else name_native end,
    name_latin = case when patch ? 'name_latin' then patch ->> 'name_latin' else name_latin end,
    name_locale = case when patch ? 'name_locale' then patch ->> 'name_locale' else name_locale end,
    name_key = case when patch ? 'name_key' then patch ->> 'name_key' else name_key end,
    registration_kind = case when patch ? 'registration_kind' then patch ->> 'registration_kind' else registration_kind end,
    registration_number = case when patch ? 'registration_number' then patch ->> 'registration_number' else registration_number end,
    region = case when patch ? 'region' then patch ->> 'region' else region end,
    city = case when patch ? 'city' then patch ->> 'city' else city end,
    founded_year = case when patch ? 'founded_year' then (patch ->> 'founded_year')::int else founded_year end,
    employees_band = case when patch ? 'employees_band' then patch ->> 'employees_band' else employees_band end,
    website = case when patch ? 'website' then patch ->> 'website' else website end,
    about = case when patch ? 'about' then patch ->> 'about' else about end,
    sectors = case when patch ? 'sectors' then private.text_array(patch -> 'sectors') else sectors end,
    corridors = case when patch ? 'corridors' then private.text_array(patch -> 'corridors') else corridors end,
    ports = case when patch ? 'ports' then private.text_array(patch -> 'ports') else ports end,
    incoterms = case when patch ? 'incoterms' then private.text_array(patch -> 'incoterms') else incoterms end,
    certificates = case when patch ? 'certificates' then private.text_array(patch -> 'certificates') else certificates end,
    working_languages = case when patch ? 'working_languages' then private.text_array(patch -> 'working_languages') else working_languages end,
    locale = coalesce(patch ->> 'locale', locale),
    show_name = coalesce((patch ->> 'show_name')::boolean, show_name),
    completeness = coalesce((patch ->> 'completeness')::int, completeness),
    state = private.require_next('profile', state, case when renamed and state = 'validated' then 'rename' else 'revise' end, 'firm'),
    version = version + 1, confirmed_at = private.now(), updated_at = private.now()
    where id = company returning * into c;
  perform private.mark_stale(company);
  return c.version;
end $$;

create function public.save_contact(company uuid, patch jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  update public.contacts set
    name = coalesce(patch ->> 'name', name), role_title = coalesce(patch ->> 'role_title', role_title),
    email = coalesce((patch ->> 'email')::extensions.citext, email), phone = coalesce(patch ->> 'phone', phone),
    locale = coalesce(patch ->> 'locale', locale), updated_at = private.now()
    where company_id = company and is_primary;
end $$;

create function public.save_listings(company uuid, side text, items jsonb, expected_version int default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
begin
  perform private.require_member(company);
  c := private.lock_company(company, expected_version);
  if jsonb_array_length(items) > 20 then perform private.refuse(422, 'too_many_listings'); end if;
  delete from public.listings l where l.company_id = company and l.direction = side;
  insert into public.listings (company_id, direction, position, text, language, kind, amount, unit, period, stated_code, confirmed_code, concepts, resolver_version, expires_on)
    select company, side, i.ordinality, i.item ->> 'text', i.item ->> 'language', coalesce(i.item ->> 'kind', 'goods'),
      (i.item ->> 'amount')::numeric, i.item ->> 'unit', i.item ->> 'period', i.item ->> 'stated_code', i.item ->> 'confirmed_code',
      coalesce(i.item -> 'concepts', '[]'), i.item ->> 'resolver_version', (i.item ->> 'expires_on')::date
    from jsonb_array_elements(items) with ordinality as i (item, ordinality);
  update public.companies set version = version + 1, updated_at = private.now(), confirmed_at = private.now(),
    state = private.require_next('profile', state, 'revise', 'firm') where id = company returning * into c;
  perform private.mark_stale(company);
  return c.version;
end $$;

create function private.text_array(list jsonb) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(coalesce(nullif(list, 'null'), '[]'))
$$;

create function public.publish_company(company uuid, forum uuid, direct boolean, consents jsonb) returns text
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
begin
  perform private.require_member(company);
  c := private.lock_company(company, null);
  if c.state in ('published', 'validated') then return c.state; end if; -- a double submit finds it done
  if c.name_native is null or c.name_latin is null or c.registration_number is null or c.region is null
    or not exists (select 1 from public.listings l where l.company_id = company) then
    perform private.refuse(422, 'profile_incomplete');
  end if;
  if not exists (select 1 from public.forums f where f.id = forum and f.status = 'open') then perform private.refuse(404, 'not_found'); end if;
  perform pg_advisory_xact_lock(hashtextextended(c.country || c.registration_kind || c.registration_number, 2));
  if exists (select 1 from public.companies o where o.id is distinct from c.id and o.state is distinct from 'draft' and o.country = c.country
    and o.registration_kind = c.registration_kind and o.registration_number = c.registration_number) then
    perform private.refuse(409, 'registration_taken');
  end if;
  update public.companies set state = private.require_next('profile', state, 'publish', 'firm'), version = version + 1,
    published_at = coalesce(published_at, private.now()), confirmed_at = private.now(), updated_at = private.now() where id = company returning * into c;
  insert into public.participations (company_id, forum_id, direct_contact) values (company, forum, direct)
    on conflict (company_id, forum_id) do update set direct_contact = excluded.direct_contact;
  insert into public.consents (company_id, user_id, kind, given, wording, locale)
    select company, coalesce((select auth.uid()), '00000000-0000-0000-0000-000000000000'), i ->> 'kind', (i ->> 'given')::boolean, i ->> 'wording', i ->> 'locale'
    from jsonb_array_elements(consents) i;
  perform private.audit(forum, 'member', 'publish', 'company', company::text, null, jsonb_build_object('state', c.state));
  return c.state;
end $$;

create function public.unpublish_company(company uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
begin
  perform private.require_owner(company);
  c := private.lock_company(company, null);
  update public.companies set state = private.require_next('profile', state, 'unpublish', 'firm'), version = version + 1, updated_at = private.now()
    where id = company returning * into c;
  delete from public.matches where company in (pk_company, kz_company) and state in ('suggested', 'snoozed', 'approved_by_one');
  perform private.audit(null, 'member', 'unpublish', 'company', company::text, null, jsonb_build_object('state', c.state));
  return c.state;
end $$;

create function public.ask_to_join(kind text, number text, of_country text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  target uuid;
begin
  if (select auth.uid()) is null then perform private.refuse(401, 'signed_out'); end if;
  select id into target from public.companies
    where country = of_country and registration_kind = kind and registration_number = number and state is distinct from 'draft';
  if target is null then return false; end if;
  insert into public.join_requests (company_id, user_id, email)
    values (target, (select auth.uid()), (select u.email from auth.users u where u.id = (select auth.uid()))::extensions.citext)
    on conflict (company_id, user_id) do nothing;
  return true;
end $$;

create function public.decide_join_request(company uuid, asker uuid, accept boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_owner(company);
  update public.join_requests set state = case when accept then 'accepted' else 'refused' end
    where company_id = company and user_id = asker and state = 'asked';
  if not found then perform private.refuse(404, 'not_found'); end if;
  if accept then
    insert into public.company_members (company_id, user_id) values (company, asker) on conflict do nothing;
  end if;
  perform private.audit(null, 'member', case when accept then 'accept_member' else 'refuse_member' end, 'company', company::text);
end $$;

create function public.review_company(company uuid, forum uuid, decision text, marks jsonb default '{}', reasons text[] default '{}', message text default null)
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
    perform private.enqueue_notice('profile_' || decision || 'd', 'account', forum, company, null,
      'profile/' || company || '/' || c.version, private.now(), jsonb_build_object('reasons', to_jsonb(reasons), 'message', message));
  end if;
  return c.state;
end $$;

create function public.write_company_note(company uuid, forum uuid, body text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  note uuid;
begin
  perform private.require_organizer(forum);
  if not exists (select 1 from public.participations p where p.company_id = company and p.forum_id = forum) then
    perform private.refuse(404, 'not_found');
  end if;
  insert into public.company_notes (company_id, forum_id, author, body)
    values (company, forum, (select auth.uid()), write_company_note.body) returning id into note;
  return note;
end $$;

grant execute on function public.begin_company(text, text, text), public.save_company(uuid, jsonb, int), public.save_contact(uuid, jsonb),
  public.save_listings(uuid, text, jsonb, int), public.publish_company(uuid, uuid, boolean, jsonb), public.unpublish_company(uuid),
  public.ask_to_join(text, text, text), public.decide_join_request(uuid, uuid, boolean),
  public.review_company(uuid, uuid, text, jsonb, text[], text), public.write_company_note(uuid, uuid, text)
  to authenticated, service_role;
