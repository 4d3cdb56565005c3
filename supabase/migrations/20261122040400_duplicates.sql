-- Likely duplicates: found by the server, judged by organizers. Two profiles of one firm become one, with all that either had.

create table public.duplicate_pairs (
  forum_id uuid not null references public.forums on delete cascade,
  one uuid not null references public.companies on delete cascade,
  other uuid not null references public.companies on delete cascade,
  sureness numeric not null check (sureness between 0 and 1),
  reasons text[] not null,
  state text not null default 'open' check (state in ('open', 'different')),
  found_at timestamptz not null default private.now(),
  decided_by uuid,
  decided_at timestamptz,
  primary key (forum_id, one, other),
  check (one < other)
);
comment on table public.duplicate_pairs is 'Two firms that are likely one, and why. different: an organizer said no; it is not asked again.';
create index duplicate_pairs_by_one on public.duplicate_pairs (one);
create index duplicate_pairs_by_other on public.duplicate_pairs (other);
alter table public.duplicate_pairs enable row level security;
grant select on public.duplicate_pairs to authenticated;
create policy "organizers may read the likely duplicates of their forums" on public.duplicate_pairs for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));

create function public.changed_traces(forum uuid, since timestamptz) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_service();
  return (select coalesce(jsonb_agg(case when f.state = 'draft' then jsonb_build_object('id', f.id, 'updatedAt', f.updated_at, 'gone', true) else private.traces_of(f.id) end order by f.updated_at, f.id), '[]')
    from public.changed_companies(forum, since) f);
end $$;
comment on function public.changed_traces(uuid, timestamptz) is 'What firms written since then are known by; gone: they left, or are drafts.';

create function public.store_duplicates(forum uuid, pairs jsonb, company uuid default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  stored int;
begin
  perform private.require_service();
  -- The list is whole, of the forum or of a firm: what is no longer likely goes. What an organizer said stays.
  delete from public.duplicate_pairs d where d.forum_id = forum and d.state = 'open' and (company is null or company in (d.one, d.other))
    and not exists (select 1 from jsonb_array_elements(pairs) p where (p ->> 'one')::uuid = d.one and (p ->> 'other')::uuid = d.other);
  insert into public.duplicate_pairs as d (forum_id, one, other, sureness, reasons)
    select forum, a.id, b.id, (p ->> 'sureness')::numeric, private.text_array(p -> 'reasons') from jsonb_array_elements(pairs) p
      join public.companies a on a.id = (p ->> 'one')::uuid and a.state is distinct from 'draft' join public.companies b on b.id = (p ->> 'other')::uuid and b.state is distinct from 'draft'
    on conflict (forum_id, one, other) do update set sureness = excluded.sureness, reasons = excluded.reasons where d.state = 'open';
  get diagnostics stored = row_count;
  return stored;
end $$;

create function public.tidy_desk() returns int
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_service();
  delete from private.departures where left_at < private.now() - interval '7 days';
  return private.forget_old_imports();
end $$;
comment on function public.tidy_desk() is 'Nightly: rows of old imports are forgotten, and who left long ago.';

create function private.duplicate_side(forum uuid, company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', c.id, 'country', c.country, 'state', c.state, 'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale, 'registrationKind', c.registration_kind,
    'registrationNumber', c.registration_number, 'region', c.region, 'city', c.city, 'website', c.website, 'completeness', c.completeness, 'updatedAt', c.updated_at,
    'email', k.email, 'phone', k.phone, 'members', (select count(*) from public.company_members m where m.company_id = c.id),
    'listings', (select coalesce(jsonb_agg(l.text order by l.direction, l.position), '[]') from public.listings l where l.company_id = c.id)) || private.firm_figures(forum, c.id)
  from public.companies c left join public.contacts k on k.company_id = c.id and k.is_primary where c.id = company
$$;

create function public.desk_duplicates(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return jsonb_build_object('total', (select count(*) from public.duplicate_pairs d where d.forum_id = forum and d.state = 'open'),
    'pairs', (select coalesce(jsonb_agg(jsonb_build_object('sureness', d.sureness, 'reasons', d.reasons, 'foundAt', d.found_at, 'one', private.duplicate_side(forum, d.one),
        'other', private.duplicate_side(forum, d.other)) order by d.sureness desc, d.one, d.other), '[]')
      from (select * from public.duplicate_pairs p where p.forum_id = forum and p.state = 'open' order by p.sureness desc, p.one, p.other limit 50) d));
end $$;

create function private.require_both(forum uuid, one uuid, other uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  if one = other or 2 <> (select count(*) from public.participations p join public.companies c on c.id = p.company_id and c.state is distinct from 'draft'
    where p.forum_id = forum and p.company_id in (one, other)) then
    perform private.refuse(404, 'not_found');
  end if;
end $$;

create function public.desk_two_firms(forum uuid, one uuid, other uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_both(forum, one, other);
  return jsonb_build_object('one', private.duplicate_side(forum, desk_two_firms.one), 'other', private.duplicate_side(forum, desk_two_firms.other));
end $$;

create function public.keep_apart(forum uuid, one uuid, other uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_both(forum, one, other);
  insert into public.duplicate_pairs (forum_id, one, other, sureness, reasons, state, decided_by, decided_at)
    values (forum, least(keep_apart.one, keep_apart.other), greatest(keep_apart.one, keep_apart.other), 0, '{}', 'different', (select auth.uid()), private.now())
    on conflict on constraint duplicate_pairs_pkey do update set state = 'different', decided_by = excluded.decided_by, decided_at = excluded.decided_at;
  perform private.audit(forum, 'organizer', 'keep_apart', 'company', side::text, null, jsonb_build_object('from', case when side = keep_apart.one then keep_apart.other else keep_apart.one end))
    from unnest(array[keep_apart.one, keep_apart.other]) side;
end $$;
comment on function public.keep_apart(uuid, uuid, uuid) is 'Not the same firm: said once, it holds.';

grant execute on function public.changed_traces(uuid, timestamptz), public.store_duplicates(uuid, jsonb, uuid), public.tidy_desk() to service_role;
grant execute on function public.desk_duplicates(uuid), public.desk_two_firms(uuid, uuid, uuid), public.keep_apart(uuid, uuid, uuid) to authenticated;
