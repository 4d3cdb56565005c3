-- An import applied in batches, undone within a day, its firms invited. Each call is one short transaction, so that nobody waits behind ten thousand rows.

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
