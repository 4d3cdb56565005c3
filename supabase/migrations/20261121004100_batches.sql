-- Many pairs decided at once: one batch, told row by row, undone as one.

create table public.decision_batches (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  decision text not null check (decision in ('approve', 'reject', 'snooze')),
  made_by uuid,
  made_at timestamptz not null default private.now(),
  undone_at timestamptz
);
comment on table public.decision_batches is 'Pairs that an organizer decided in one go.';
create table public.decision_batch_pairs (
  batch_id uuid not null references public.decision_batches on delete cascade,
  match_id uuid not null references public.matches on delete cascade,
  done boolean not null,
  refused text,
  primary key (batch_id, match_id)
);
comment on table public.decision_batch_pairs is 'What became of each pair of a batch; refused: why the database would not.';
create index decision_batch_pairs_by_match on public.decision_batch_pairs (match_id);

alter table public.decision_batches enable row level security;
alter table public.decision_batch_pairs enable row level security;
grant select on public.decision_batches, public.decision_batch_pairs to authenticated;
create policy "organizers may read the batches of their forums" on public.decision_batches for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
create policy "organizers may read what became of a batch of their forums" on public.decision_batch_pairs for select to authenticated
  using (batch_id in (select b.id from public.decision_batches b where b.forum_id = any (array(select unnest(private.my_forums())))));

create function public.decide_batch(forum uuid, decision text, pairs uuid[] default null, wanted jsonb default null, reason text default null, note text default null, until timestamptz default null)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  batch uuid;
  pair uuid;
  chosen uuid[];
begin
  perform private.require_organizer(forum);
  if wanted is not null then
    select array_agg(q.id order by q.key, q.id) into chosen from private.queue_of(forum, wanted) q;
  else
    -- Pairs of another forum are left out as though they were not there.
    select array_agg(m.id order by m.score desc, m.id) into chosen from public.matches m where m.forum_id = forum and m.id = any (pairs);
  end if;
  if cardinality(chosen) > 1000 then perform private.refuse(422, 'too_many_pairs', jsonb_build_object('most', 1000)); end if;
  insert into public.decision_batches (forum_id, decision, made_by) values (forum, decide_batch.decision, (select auth.uid())) returning id into batch;
  foreach pair in array coalesce(chosen, '{}') loop
    begin
      if decision = 'approve' then perform public.approve_match(pair);
      elsif decision = 'reject' then perform public.reject_match(pair, reason, note);
      else perform public.snooze_match(pair, until);
      end if;
      insert into public.decision_batch_pairs (batch_id, match_id, done) values (batch, pair, true);
    exception when sqlstate 'PT409' or sqlstate 'PT422' then
      insert into public.decision_batch_pairs (batch_id, match_id, done, refused) values (batch, pair, false, sqlerrm);
    end;
  end loop;
  return public.read_batch(batch);
end $$;
comment on function public.decide_batch(uuid, text, uuid[], jsonb, text, text, timestamptz) is
  'Decides the named pairs, or all that a set of filters means. A pair that may not be decided is left, with why; the others are.';

create function public.read_batch(batch uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  b public.decision_batches;
begin
  select * into b from public.decision_batches where id = batch;
  perform private.require_organizer(b.forum_id);
  return (select jsonb_build_object('id', b.id, 'decision', b.decision, 'done', count(*) filter (where p.done), 'undone', b.undone_at is not null,
      'sendAfter', (select min(i.send_after) from public.introductions i join public.decision_batch_pairs q on q.match_id = i.match_id and q.batch_id = b.id and q.done where i.state = 'held'),
      'refused', coalesce(jsonb_agg(jsonb_build_object('match', p.match_id, 'reason', p.refused, 'pk', a.name_latin, 'kz', k.name_latin)) filter (where not p.done), '[]'))
    from public.decision_batch_pairs p join public.matches m on m.id = p.match_id join public.companies a on a.id = m.pk_company join public.companies k on k.id = m.kz_company
    where p.batch_id = b.id);
end $$;

create function public.undo_batch(batch uuid) returns jsonb
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
  for pair in select p.match_id from public.decision_batch_pairs p where p.batch_id = b.id and p.done order by p.match_id loop
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

create function public.count_queue(forum uuid, wanted jsonb) returns int
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select count(*) from private.queue_of(forum, wanted));
end $$;

grant execute on function public.decide_batch(uuid, text, uuid[], jsonb, text, text, timestamptz), public.read_batch(uuid), public.undo_batch(uuid), public.count_queue(uuid, jsonb) to authenticated;
