-- An import judged row by row, applied in batches, undone within a day. Each call is one short transaction, so that nobody waits behind ten thousand rows.

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

create function public.apply_import(import uuid, size int default 250) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.lock_import(import, 'checked', 'applying');
  batch int[];
  fresh int[];
  r public.import_rows;
begin
  if i.state = 'checked' then update public.imports set state = 'applying', done = 0 where id = import; end if;
  select array_agg(b.row order by b.row) into batch from (
    select t.row from public.import_rows t where t.import_id = import and t.verdict in ('new', 'updated') and t.outcome is null order by t.row limit least(greatest(size, 1), 1000)) b;
  if batch is not null then
    -- Between the dry run and now somebody may have registered: such a row is left, and named.
    update public.import_rows t set outcome = 'taken' where t.import_id = import and t.row = any (batch) and (t.verdict = 'new') = ((private.registered(t.firm)).id is not null);
    update public.import_rows t set outcome = 'claimed' where t.import_id = import and t.row = any (batch) and t.outcome is null
      and exists (select 1 from public.company_members m where m.company_id = t.company_id);
    update public.import_rows t set outcome = 'applied', company_id = gen_random_uuid(), version = 1
      where t.import_id = import and t.row = any (batch) and t.verdict = 'new' and t.outcome is null;
    select array_agg(t.row) into fresh from public.import_rows t where t.import_id = import and t.row = any (batch) and t.verdict = 'new' and t.outcome = 'applied';
    perform private.add_imported(import, i.forum_id, fresh);
    for r in select * from public.import_rows t where t.import_id = import and t.row = any (batch) and t.outcome is null order by t.row loop
      perform private.patch_imported(i.forum_id, r);
    end loop;
    perform private.audit(i.forum_id, 'organizer', 'import', 'company', t.company_id::text, null, jsonb_build_object('import', import, 'row', t.row))
      from public.import_rows t where t.import_id = import and t.row = any (batch) and t.outcome = 'applied';
  end if;
  return private.move_import(import, cardinality(batch), 'applied');
end $$;
comment on function public.apply_import(uuid, int) is 'The next rows of an import, new firms and changes, in one transaction. Called until nothing is left; calling again does nothing twice.';

create function private.move_import(import uuid, moved int, ends_as text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports;
begin
  update public.imports set done = done + coalesce(moved, 0), moved_at = private.now(), state = case when moved is null then ends_as else state end,
    counts = case when moved is null then private.count_import(import) else counts end,
    applied_at = case when moved is null and ends_as = 'applied' then private.now() else applied_at end where id = import returning * into i;
  if moved is null then
    perform private.audit(i.forum_id, 'organizer', ends_as || '_import', 'import', import::text, null, i.counts);
  end if;
  return jsonb_build_object('state', i.state, 'done', i.done, 'counts', i.counts);
end $$;

create function private.undo_imported(r public.import_rows) returns text
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
  was public.companies;
begin
  select * into c from public.companies where id = r.company_id for update;
  if c.id is null then return 'gone'; end if;
  if exists (select 1 from public.company_members m where m.company_id = c.id) then return 'claimed'; end if;
  if exists (select 1 from public.matches m where c.id in (m.pk_company, m.kz_company) and m.state not in ('suggested', 'snoozed')) and r.verdict = 'new' then return 'decided'; end if;
  if c.version is distinct from r.version then return 'edited'; end if;
  if r.verdict = 'new' then
    if exists (select 1 from public.company_notes n where n.company_id = c.id) then return 'edited'; end if;
    -- The row outlives its firm, to tell of it.
    update public.import_rows set company_id = null where import_id = r.import_id and row = r.row;
    delete from public.companies where id = c.id;
    return 'undone';
  end if;
  was := jsonb_populate_record(null::public.companies, r.before -> 'company');
  perform private.write_profile(c, to_jsonb(was), was.state);
  delete from public.contacts k where k.company_id = c.id and k.is_primary;
  insert into public.contacts select * from jsonb_populate_record(null::public.contacts, r.before -> 'contact') where r.before -> 'contact' is distinct from 'null'::jsonb;
  delete from public.listings l where l.company_id = c.id;
  insert into public.listings select * from jsonb_populate_recordset(null::public.listings, r.before -> 'listings');
  return 'undone';
end $$;

create function public.undo_import(import uuid, size int default 250) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.lock_import(import, 'applied', 'undoing');
  batch int[];
  r public.import_rows;
  fate text;
begin
  if i.state = 'applied' then
    if i.applied_at < private.now() - interval '24 hours' then perform private.refuse(409, 'too_late_to_undo', jsonb_build_object('at', i.applied_at)); end if;
    update public.imports set state = 'undoing', done = 0 where id = import;
  end if;
  for r in select * from public.import_rows t where t.import_id = import and t.outcome = 'applied' order by t.row limit least(greatest(size, 1), 1000) loop
    batch := batch || r.row;
    fate := private.undo_imported(r);
    update public.import_rows set outcome = fate, before = null where import_id = import and row = r.row;
  end loop;
  if batch is not null then
    perform private.audit(i.forum_id, 'organizer', 'undo_import', 'company', t.company_id::text) from public.import_rows t
      where t.import_id = import and t.row = any (batch) and t.outcome = 'undone' and t.company_id is not null;
  end if;
  return private.move_import(import, cardinality(batch), 'undone');
end $$;
comment on function public.undo_import(uuid, int) is
  'Takes the next rows of an import back: new firms go, changed ones are as they were. A firm edited, claimed or decided on since stays, and its row says so.';

create function public.invite_imported(import uuid, size int default 100) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.lock_import(import, 'applied');
  r public.import_rows;
  said text;
  invited int := 0;
begin
  for r in select * from public.import_rows t where t.import_id = import and t.outcome = 'applied' and t.invited is null order by t.row limit least(greatest(size, 1), 500) loop
    said := case when exists (select 1 from public.companies c where c.id = r.company_id) then public.invite_to_claim(r.company_id) else 'gone' end;
    update public.import_rows set invited = said where import_id = import and row = r.row;
    invited := invited + 1;
  end loop;
  update public.imports set counts = private.count_import(import), moved_at = private.now() where id = import returning * into i;
  return jsonb_build_object('state', case when invited = 0 then 'invited' else 'inviting' end, 'done', i.counts -> 'invited', 'counts', i.counts);
end $$;
comment on function public.invite_imported(uuid, int) is 'Invites the contacts of the next imported firms to claim their profiles. The mails leave one after another, each in its firm''s language.';

create function private.forget_old_imports() returns int
language sql security definer set search_path = '' as $$
  -- A spreadsheet holds addresses: after a month its rows are forgotten, the import's sums stay.
  with gone as (delete from public.import_rows r using public.imports i where i.id = r.import_id and i.moved_at < private.now() - interval '30 days' returning 1) select count(*)::int from gone
$$;

create function public.desk_imports(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'fileName', i.file_name, 'state', i.state, 'total', i.total, 'counts', i.counts, 'createdAt', i.created_at,
      'appliedAt', i.applied_at, 'by', o.name) order by i.created_at desc), '[]')
    from (select * from public.imports f where f.forum_id = forum order by f.created_at desc limit 30) i left join public.organizers o on o.forum_id = i.forum_id and o.user_id = i.author);
end $$;

create function public.desk_import(import uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  i public.imports;
begin
  select * into i from public.imports where id = import;
  perform private.require_organizer(i.forum_id);
  return jsonb_build_object('id', i.id, 'forum', i.forum_id, 'fileName', i.file_name, 'state', i.state, 'total', i.total, 'done', i.done, 'counts', i.counts, 'headings', i.headings,
    'mapping', i.mapping, 'country', i.country, 'createdAt', i.created_at, 'movedAt', i.moved_at, 'appliedAt', i.applied_at,
    'by', (select o.name from public.organizers o where o.forum_id = i.forum_id and o.user_id = i.author),
    'samples', (select coalesce(jsonb_agg(r.cells order by r.row), '[]') from (select * from public.import_rows s where s.import_id = import order by s.row limit 3) r),
    'remembered', (select coalesce(jsonb_object_agg(h.heading, h.field), '{}') from public.import_headings h where h.forum_id = i.forum_id),
    'sameFile', (select jsonb_build_object('id', f.id, 'at', f.applied_at) from public.imports f
      where f.forum_id = i.forum_id and f.id <> i.id and f.file_hash = i.file_hash and f.state = 'applied' order by f.applied_at desc limit 1));
end $$;
comment on function public.desk_import(uuid) is 'An import with its headings, three sample rows, what the forum''s columns meant before, and whether the same file went in already.';

create function public.desk_import_rows(import uuid, of_kind text default null, after int default 0, page_size int default 100) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  forum uuid;
begin
  select i.forum_id into forum from public.imports i where i.id = import;
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('row', r.row, 'verdict', r.verdict, 'wrong', r.wrong, 'twin', r.twin, 'outcome', r.outcome, 'company', r.company_id,
      'name', r.firm ->> 'name_native', 'cells', case when of_kind = 'cells' or r.verdict = 'wrong' then r.cells end) order by r.row), '[]')
    from (select * from public.import_rows t where t.import_id = import and t.row > after
      and (of_kind is null or of_kind = 'cells' or t.verdict = of_kind or t.outcome = of_kind) order by t.row limit least(page_size, 1000)) r);
end $$;
comment on function public.desk_import_rows(uuid, text, int, int) is 'Rows of an import after a row: of a verdict or an outcome, or (cells) all as the file has them.';

grant execute on function public.judge_import_rows(uuid, jsonb), public.finish_import_check(uuid), public.apply_import(uuid, int), public.undo_import(uuid, int), public.invite_imported(uuid, int), public.desk_imports(uuid),
  public.desk_import(uuid), public.desk_import_rows(uuid, text, int, int) to authenticated;
