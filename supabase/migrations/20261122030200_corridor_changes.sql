-- A corridor changes its state: waiting pairs and live introductions that use it are flagged in the same transaction, and their firms hear of it in their next digest.

create table public.introduction_flags (
  introduction_id uuid not null references public.introductions on delete cascade,
  corridor text not null references public.corridors on delete cascade,
  status text not null check (status in ('open', 'restricted', 'closed')),
  as_of date not null,
  changed_at timestamptz not null default private.now(),
  primary key (introduction_id, corridor)
);
comment on table public.introduction_flags is 'A corridor that both firms of a live introduction use has changed since it was approved: the last change of each.';
create index introduction_flags_by_change on public.introduction_flags (changed_at);
alter table public.introduction_flags enable row level security;
grant select on public.introduction_flags to authenticated;
create policy "organizers may read the flags of their forums' introductions" on public.introduction_flags for select to authenticated
  using (introduction_id in (select i.id from public.introductions i where i.forum_id = any (array(select unnest(private.my_forums())))));

create function private.corridor_warning(a text[], b text[]) returns text[]
language sql stable set search_path = '' as $$
  -- Of the corridors both use, the best one decides.
  select case min(array_position('{open,restricted,closed}'::text[], c.status)) when 2 then '{corridor_restricted}'::text[] when 3 then '{corridor_closed}'::text[] else '{}'::text[] end
    from public.corridors c where c.id = any (a) and c.id = any (b)
$$;

create or replace function public.corridor_effect(forum uuid, corridor text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return jsonb_build_object(
    'waiting', (select count(*) from public.matches m join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company
      where m.forum_id = forum and m.state in ('suggested', 'approved_by_one', 'snoozed') and corridor = any (a.corridors) and corridor = any (b.corridors)),
    'live', (select count(*) from public.introductions i join public.companies a on a.id = i.pk_company join public.companies b on b.id = i.kz_company
      where i.forum_id = forum and i.state in ('held', 'sent', 'answered_by_one', 'postponed', 'connected') and corridor = any (a.corridors) and corridor = any (b.corridors)));
end $$;

create or replace function public.set_corridor(forum uuid, corridor text, new_status text, as_of date, source text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  c public.corridors;
begin
  perform private.require_organizer(forum);
  select * into c from public.corridors where id = corridor for update;
  if c.id is null then perform private.refuse(404, 'not_found'); end if;
  if new_status not in ('open', 'restricted', 'closed') or nullif(trim(source), '') is null or as_of is null or as_of > (private.now() + interval '1 day')::date then
    perform private.refuse(422, 'bad_corridor');
  end if;
  update public.corridors set status = new_status, as_of = set_corridor.as_of, source = left(trim(set_corridor.source), 300) where id = c.id;
  if c.status is distinct from new_status then
    -- Corridors are the same for every forum, so the pairs of all are flagged. What one organizer has approved already must be looked at again.
    update public.matches m set stale = m.stale or m.state = 'approved_by_one',
        warnings = array(select w from unnest(m.warnings) w where w not in ('corridor_closed', 'corridor_restricted')) || private.corridor_warning(a.corridors, b.corridors)
      from public.companies a, public.companies b
      where m.state in ('suggested', 'snoozed', 'approved_by_one') and a.id = m.pk_company and b.id = m.kz_company and c.id = any (a.corridors) and c.id = any (b.corridors);
    insert into public.introduction_flags as f (introduction_id, corridor, status, as_of, changed_at)
      select i.id, c.id, new_status, set_corridor.as_of, private.now()
        from public.introductions i join public.companies a on a.id = i.pk_company join public.companies b on b.id = i.kz_company
        where i.state in ('held', 'sent', 'answered_by_one', 'postponed', 'connected') and c.id = any (a.corridors) and c.id = any (b.corridors)
      on conflict on constraint introduction_flags_pkey do update set status = excluded.status, as_of = excluded.as_of, changed_at = excluded.changed_at;
  end if;
  perform private.audit(forum, 'organizer', 'corridor', 'corridor', c.id, jsonb_build_object('status', c.status, 'as_of', c.as_of), jsonb_build_object('status', new_status, 'as_of', as_of));
  return public.corridor_effect(forum, c.id);
end $$;
comment on function public.set_corridor(uuid, text, text, date, text) is
  'Records a corridor''s state with its date and source, flags what uses it; answers how many waiting pairs and live introductions that are.';

create or replace function private.introduction_row(i public.introductions) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', i.id, 'match', i.match_id, 'state', i.state, 'mode', i.mode, 'onHold', i.on_hold, 'createdAt', i.created_at, 'sendAfter', i.send_after, 'sentAt', i.sent_at,
    'expiresAt', i.expires_at, 'connectedAt', i.connected_at, 'deal', i.deal_type,
    'pk', jsonb_build_object('id', a.id, 'native', a.name_native, 'latin', a.name_latin, 'locale', a.name_locale),
    'kz', jsonb_build_object('id', b.id, 'native', b.name_native, 'latin', b.name_latin, 'locale', b.name_locale),
    'answers', (select coalesce(jsonb_agg(jsonb_build_object('country', c.country, 'answer', x.answer, 'reason', x.reason, 'via', x.via, 'at', x.answered_at) order by c.country desc), '[]')
      from public.answers x join public.companies c on c.id = x.company_id where x.introduction_id = i.id),
    'outcomes', (select count(*) from public.outcomes o where o.introduction_id = i.id),
    'flags', (select coalesce(jsonb_agg(jsonb_build_object('corridor', f.corridor, 'status', f.status, 'asOf', f.as_of) order by f.corridor), '[]') from public.introduction_flags f where f.introduction_id = i.id),
    'alarms', (select coalesce(jsonb_agg(distinct o.alarm), '[]') from private.outbox o where o.introduction_id = i.id and o.alarm is not null))
    from public.companies a, public.companies b where a.id = i.pk_company and b.id = i.kz_company
$$;

create or replace function private.enqueue_firm_digests(t timestamptz) returns int
language sql security definer set search_path = '' as $$
  with month as (
    select to_char(t at time zone interval '5 hours', 'YYYY-MM') as name, date_trunc('month', t at time zone interval '5 hours') at time zone interval '5 hours' as begins
  ), firm as (
    select c.id, p.forum_id, c.completeness,
      (select count(*) from public.introductions i where c.id in (i.pk_company, i.kz_company) and i.state in ('sent', 'answered_by_one')
        and not exists (select 1 from public.answers a where a.introduction_id = i.id and a.company_id = c.id)) as unanswered,
      (select count(*) from public.introductions i where c.id in (i.pk_company, i.kz_company) and i.connected_at >= t - interval '1 month') as connected,
      (select count(*) from public.introductions i where c.id in (i.pk_company, i.kz_company) and i.state = 'expired' and i.closed_at >= t - interval '1 month') as lapsed,
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.corridor, 'status', n.status, 'as_of', n.as_of) order by n.corridor), '[]')
        from (select distinct on (f.corridor) f.corridor, f.status, f.as_of from public.introduction_flags f join public.introductions i on i.id = f.introduction_id
          where c.id in (i.pk_company, i.kz_company) and f.changed_at >= t - interval '1 month' and i.state in ('sent', 'answered_by_one', 'postponed', 'connected')
          order by f.corridor, f.changed_at desc) n) as corridors
    from public.companies c
    join public.participations p on p.company_id = c.id
    join public.forums f on f.id = p.forum_id and f.status = 'open', month m
    where c.state = 'validated' and p.joined_at < m.begins
      and not exists (select 1 from private.outbox o where o.dedupe_key = 'digest/firm/' || c.id || '/' || m.name)
  )
  select count(private.enqueue_notice('firm_digest', 'digests', firm.forum_id, firm.id, null, 'digest/firm/' || firm.id || '/' || m.name, t,
      jsonb_build_object('unanswered', unanswered, 'connected', connected, 'lapsed', lapsed, 'completeness', completeness, 'corridors', corridors)))::int
    from firm, month m where unanswered + connected + lapsed > 0 or corridors <> '[]'
$$;
comment on function private.enqueue_firm_digests(timestamptz) is 'At the beginning of a month, to firms for which something happened or waits, a change of their corridors included.';
