-- The ground everything stands on: schemas, who may do nothing by default, the one clock, the one way to refuse.

create schema if not exists private;
comment on schema private is 'What the API never exposes: helpers, the outbox, tokens.';
create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists unaccent with schema extensions;
create extension if not exists citext with schema extensions;

grant usage on schema private to authenticated, anon, service_role;
grant usage on schema extensions to authenticated, anon, service_role;
grant usage on schema auth to authenticated, anon, service_role;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke execute on functions from public, anon, authenticated;
alter default privileges in schema private revoke execute on functions from public;
alter default privileges revoke execute on functions from public;

create table private.stand (
  only_row boolean primary key default true check (only_row),
  name text not null default 'production' check (name in ('production', 'demonstration', 'test')),
  clock_offset interval not null default '0',
  constraint the_clock_moves_only_on_test_stands check (name = 'test' or clock_offset = interval '0')
);
comment on table private.stand is 'What this database serves; tests move its clock, nobody else can.';
insert into private.stand default values;

create function private.now() returns timestamptz
language sql stable security definer set search_path = '' as $$
  select pg_catalog.now() + (select clock_offset from private.stand)
$$;
comment on function private.now() is 'The only clock of all SQL here; on test stands it can be moved.';
grant execute on function private.now() to anon, authenticated, service_role;

create function private.refuse(status int, reason text, facts jsonb default '{}')
returns void language plpgsql set search_path = '' as $$
begin
  -- PTxyz becomes HTTP status xyz on PostgREST and on the small Supabase alike.
  raise exception using errcode = 'PT' || status, message = reason, detail = facts::text;
end $$;
comment on function private.refuse(int, text, jsonb) is 'Ends the call with an HTTP status, a machine-readable reason and facts for the sentence.';

create function private.is_service() returns boolean
language sql stable set search_path = '' as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role', '') = 'service_role'
$$;
grant execute on function private.is_service() to anon, authenticated, service_role;

create function private.require_service() returns void
language plpgsql stable set search_path = '' as $$
begin
  if not private.is_service() then perform private.refuse(403, 'service_only'); end if;
end $$;
comment on function private.require_service() is
  'A second lock on functions for the server alone: it holds even where a stand grants more than it should.';
