-- Matches: what the engine suggests and what organizers decide. Firms never read them; they see introductions.

create table public.matches (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  pk_company uuid not null references public.companies on delete cascade,
  kz_company uuid not null references public.companies on delete cascade,
  state text not null default 'suggested' check (state in ('suggested', 'approved_by_one', 'approved', 'rejected', 'snoozed')),
  score int not null check (score between 0 and 100),
  points jsonb not null,
  reasons jsonb not null,
  warnings text[] not null default '{}',
  deal_type text,
  sector text,
  engine_version text not null,
  stale boolean not null default false,
  snoozed_until timestamptz,
  first_approver uuid,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  reject_reason text check (reject_reason in ('not_complementary', 'known', 'compliance', 'size', 'other')),
  reject_note text check (char_length(reject_note) <= 1000),
  scored_at timestamptz not null default private.now(),
  created_at timestamptz not null default private.now(),
  unique (forum_id, pk_company, kz_company)
);
comment on table public.matches is 'A pair of firms, one of each country, with its score, its reasons as data, and a state.';
comment on column public.matches.points is 'What the score is made of: [{signal, points}]; the integers sum to the score.';
comment on column public.matches.reasons is 'Which listing met which, by what concept or hop.';
comment on column public.matches.stale is 'An edit changed the reasons after a decision had begun: an organizer looks again.';
create index matches_queue on public.matches (forum_id, state, score desc, id);
create index matches_by_pk on public.matches (pk_company);
create index matches_by_kz on public.matches (kz_company);

create table private.engine_leases (
  forum_id uuid primary key references public.forums on delete cascade,
  holder text not null,
  leased_until timestamptz not null
);
comment on table private.engine_leases is 'One engine process a forum. A row, since the API keeps no session for an advisory lock.';

create table public.engine_runs (
  forum_id uuid primary key references public.forums on delete cascade,
  engine_version text not null,
  total int not null,
  done int not null default 0,
  started_at timestamptz not null default private.now(),
  finished_at timestamptz
);
comment on table public.engine_runs is 'How far the current re-scoring of a forum is.';

create table public.queue_presence (
  match_id uuid not null references public.matches on delete cascade,
  forum_id uuid not null references public.forums on delete cascade,
  user_id uuid not null,
  seen_at timestamptz not null default private.now(),
  primary key (forum_id, user_id)
);
comment on table public.queue_presence is 'Which pair an organizer is looking at.';

alter table public.matches enable row level security;
alter table public.engine_runs enable row level security;
alter table public.queue_presence enable row level security;
grant select on public.matches, public.engine_runs, public.queue_presence to authenticated;
create policy "organizers may read the matches of their forums" on public.matches for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
create policy "organizers may see how far the engine is" on public.engine_runs for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
create policy "organizers may see who looks at what" on public.queue_presence for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));

create function public.lease_engine(forum uuid, holder text, seconds int) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_service();
  insert into private.engine_leases as l (forum_id, holder, leased_until)
    values (forum, lease_engine.holder, private.now() + make_interval(secs => seconds))
    on conflict (forum_id) do update set holder = excluded.holder, leased_until = excluded.leased_until
    where l.holder = excluded.holder or l.leased_until < private.now();
  return found;
end $$;

create function public.store_pairs(forum uuid, company uuid, pairs jsonb, version text) returns int
language plpgsql security definer set search_path = '' as $$
declare
  stored int;
begin
  perform private.require_service();
  -- What the engine no longer finds for this firm goes, unless somebody has decided on it.
  if company is not null then
    delete from public.matches m where m.forum_id = forum and company in (m.pk_company, m.kz_company) and m.state in ('suggested', 'snoozed')
      and not exists (select 1 from jsonb_array_elements(pairs) p
        where (p ->> 'pk')::uuid = m.pk_company and (p ->> 'kz')::uuid = m.kz_company);
  end if;
  insert into public.matches as m (forum_id, pk_company, kz_company, score, points, reasons, warnings, deal_type, sector, engine_version)
    select forum, (p ->> 'pk')::uuid, (p ->> 'kz')::uuid, (p ->> 'score')::int, p -> 'points', p -> 'reasons',
      private.text_array(p -> 'warnings'), p ->> 'deal_type', p ->> 'sector', version
    from jsonb_array_elements(pairs) p
    join public.companies a on a.id = (p ->> 'pk')::uuid and a.country = 'PK' and a.state in ('published', 'validated')
    join public.companies b on b.id = (p ->> 'kz')::uuid and b.country = 'KZ' and b.state in ('published', 'validated')
    on conflict (forum_id, pk_company, kz_company) do update set score = excluded.score, points = excluded.points, reasons = excluded.reasons,
      warnings = excluded.warnings, deal_type = excluded.deal_type, sector = excluded.sector, engine_version = excluded.engine_version, scored_at = private.now()
    where m.state in ('suggested', 'snoozed');
  get diagnostics stored = row_count;
  return stored;
end $$;
comment on function public.store_pairs(uuid, uuid, jsonb, text) is
  'Writes a batch of scored pairs; with a company, that firm''s whole list. Never touches a decided match. Returns how many were written.';

create function public.wake_snoozed() returns int
language plpgsql security definer set search_path = '' as $$
declare
  woken int;
begin
  perform private.require_service();
  update public.matches set state = private.require_next('match', state, 'wake', 'server'), snoozed_until = null
    where state = 'snoozed' and snoozed_until <= private.now();
  get diagnostics woken = row_count;
  return woken;
end $$;

create function public.look_at_match(match uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.matches;
begin
  select * into m from public.matches where id = match;
  perform private.require_organizer(m.forum_id);
  insert into public.queue_presence (match_id, forum_id, user_id, seen_at) values (match, m.forum_id, (select auth.uid()), private.now())
    on conflict (forum_id, user_id) do update set match_id = excluded.match_id, seen_at = excluded.seen_at;
end $$;

grant execute on function public.lease_engine(uuid, text, int), public.store_pairs(uuid, uuid, jsonb, text), public.wake_snoozed() to service_role;
grant execute on function public.look_at_match(uuid) to authenticated;
