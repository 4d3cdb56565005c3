-- An import's rows judged, and how a judged row is written into a firm.

-- What hangs on a firm is found by it: taking one firm away must not read whole tables.
create index contacts_by_company on public.contacts (company_id);
create index consents_by_company on public.consents (company_id);
create index company_notes_by_company on public.company_notes (company_id, created_at desc);
create index introduction_notes_by_company on public.introduction_notes (company_id);
create index answers_by_company on public.answers (company_id);
create index outcomes_by_company on public.outcomes (company_id);
create index outbox_by_company on private.outbox (company_id);
create index mail_tokens_by_company on private.mail_tokens (company_id);

create function private.said_listings(items jsonb) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_agg(jsonb_build_object('text', i.item ->> 'text', 'kind', i.item ->> 'kind', 'amount', i.item -> 'amount', 'unit', i.item -> 'unit', 'period', i.item -> 'period',
      'stated_code', i.item -> 'stated_code') order by i.place)
    from jsonb_array_elements(items) with ordinality i (item, place)
$$;
comment on function private.said_listings(jsonb) is 'Of listings what a spreadsheet can say: what they were understood as is no difference.';

create function private.import_differs(c public.companies, firm jsonb) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  said jsonb := firm - '{country,brings,seeks,contact,completeness,sectors,name_key,name_locale,default_locale}'::text[];
  person jsonb := firm -> 'contact';
begin
  -- A profile holds all that is said of it when it contains the whole, list by list in the same order.
  if exists (select 1 from jsonb_each(said) s join jsonb_each(to_jsonb(c)) f on f.key = s.key where f.value <> s.value) then return true; end if;
  if person is not null and not exists (
    select 1 from public.contacts k where k.company_id = c.id and k.is_primary and k.email = (person ->> 'email')::extensions.citext and k.name = person ->> 'name'
      and (not person ? 'role_title' or k.role_title is not distinct from person ->> 'role_title') and (not person ? 'phone' or k.phone is not distinct from person ->> 'phone')) then
    return true;
  end if;
  return (firm ? 'brings' or firm ? 'seeks') and exists (
    select 1 from (select l.direction, private.said_listings(jsonb_agg(to_jsonb(l) order by l.position)) as listings from public.listings l where l.company_id = c.id group by 1) f
      right join (values ('brings'), ('seeks')) side (name) on side.name = f.direction
      where firm ? side.name and f.listings is distinct from private.said_listings(firm -> side.name));
end $$;
comment on function private.import_differs(public.companies, jsonb) is 'Whether a row says anything of a firm that the firm''s profile does not.';

create function private.registered(firm jsonb) returns public.companies
language sql stable security definer set search_path = '' as $$
  select c.* from public.companies c where c.country = firm ->> 'country' and c.registration_kind = firm ->> 'registration_kind'
    and c.registration_number = firm ->> 'registration_number' and c.state is distinct from 'draft' limit 1
$$;

create function private.import_twin(forum uuid, c public.companies, differs boolean) returns jsonb
language sql stable security definer set search_path = '' as $$
  -- Why a firm that is registered already is not touched by a spreadsheet; null when it may be.
  select case
    when not exists (select 1 from public.participations p where p.company_id = c.id and p.forum_id = forum) then jsonb_build_object('reason', 'other_forum')
    when not differs then null
    when exists (select 1 from public.company_members m where m.company_id = c.id) then jsonb_build_object('reason', 'own_people', 'company', c.id, 'name', c.name_native)
    when c.state = 'suspended' then jsonb_build_object('reason', 'suspended', 'company', c.id, 'name', c.name_native)
  end
$$;

create function public.judge_import_rows(import uuid, judged jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.lock_import(import, 'checking');
begin
  with said as (
    select (j ->> 'row')::int as row, coalesce(j -> 'wrong', '[]') as wrong, nullif(j -> 'firm', 'null') as firm, nullif(j -> 'twin', 'null') as twin from jsonb_array_elements(judged) j
  ), known as (
    select s.*, r.id as company, d.differs, case when r.id is not null then private.import_twin(i.forum_id, r, d.differs) end as standing
      from said s
      left join public.companies r on r.country = s.firm ->> 'country' and r.registration_kind = s.firm ->> 'registration_kind'
        and r.registration_number = s.firm ->> 'registration_number' and r.state is distinct from 'draft'
      left join lateral (select private.import_differs(r, s.firm) as differs offset 0) d on r.id is not null
  )
  update public.import_rows t set wrong = k.wrong, firm = k.firm, twin = coalesce(k.standing, k.twin), company_id = k.company, verdict = case
      when jsonb_array_length(k.wrong) > 0 then 'wrong'
      when k.twin ->> 'reason' = 'in_file' or k.standing is not null then 'duplicate'
      when k.company is null then case when k.twin ->> 'reason' = 'likely' then 'duplicate' else 'new' end
      when k.differs then 'updated'
      else 'unchanged' end
    from known k where t.import_id = import and t.row = k.row;
  update public.imports set done = done + jsonb_array_length(judged), moved_at = private.now() where id = import;
end $$;
comment on function public.judge_import_rows(uuid, jsonb) is 'What was read of rows: [{row, wrong, firm, twin}]. Whether the firm is known, and whose it is, the database looks up.';

create function private.count_import(import uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_object_agg(name, n), '{}') from (
    select coalesce(verdict, 'unread') as name, count(*) as n from public.import_rows where import_id = import group by 1
    union all select outcome, count(*) from public.import_rows where import_id = import and outcome is not null group by 1
    union all select 'invited', count(*) from public.import_rows where import_id = import and invited in ('queued', 'already')) of_each
$$;

create function public.finish_import_check(import uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.lock_import(import, 'checking');
begin
  update public.imports set state = 'checked', counts = private.count_import(import), moved_at = private.now() where id = import returning * into i;
  return i.counts;
end $$;

create function private.add_imported(of_import uuid, forum uuid, numbers int[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.companies (id, country, state, name_native, name_latin, name_locale, name_key, registration_kind, registration_number, region, city, founded_year, employees_band,
      website, about, sectors, corridors, ports, incoterms, certificates, working_languages, locale, completeness, published_at)
    select r.company_id, f.country, 'published', f.name_native, f.name_latin, f.name_locale, f.name_key, f.registration_kind, f.registration_number, f.region, f.city, f.founded_year,
      f.employees_band, f.website, f.about, coalesce(f.sectors, '{}'), coalesce(f.corridors, '{}'), coalesce(f.ports, '{}'), coalesce(f.incoterms, '{}'), coalesce(f.certificates, '{}'),
      coalesce(f.working_languages, '{}'), coalesce(f.locale, r.firm ->> 'default_locale'), coalesce(f.completeness, 0), private.now()
    from public.import_rows r, jsonb_populate_record(null::public.companies, r.firm) f where r.import_id = of_import and r.row = any (numbers);
  insert into public.contacts (company_id, name, role_title, email, phone, locale)
    select r.company_id, r.firm -> 'contact' ->> 'name', r.firm -> 'contact' ->> 'role_title', (r.firm -> 'contact' ->> 'email')::extensions.citext, r.firm -> 'contact' ->> 'phone',
      coalesce(r.firm ->> 'locale', r.firm ->> 'default_locale')
    from public.import_rows r where r.import_id = of_import and r.row = any (numbers) and r.firm ? 'contact';
  insert into public.listings (company_id, direction, position, text, language, kind, amount, unit, period, stated_code, concepts, resolver_version)
    select r.company_id, side.name, l.ordinality, l.item ->> 'text', l.item ->> 'language', l.item ->> 'kind', (l.item ->> 'amount')::numeric, l.item ->> 'unit', l.item ->> 'period',
      l.item ->> 'stated_code', coalesce(l.item -> 'concepts', '[]'), l.item ->> 'resolver_version'
    from public.import_rows r, (values ('brings'), ('seeks')) side (name), jsonb_array_elements(coalesce(r.firm -> side.name, '[]')) with ordinality l (item, ordinality)
    where r.import_id = of_import and r.row = any (numbers);
  insert into public.participations (company_id, forum_id) select r.company_id, forum from public.import_rows r where r.import_id = of_import and r.row = any (numbers);
end $$;

create function private.patch_imported(forum uuid, r public.import_rows) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies := private.lock_company(r.company_id, null);
  kept jsonb := jsonb_build_object('company', to_jsonb(c), 'contact', (select to_jsonb(k) from public.contacts k where k.company_id = c.id and k.is_primary),
    'listings', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from public.listings l where l.company_id = c.id));
  patch jsonb := r.firm - '{country,brings,seeks,contact,completeness,default_locale}'::text[];
  renamed boolean := patch ->> 'name_native' is distinct from c.name_native;
  side text;
begin
  perform private.write_profile(c, patch || jsonb_build_object('completeness', greatest(c.completeness, (r.firm ->> 'completeness')::int)),
    private.require_next('profile', c.state, case when renamed and c.state = 'validated' then 'rename' else 'revise' end, 'firm'));
  if r.firm ? 'contact' then perform private.write_contact(c.id, r.firm -> 'contact'); end if;
  foreach side in array '{brings,seeks}'::text[] loop
    if r.firm ? side then perform private.write_listings(c.id, side, r.firm -> side); end if;
  end loop;
  perform private.mark_stale(c.id);
  update public.import_rows set outcome = 'applied', before = kept, version = c.version + 1 where import_id = r.import_id and row = r.row;
end $$;
comment on function private.patch_imported(uuid, public.import_rows) is 'What a row says goes over a known firm; what stood there is kept for the undo. Cells left empty take nothing away.';

create function private.write_profile(c public.companies, patch jsonb, next_state text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  n public.companies := jsonb_populate_record(c, patch);
begin
  update public.companies set name_native = n.name_native, name_latin = n.name_latin, name_locale = n.name_locale, name_key = n.name_key, registration_kind = n.registration_kind,
    registration_number = n.registration_number, region = n.region, city = n.city, founded_year = n.founded_year, employees_band = n.employees_band, website = n.website, about = n.about,
    sectors = n.sectors, corridors = n.corridors, ports = n.ports, incoterms = n.incoterms, certificates = n.certificates, working_languages = n.working_languages, locale = n.locale,
    completeness = n.completeness, state = next_state, version = c.version + 1, updated_at = private.now() where id = c.id;
end $$;

create function private.write_contact(company uuid, said jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  -- What is named is written, emptied cells too; what is not named stays.
  update public.contacts k set name = coalesce(said ->> 'name', k.name), role_title = case when said ? 'role_title' then said ->> 'role_title' else k.role_title end,
    phone = case when said ? 'phone' then said ->> 'phone' else k.phone end, email = coalesce((said ->> 'email')::extensions.citext, k.email), locale = coalesce(said ->> 'locale', k.locale),
    updated_at = private.now() where k.company_id = company and k.is_primary;
  if not found and said ->> 'email' is not null then
    insert into public.contacts (company_id, name, role_title, email, phone, locale) select company, coalesce(said ->> 'name', split_part(said ->> 'email', '@', 1)), said ->> 'role_title',
      (said ->> 'email')::extensions.citext, said ->> 'phone', coalesce(said ->> 'locale', c.locale) from public.companies c where c.id = company;
  end if;
end $$;

create function private.write_listings(company uuid, side text, items jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  stood jsonb := (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from public.listings l where l.company_id = company and l.direction = side);
begin
  if jsonb_array_length(items) > 20 then perform private.refuse(422, 'too_many_listings'); end if;
  delete from public.listings l where l.company_id = company and l.direction = side;
  insert into public.listings (id, company_id, direction, position, text, language, kind, amount, unit, period, stated_code, confirmed_code, concepts, resolver_version, expires_on)
    -- The same words stay the same listing, with what a person confirmed of them: reasons of matches name listings by id.
    select coalesce(k.id, gen_random_uuid()), company, side, i.place, i.item ->> 'text', i.item ->> 'language', coalesce(i.item ->> 'kind', 'goods'), (i.item ->> 'amount')::numeric,
      i.item ->> 'unit', i.item ->> 'period', i.item ->> 'stated_code', k.confirmed_code, coalesce(i.item -> 'concepts', '[]'), i.item ->> 'resolver_version', k.expires_on
    from (select item, place, row_number() over (partition by item ->> 'text' order by place) as nth from jsonb_array_elements(items) with ordinality e (item, place)) i
    left join lateral (select o.* from jsonb_populate_recordset(null::public.listings, stood) o where o.text = i.item ->> 'text' and i.nth = 1 order by o.position limit 1) k on true;
end $$;
