-- Filters of the queue that an organizer keeps by name. They are the organizer's own.

create table public.saved_filters (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  user_id uuid not null,
  name text not null check (char_length(name) between 1 and 60),
  query text not null check (char_length(query) <= 500),
  created_at timestamptz not null default private.now(),
  unique (forum_id, user_id, name)
);
comment on column public.saved_filters.query is 'The query of the queue''s address, as the page writes it.';
alter table public.saved_filters enable row level security;
grant select on public.saved_filters to authenticated;
create policy "an organizer may read the filters they saved" on public.saved_filters for select to authenticated
  using (user_id = (select auth.uid()) and forum_id = any (array(select unnest(private.my_forums()))));

create function public.save_filter(forum uuid, called text, address_query text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  saved uuid;
  me uuid := (select auth.uid());
begin
  perform private.require_organizer(forum);
  if nullif(trim(called), '') is null or char_length(trim(called)) > 60 or address_query is null or char_length(address_query) > 500 or address_query !~ '^(\?[^#]*)?$' then
    perform private.refuse(422, 'bad_filter');
  end if;
  if 30 <= (select count(*) from public.saved_filters f where f.forum_id = forum and f.user_id = me and f.name is distinct from trim(called)) then
    perform private.refuse(422, 'too_many_filters', jsonb_build_object('most', 30));
  end if;
  insert into public.saved_filters as f (forum_id, user_id, name, query) values (forum, me, trim(called), address_query)
    on conflict (forum_id, user_id, name) do update set query = excluded.query returning f.id into saved;
  return saved;
end $$;
comment on function public.save_filter(uuid, text, text) is 'Keeps the caller''s filters under a name; the same name again replaces them. At most thirty.';

create function public.drop_filter(filter uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.saved_filters f where f.id = filter and f.user_id = (select auth.uid());
  if not found then perform private.refuse(404, 'not_found'); end if;
end $$;

grant execute on function public.save_filter(uuid, text, text), public.drop_filter(uuid) to authenticated;
