-- Forums (editions of the event) and the organizers who answer for them.

create table public.forums (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  host_city text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  languages text[] not null default '{en,ru,kk,ur}' check (languages <@ '{en,ru,kk,ur}'::text[] and cardinality(languages) > 0),
  status text not null default 'open' check (status in ('draft', 'open', 'closed')),
  mode text not null default 'double_opt_in' check (mode in ('double_opt_in', 'direct')),
  dual_key boolean not null default false,
  undo_minutes int not null default 10 check (undo_minutes between 0 and 1440),
  floor int not null default 3 check (floor between 0 and 20),
  cap int not null default 20 check (cap between 1 and 100),
  unanswered_cap int not null default 5 check (unanswered_cap between 1 and 100),
  nudge_days int not null default 7 check (nudge_days between 1 and 60),
  expire_days int not null default 14 check (expire_days > nudge_days),
  desk_email text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null default private.now()
);
comment on table public.forums is 'One edition of the event; matches, modes and settings belong to it.';
comment on column public.forums.dual_key is 'One organizer of each country must approve.';
comment on column public.forums.undo_minutes is 'How long a decision''s mail waits, in minutes.';
comment on column public.forums.floor is 'Suggestions each valid firm is owed where counterparts exist.';
comment on column public.forums.cap is 'Suggestions no firm may exceed.';
comment on column public.forums.unanswered_cap is 'Unanswered introductions a firm may have at once.';

create table public.organizers (
  forum_id uuid not null references public.forums on delete cascade,
  user_id uuid not null,
  country text not null check (country in ('PK', 'KZ')),
  role text not null default 'organizer' check (role in ('lead', 'organizer')),
  name text not null,
  created_at timestamptz not null default private.now(),
  primary key (forum_id, user_id)
);
comment on table public.organizers is 'Who decides in a forum. Rights end with the row, not with the token; nobody writes it through the API.';
create index organizers_by_user on public.organizers (user_id);

create function private.my_forums() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(forum_id), '{}') from public.organizers where user_id = (select auth.uid())
$$;
comment on function private.my_forums() is 'Forums the caller organizes.';
grant execute on function private.my_forums() to anon, authenticated, service_role;

create function private.require_organizer(forum uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  -- "Not yours" and "not there" are one answer.
  if forum is null or not (private.is_service() or forum = any (private.my_forums())) then
    perform private.refuse(404, 'not_found');
  end if;
end $$;

alter table public.forums enable row level security;
alter table public.organizers enable row level security;
grant select on public.forums to anon, authenticated;
grant select on public.organizers to authenticated;
create policy "anyone may read forums that are not drafts" on public.forums for select to anon, authenticated
  using (status is distinct from 'draft' or id = any (array(select unnest(private.my_forums()))));
create policy "organizers may read the team of their forums" on public.organizers for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
