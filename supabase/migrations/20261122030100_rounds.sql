-- Rounds: the best for everyone. A proposal is kept as it was shown; applying it approves exactly those pairs, some at a time, as one batch.

alter table public.decision_batch_pairs alter column done drop not null;
comment on column public.decision_batch_pairs.done is 'Null while the pair''s turn has not come.';

create table public.rounds (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  number int not null,
  batch_id uuid not null references public.decision_batches on delete cascade,
  rules jsonb not null,
  outcome jsonb not null,
  proposed_by uuid,
  proposed_by_name text,
  proposed_at timestamptz not null default private.now(),
  applied_by_name text,
  applied_at timestamptz,
  unique (forum_id, number)
);
comment on table public.rounds is 'Proposals to approve many pairs at once, fairly. The number turns the order of equals, so that exposure goes round.';
comment on column public.rounds.outcome is 'What the proposal comes to: coverage, Gini, and who is left short, with why.';
create index rounds_by_batch on public.rounds (batch_id);
alter table public.rounds enable row level security;
grant select on public.rounds to authenticated;
create policy "organizers may read the rounds of their forums" on public.rounds for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));

create function private.exposure_of(forum uuid)
returns table (company uuid, suggested bigint, approved bigint, introduced bigint, unanswered bigint, connected bigint)
language sql stable security definer set search_path = '' as $$
  with sides as (
    select s.company, m.state from public.matches m, unnest(array[m.pk_company, m.kz_company]) s (company) where m.forum_id = forum
  ), shown as (
    select s.company, count(*) filter (where s.state in ('suggested', 'snoozed', 'approved_by_one')) as suggested, count(*) filter (where s.state = 'approved') as approved
      from sides s group by s.company
  ), met as (
    select s.company, count(*) filter (where i.state not in ('cancelled', 'withdrawn', 'undeliverable')) as introduced,
      count(*) filter (where i.state in ('held', 'sent', 'answered_by_one') and a.company_id is null) as unanswered, count(*) filter (where i.state = 'connected') as connected
      from public.introductions i cross join unnest(array[i.pk_company, i.kz_company]) s (company)
      left join public.answers a on a.introduction_id = i.id and a.company_id = s.company
      where i.forum_id = forum group by s.company
  )
  select p.company_id, coalesce(s.suggested, 0), coalesce(s.approved, 0), coalesce(t.introduced, 0), coalesce(t.unanswered, 0), coalesce(t.connected, 0)
    from public.participations p left join shown s on s.company = p.company_id left join met t on t.company = p.company_id where p.forum_id = forum
$$;
comment on function private.exposure_of(uuid) is 'What each firm of a forum was shown and given. Introductions that never reached it do not count.';

create function private.is_reachable(company uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.contacts k where k.company_id = company and k.is_primary and not exists (
    select 1 from private.suppressions s where s.email = k.email and s.lifted_at is null and (s.kind in ('bounce', 'complaint') or s.category = 'introductions')))
$$;

create function public.desk_exposure(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'country', c.country, 'region', c.region, 'sector', c.sectors[1], 'size', c.employees_band, 'state', c.state,
      'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale, 'completeness', c.completeness, 'reachable', private.is_reachable(c.id),
      'suggested', e.suggested, 'approved', e.approved, 'introduced', e.introduced, 'unanswered', e.unanswered, 'connected', e.connected,
      'listings', l.listings, 'understood', l.understood, 'validatedCounterparts', x.validated) order by c.name_latin, c.id), '[]')
    from private.exposure_of(forum) e join public.companies c on c.id = e.company and c.state in ('published', 'validated')
    left join lateral (select count(*) as listings, count(*) filter (where l.confirmed_code is not null or jsonb_array_length(l.concepts) > 0) as understood
      from public.listings l where l.company_id = c.id) l on true
    left join lateral (select count(*) as validated from public.matches m join public.companies o on o.id = case when m.pk_company = c.id then m.kz_company else m.pk_company end
      where e.suggested > 0 and e.suggested < 20 and m.forum_id = forum and c.id in (m.pk_company, m.kz_company) and m.state in ('suggested', 'snoozed', 'approved_by_one') and o.state = 'validated') x on true);
end $$;
comment on function public.desk_exposure(uuid) is 'A row a firm that is published or validated: what it was shown and given, and what bears on that.';

create function public.desk_round_material(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (
    with firms as materialized (
      select c.id, (row_number() over (order by c.id) - 1)::int as n, c.state = 'validated' as valid, private.is_reachable(c.id) as reachable, e.introduced, e.unanswered
        from private.exposure_of(forum) e join public.companies c on c.id = e.company and c.state in ('published', 'validated')
    )
    select jsonb_build_object(
      'number', coalesce((select max(r.number) from public.rounds r where r.forum_id = forum and r.applied_at is not null), 0) + 1,
      'firms', (select coalesce(jsonb_agg(jsonb_build_array(f.id, f.valid, f.reachable, f.introduced, f.unanswered) order by f.n), '[]') from firms f),
      -- Firms by their place in the list above: ten thousand firms have a hundred thousand pairs.
      'offers', (select coalesce(jsonb_agg(jsonb_build_array(m.id, a.n, b.n, m.score) order by m.id), '[]')
        from public.matches m join firms a on a.id = m.pk_company join firms b on b.id = m.kz_company where m.forum_id = forum and m.state = 'suggested')));
end $$;
comment on function public.desk_round_material(uuid) is 'What a round is proposed from: the firms with what they have had, and the pairs that wait.';

create function public.propose_round(forum uuid, pairs uuid[], rules jsonb, outcome jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  batch uuid;
  round uuid;
begin
  perform private.require_organizer(forum);
  if cardinality(pairs) > 20000 then perform private.refuse(422, 'too_many_pairs', jsonb_build_object('most', 20000)); end if;
  perform 1 from public.forums where id = forum for update;
  -- A proposal nobody took up makes room for the next.
  delete from public.decision_batches b using public.rounds r where r.batch_id = b.id and r.forum_id = forum and r.applied_at is null;
  insert into public.decision_batches (forum_id, decision, made_by) values (forum, 'approve', (select auth.uid())) returning id into batch;
  insert into public.decision_batch_pairs (batch_id, match_id, done)
    select batch, m.id, null from public.matches m where m.forum_id = forum and m.id = any (pairs);
  insert into public.rounds (forum_id, number, batch_id, rules, outcome, proposed_by, proposed_by_name)
    values (forum, (select coalesce(max(r.number), 0) + 1 from public.rounds r where r.forum_id = forum), batch, propose_round.rules, propose_round.outcome,
      (select auth.uid()), private.my_name_in(forum))
    returning id into round;
  return round;
end $$;
comment on function public.propose_round(uuid, uuid[], jsonb, jsonb) is 'Keeps a proposal, in the place of an earlier one that nobody applied. Decides nothing.';

create function public.apply_round(round uuid, most int default 100) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
  pair uuid;
begin
  select * into r from public.rounds where id = round for update;
  perform private.require_organizer(r.forum_id);
  if exists (select 1 from public.decision_batches b where b.id = r.batch_id and b.undone_at is not null) then perform private.refuse(409, 'round_undone'); end if;
  if r.applied_at is null then
    update public.rounds set applied_at = private.now(), applied_by_name = private.my_name_in(r.forum_id) where id = r.id;
    perform private.audit(r.forum_id, 'organizer', 'round', 'round', r.id::text, null, jsonb_build_object('number', r.number, 'rules', r.rules));
  end if;
  for pair in select p.match_id from public.decision_batch_pairs p join public.matches m on m.id = p.match_id where p.batch_id = r.batch_id and p.done is null
      order by m.score desc, m.id limit least(greatest(most, 1), 500) loop
    begin
      perform public.approve_match(pair);
      update public.decision_batch_pairs set done = true where batch_id = r.batch_id and match_id = pair;
    exception when sqlstate 'PT409' or sqlstate 'PT422' then
      update public.decision_batch_pairs set done = false, refused = sqlerrm where batch_id = r.batch_id and match_id = pair;
    end;
  end loop;
  return (select jsonb_build_object('done', count(*) filter (where p.done), 'left', count(*) filter (where p.done is null)) from public.decision_batch_pairs p where p.batch_id = r.batch_id);
end $$;
comment on function public.apply_round(uuid, int) is
  'Approves the next pairs of a round; called again until none is left. A pair that may not be approved any more is passed over, with why. An undone round stays undone.';

create function public.drop_round(round uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select * into r from public.rounds where id = round for update;
  perform private.require_organizer(r.forum_id);
  if r.applied_at is not null then perform private.refuse(409, 'round_applied'); end if;
  delete from public.decision_batches where id = r.batch_id;
end $$;

create function public.desk_rounds(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'proposedBy', r.proposed_by_name, 'proposedAt', r.proposed_at,
      'appliedBy', r.applied_by_name, 'appliedAt', r.applied_at, 'undone', b.undone_at is not null,
      'pairs', (select count(*) from public.decision_batch_pairs p where p.batch_id = b.id), 'done', (select count(*) from public.decision_batch_pairs p where p.batch_id = b.id and p.done))
      order by r.number desc), '[]')
    from (select * from public.rounds x where x.forum_id = forum order by x.number desc limit 12) r join public.decision_batches b on b.id = r.batch_id);
end $$;

create function public.desk_round(round uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r public.rounds;
begin
  select * into r from public.rounds where id = round;
  perform private.require_organizer(r.forum_id);
  return (select jsonb_build_object('id', r.id, 'number', r.number, 'batch', r.batch_id, 'rules', r.rules, 'outcome', r.outcome - 'short', 'proposedBy', r.proposed_by_name,
      'proposedAt', r.proposed_at, 'appliedBy', r.applied_by_name, 'appliedAt', r.applied_at, 'undone', b.undone_at is not null,
      'counts', (select jsonb_build_object('pairs', count(*), 'done', count(*) filter (where p.done), 'left', count(*) filter (where p.done is null)) from public.decision_batch_pairs p where p.batch_id = b.id),
      'refused', (select coalesce(jsonb_object_agg(q.refused, q.n), '{}') from (select p.refused, count(*) as n from public.decision_batch_pairs p where p.batch_id = b.id and not p.done group by 1) q),
      'sendAfter', (select min(i.send_after) from public.introductions i join public.decision_batch_pairs p on p.match_id = i.match_id and p.batch_id = b.id and p.done where i.state = 'held'),
      'best', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'score', s.score, 'done', s.done, 'sector', s.sector, 'pk', s.pk, 'kz', s.kz) order by s.score desc, s.id), '[]') from (
        select m.id, m.score, p.done, m.sector, jsonb_build_object('native', a.name_native, 'latin', a.name_latin, 'locale', a.name_locale) as pk,
            jsonb_build_object('native', k.name_native, 'latin', k.name_latin, 'locale', k.name_locale) as kz
          from public.decision_batch_pairs p join public.matches m on m.id = p.match_id join public.companies a on a.id = m.pk_company join public.companies k on k.id = m.kz_company
          where p.batch_id = b.id order by m.score desc, m.id limit 200) s),
      'short', (select coalesce(jsonb_agg(s.firm || jsonb_build_object('country', c.country, 'sector', c.sectors[1], 'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale,
          'completeness', c.completeness, 'understood', not exists (select 1 from public.listings l where l.company_id = c.id and l.confirmed_code is null and jsonb_array_length(l.concepts) = 0)) order by s.place), '[]')
        from (select x.firm, x.place from jsonb_array_elements(r.outcome -> 'short') with ordinality x (firm, place) order by x.place limit 200) s
        join public.companies c on c.id = (s.firm ->> 'id')::uuid))
    from public.decision_batches b where b.id = r.batch_id);
end $$;
comment on function public.desk_round(uuid) is 'A round as it was proposed and how far it was applied: its 200 best pairs, the 200 firms it leaves shortest.';

-- Undoing a batch takes back its own decisions, not what somebody decided of its pairs since.
create or replace function public.undo_batch(batch uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  b public.decision_batches;
  pair uuid;
  undone int := 0;
  kept int := 0;
begin
  select * into b from public.decision_batches where id = batch for update;
  perform private.require_organizer(b.forum_id);
  if b.undone_at is not null then return jsonb_build_object('undone', 0, 'kept', 0, 'already', true); end if;
  for pair in select p.match_id from public.decision_batch_pairs p join public.matches m on m.id = p.match_id
      where p.batch_id = b.id and p.done
        and m.state = any (case b.decision when 'approve' then '{approved,approved_by_one}'::text[] when 'reject' then '{rejected}'::text[] else '{snoozed}'::text[] end)
      order by p.match_id loop
    begin
      perform public.undo_decision(pair);
      undone := undone + 1;
    exception when sqlstate 'PT409' then
      kept := kept + 1; -- its mail has left meanwhile
    end;
  end loop;
  update public.decision_batches set undone_at = private.now() where id = b.id;
  return jsonb_build_object('undone', undone, 'kept', kept, 'already', false);
end $$;

grant execute on function public.desk_exposure(uuid), public.desk_round_material(uuid), public.propose_round(uuid, uuid[], jsonb, jsonb), public.apply_round(uuid, int), public.drop_round(uuid),
  public.desk_rounds(uuid), public.desk_round(uuid) to authenticated;
