-- The bench on which rules are tried: each statement runs as somebody, in a transaction within the transaction that is always rolled back.
create schema access_checks;
grant usage on schema access_checks to anon, authenticated;

create table access_checks.statements (
  id int primary key,
  role text not null,
  claims text not null,
  prelude text,
  statement text not null
);

create function access_checks.everything() returns text
language plpgsql as $$
declare
  relation text;
  part text;
  rows int;
  whole text := '';
begin
  for relation in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p') loop
    begin
      execute format('select string_agg(t::text, %L), count(*) from public.%I t', ' ', relation) into part, rows;
    exception when insufficient_privilege then
      part := ''; rows := 0;
    end;
    whole := concat_ws(' ', whole, part, format('[%s: %s]', relation, rows));
  end loop;
  return whole;
end $$;
comment on function access_checks.everything() is 'All rows of all tables and views that the caller may read, as text, and how many of each.';
grant execute on function access_checks.everything() to anon, authenticated;

create function access_checks.attempt(as_role text, claims text, prelude text, statement text) returns text
language plpgsql as $$
declare
  found text;
begin
  if prelude is not null then execute prelude; end if;
  perform set_config('request.jwt.claims', claims, true);
  perform set_config('role', as_role, true);
  execute statement into found;
  -- Takes back all that was done, the role too; the answer leaves with the error.
  raise exception using errcode = 'ZZOK0', message = coalesce(found, '');
exception when others then
  return case when sqlstate = 'ZZOK0' then 'ok ' || sqlerrm else sqlstate || ' ' || sqlerrm end;
end $$;

create function access_checks.catalogue() returns jsonb
language sql as $$
  with roles (role) as (values ('anon'), ('authenticated')),
  relations as (select c.oid, c.relname, c.relnamespace::regnamespace::text as place, c.relkind, c.relrowsecurity from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'v', 'm', 'p')),
  functions as (select p.oid, p.proname, p.pronamespace::regnamespace::text as place, p.prosecdef, p.proconfig from pg_proc p
    where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace))
  select jsonb_build_object(
    'read by a visitor', (select jsonb_agg(relname order by relname) from relations where has_table_privilege('anon', oid, 'select')),
    'written', (select jsonb_agg(distinct role || ' ' || place || '.' || relname) from relations, roles where has_table_privilege(role, oid, 'insert, update, delete, truncate, references, trigger')
      or has_any_column_privilege(role, oid, 'insert, update, references')),
    'read in private', (select jsonb_agg(distinct role || ' ' || relname) from relations, roles where place = 'private' and has_any_column_privilege(role, oid, 'select')),
    'tables without policies', (select jsonb_agg(relname) from relations where place = 'public' and relkind in ('r', 'p') and not relrowsecurity),
    'policies that let write', (select jsonb_agg(policyname) from pg_policies where schemaname in ('public', 'private') and cmd is distinct from 'SELECT'),
    'functions of a visitor', (select jsonb_agg(distinct proname) from functions where place = 'public' and has_function_privilege('anon', oid, 'execute')),
    'functions of anybody signed in', (select jsonb_agg(distinct proname) from functions where place = 'public' and has_function_privilege('authenticated', oid, 'execute')),
    'helpers', (select jsonb_agg(distinct proname) from functions, roles where place = 'private' and has_function_privilege(role, oid, 'execute')),
    'definers with an open search path', (select jsonb_agg(proname) from functions where prosecdef and not coalesce('search_path=""' = any (proconfig), false)))
$$;

create function access_checks.run(mutant text, wanted int[]) returns jsonb
language plpgsql as $$
declare
  answer jsonb;
begin
  if mutant is not null then execute mutant; end if;
  select jsonb_build_object('catalogue', access_checks.catalogue(),
    'outcomes', (select jsonb_agg(access_checks.attempt(role, claims, prelude, statement) order by id) from access_checks.statements where id = any (wanted))) into answer;
  raise exception using errcode = 'ZZOK1', message = answer::text;
exception when sqlstate 'ZZOK1' then
  return sqlerrm::jsonb;
end $$;
comment on function access_checks.run(text, int[]) is 'What comes of the wanted statements while a mutant is in force. The mutant goes with the transaction within.';
