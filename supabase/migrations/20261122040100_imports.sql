-- Spreadsheets of firms: uploaded, checked (a dry run), applied in batches, undone within a day. What a row says is kept until it is not needed.

create table public.imports (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  author uuid,
  file_name text not null check (char_length(file_name) between 1 and 200),
  file_hash text not null,
  headings text[] not null,
  mapping jsonb not null default '{}',
  country text check (country in ('PK', 'KZ')),
  state text not null default 'uploaded' check (state in ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')),
  total int not null default 0,
  done int not null default 0,
  counts jsonb not null default '{}',
  created_at timestamptz not null default private.now(),
  moved_at timestamptz not null default private.now(),
  applied_at timestamptz
);
comment on table public.imports is 'A spreadsheet an organizer brought, and how far it is. counts: rows by verdict, later by what became of them.';
create index imports_by_forum on public.imports (forum_id, created_at desc);

create table public.import_rows (
  import_id uuid not null references public.imports on delete cascade,
  row int not null,
  cells jsonb not null,
  verdict text check (verdict in ('new', 'updated', 'unchanged', 'duplicate', 'wrong')),
  wrong jsonb not null default '[]',
  firm jsonb,
  twin jsonb,
  outcome text check (outcome in ('applied', 'taken', 'undone', 'edited', 'claimed', 'decided', 'gone')),
  company_id uuid,
  before jsonb,
  version int,
  invited text check (char_length(invited) <= 40),
  primary key (import_id, row)
);
comment on table public.import_rows is 'row counts as the spreadsheet does, its headings being row 1. No foreign key to the firm: an undone row outlives it.';
comment on column public.import_rows.wrong is 'Cells that cannot go in: [{field, problem, value}].';
comment on column public.import_rows.twin is 'What this row is the same as, and why it is left: {reason, row | company, name}.';
comment on column public.import_rows.outcome is 'applied; taken: its number was registered meanwhile; after an undo: undone, or why the firm stayed.';
comment on column public.import_rows.invited is 'What became of the invitation to claim the profile: queued, no_address, …';
comment on column public.import_rows.version is 'The firm''s version as the import left it: another one means somebody has changed it since.';
create index import_rows_by_verdict on public.import_rows (import_id, verdict, row);
create index import_rows_by_company on public.import_rows (company_id) where company_id is not null;

create table public.import_headings (
  forum_id uuid not null references public.forums on delete cascade,
  heading text not null check (char_length(heading) between 1 and 100),
  field text not null check (char_length(field) <= 40),
  primary key (forum_id, heading)
);
comment on table public.import_headings is 'What this forum''s columns meant the last time. An empty field: not read.';

alter table public.imports enable row level security;
alter table public.import_rows enable row level security;
alter table public.import_headings enable row level security;
grant select on public.imports, public.import_rows, public.import_headings to authenticated;
create policy "organizers may read the imports of their forums" on public.imports for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
create policy "organizers may read the rows of their forums' imports" on public.import_rows for select to authenticated
  using (import_id = any (array(select i.id from public.imports i where i.forum_id = any (array(select unnest(private.my_forums()))))));
create policy "organizers may read what their forums' columns mean" on public.import_headings for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));

-- A firm that leaves takes with it what a spreadsheet said of it.
create function private.forget_import_rows() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.import_rows where company_id = old.id;
  return null;
end $$;
create trigger a_deleted_firm_leaves_the_imports after delete on public.companies for each row execute function private.forget_import_rows();
create trigger an_erased_firm_leaves_the_imports after update of erased_at on public.companies for each row
  when (new.erased_at is not null) execute function private.forget_import_rows();

create function private.lock_import(import uuid, variadic allowed text[]) returns public.imports
language plpgsql security definer set search_path = '' as $$
declare
  found public.imports;
begin
  select * into found from public.imports where id = import for update;
  perform private.require_organizer(found.forum_id);
  if not found.state = any (allowed) then perform private.refuse(409, 'import_state', jsonb_build_object('state', found.state)); end if;
  return found;
end $$;

create function public.begin_import(forum uuid, file_name text, file_hash text, headings text[]) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  made uuid;
begin
  perform private.require_organizer(forum);
  if cardinality(headings) not between 1 and 200 then perform private.refuse(422, 'bad_import'); end if;
  insert into public.imports (forum_id, author, file_name, file_hash, headings)
    values (forum, (select auth.uid()), left(begin_import.file_name, 200), begin_import.file_hash, begin_import.headings) returning id into made;
  return made;
end $$;

create function public.add_import_rows(import uuid, items jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.lock_import(import, 'uploaded');
  added int;
begin
  if i.total + jsonb_array_length(items) > 10000 then perform private.refuse(422, 'too_many_rows', jsonb_build_object('most', 10000)); end if;
  insert into public.import_rows (import_id, row, cells) select import, (item ->> 'row')::int, item -> 'cells' from jsonb_array_elements(items) item
    on conflict (import_id, row) do nothing;
  get diagnostics added = row_count;
  update public.imports set total = total + added, moved_at = private.now() where id = import;
  return added;
end $$;
comment on function public.add_import_rows(uuid, jsonb) is 'Rows as the file has them: [{row, cells}]. Sent twice, they are there once.';

create function public.check_import(import uuid, mapping jsonb, of_country text, meanings jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  i public.imports := private.lock_import(import, 'uploaded', 'checking', 'checked');
begin
  update public.import_rows set verdict = null, wrong = '[]', firm = null, twin = null, company_id = null where import_id = import and verdict is not null;
  update public.imports set mapping = check_import.mapping, country = of_country, state = 'checking', done = 0, counts = '{}', moved_at = private.now() where id = import;
  insert into public.import_headings (forum_id, heading, field)
    select i.forum_id, m.key, m.value from jsonb_each_text(meanings) m where m.key <> ''
    on conflict (forum_id, heading) do update set field = excluded.field;
end $$;
comment on function public.check_import(uuid, jsonb, text, jsonb) is 'A dry run begins: what the columns mean, which the forum remembers by heading.';

grant execute on function public.begin_import(uuid, text, text, text[]), public.add_import_rows(uuid, jsonb), public.check_import(uuid, jsonb, text, jsonb) to authenticated;
