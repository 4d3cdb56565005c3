-- What firms are known by, to find that two are one; and who left a forum, so that the engine lets go of them.

create table public.company_merges (
  from_company uuid primary key references public.companies on delete cascade,
  into_company uuid not null references public.companies on delete cascade,
  forum_id uuid not null references public.forums on delete cascade,
  merged_by uuid,
  merged_at timestamptz not null default private.now(),
  check (from_company <> into_company)
);
comment on table public.company_merges is 'Two profiles were one firm: the first is a draft that nobody owns, all that it had stands with the second.';
create index company_merges_into on public.company_merges (into_company);
alter table public.company_merges enable row level security;
grant select on public.company_merges to authenticated;
create policy "organizers may read the merges of their forums" on public.company_merges for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));

create function private.traces_of(company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with known as (
    -- A firm is known by what was merged into it, too.
    select company as id union all select m.from_company from public.company_merges m where m.into_company = company
  )
  select jsonb_build_object('id', c.id, 'country', c.country, 'website', c.website, 'region', c.region, 'city', c.city, 'updatedAt', c.updated_at,
    'names', (select coalesce(jsonb_agg(distinct n.name), '[]') from known k join public.companies x on x.id = k.id, unnest(array[x.name_native, x.name_latin]) n (name) where n.name is not null),
    'registrations', (select coalesce(jsonb_agg(x.registration_number), '[]') from known k join public.companies x on x.id = k.id where x.registration_number is not null),
    'emails', (select coalesce(jsonb_agg(t.email), '[]') from public.contacts t where t.company_id = company),
    'phones', (select coalesce(jsonb_agg(t.phone), '[]') from public.contacts t where t.company_id = company and t.phone is not null))
  from public.companies c where c.id = company
$$;

create function public.firm_traces(forum uuid, after uuid default null, page_size int default 1000) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(private.traces_of(f.id) order by f.id), '[]') from (
    select c.id from public.participations p join public.companies c on c.id = p.company_id
      where p.forum_id = forum and c.state is distinct from 'draft' and (after is null or c.id > after) order by c.id limit least(page_size, 1000)) f);
end $$;
comment on function public.firm_traces(uuid, uuid, int) is 'Names, numbers, addresses of a page of the forum''s firms, by their ids, for comparing them with each other.';
grant execute on function public.firm_traces(uuid, uuid, int) to authenticated, service_role;

create table private.departures (
  forum_id uuid not null,
  company_id uuid not null,
  left_at timestamptz not null default private.now(),
  primary key (forum_id, company_id)
);
comment on table private.departures is 'Firms that left a forum (erased, merged, an import undone): the engine, which asks what changed, hears of them too.';
create function private.note_departure() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into private.departures (forum_id, company_id) values (old.forum_id, old.company_id) on conflict (forum_id, company_id) do update set left_at = excluded.left_at;
  return null;
end $$;
create trigger a_departure_is_noted after delete on public.participations for each row execute function private.note_departure();

-- What the engine and the watch for duplicates ask for: firms written since, firms of which a listing has ended, firms that left the forum.
create or replace function public.changed_companies(forum uuid, since timestamptz) returns table (id uuid, state text, updated_at timestamptz)
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_service();
  -- A firm of which a listing has ended counts as written on the morning after.
  update public.companies c set updated_at = private.now()
    from public.listings l
    where l.company_id = c.id and l.expires_on < private.now()::date and c.updated_at < (l.expires_on + 1)::timestamptz;
  return query select f.id, f.state, f.updated_at from (
      select c.id, c.state, c.updated_at from public.participations p join public.companies c on c.id = p.company_id where p.forum_id = forum and c.updated_at >= since
      union all
      select d.company_id, 'draft', d.left_at from private.departures d where d.forum_id = forum and d.left_at >= since
        and not exists (select 1 from public.participations p where p.forum_id = forum and p.company_id = d.company_id)) f
    order by f.updated_at, f.id limit 1000;
end $$;
