-- Memoranda: what was signed between the two countries, until when it holds, what it promised, and which introductions carry it out.

create table public.memoranda (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  title text not null check (char_length(title) between 1 and 200),
  area text not null check (area in ('leather', 'grain', 'petrochemicals', 'logistics', 'food', 'textiles', 'metallurgy', 'oil_gas', 'chemicals', 'machinery', 'pharma', 'construction',
    'railways', 'digital', 'veterinary', 'energy', 'customs', 'other')),
  pk_party text not null check (char_length(pk_party) between 1 and 200),
  kz_party text not null check (char_length(kz_party) between 1 and 200),
  signed_on date not null,
  expires_on date check (expires_on > signed_on),
  source text not null check (char_length(source) between 1 and 300),
  note text check (char_length(note) <= 1000),
  closed_as text check (closed_as in ('fulfilled', 'expired', 'abandoned')),
  closed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default private.now(),
  constraint closed_with_a_reason check ((closed_as is null) = (closed_at is null))
);
comment on table public.memoranda is 'A signed memorandum with its parties, area, dates and source. Closed ones stay on record.';
create index memoranda_by_forum on public.memoranda (forum_id, signed_on desc, id);

create table public.memorandum_milestones (
  memorandum_id uuid not null references public.memoranda on delete cascade,
  position int not null,
  what text not null check (char_length(what) between 1 and 200),
  due_on date,
  done_on date,
  primary key (memorandum_id, position)
);
comment on table public.memorandum_milestones is 'What a memorandum promised, step by step.';

create table public.memorandum_introductions (
  memorandum_id uuid not null references public.memoranda on delete cascade,
  introduction_id uuid not null references public.introductions on delete cascade,
  primary key (memorandum_id, introduction_id)
);
comment on table public.memorandum_introductions is 'Introductions that carry a memorandum out.';
create index memorandum_introductions_by_introduction on public.memorandum_introductions (introduction_id);

alter table public.memoranda enable row level security;
alter table public.memorandum_milestones enable row level security;
alter table public.memorandum_introductions enable row level security;
grant select on public.memoranda, public.memorandum_milestones, public.memorandum_introductions to authenticated;
create policy "organizers may read the memoranda of their forums" on public.memoranda for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
create policy "organizers may read the milestones of their memoranda" on public.memorandum_milestones for select to authenticated
  using (memorandum_id in (select m.id from public.memoranda m where m.forum_id = any (array(select unnest(private.my_forums())))));
create policy "organizers may read which introductions carry their memoranda" on public.memorandum_introductions for select to authenticated
  using (memorandum_id in (select m.id from public.memoranda m where m.forum_id = any (array(select unnest(private.my_forums())))));

create function private.lock_memorandum(memorandum uuid) returns public.memoranda
language plpgsql security definer set search_path = '' as $$
declare
  m public.memoranda;
begin
  select * into m from public.memoranda where id = memorandum for update;
  perform private.require_organizer(m.forum_id);
  if m.closed_at is not null then perform private.refuse(409, 'memorandum_closed', jsonb_build_object('as', m.closed_as)); end if;
  return m;
end $$;

create function public.save_memorandum(forum uuid, fields jsonb, memorandum uuid default null, expected_version int default null) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  m public.memoranda;
begin
  if memorandum is null then perform private.require_organizer(forum);
  else
    m := private.lock_memorandum(memorandum);
    if m.forum_id is distinct from forum then perform private.refuse(404, 'not_found'); end if;
    if m.version is distinct from expected_version then perform private.refuse(409, 'edited_meanwhile'); end if;
  end if;
  if (fields ->> 'signedOn')::date > private.now()::date or (fields ->> 'expiresOn')::date <= (fields ->> 'signedOn')::date then perform private.refuse(422, 'bad_dates'); end if;
  if exists (select 1 from jsonb_array_elements_text(coalesce(fields -> 'introductions', '[]')) x
    where not exists (select 1 from public.introductions i where i.id = x::uuid and i.forum_id = forum)) then perform private.refuse(404, 'not_found'); end if;
  if memorandum is null then
    insert into public.memoranda (forum_id, title, area, pk_party, kz_party, signed_on, source)
      values (forum, fields ->> 'title', fields ->> 'area', fields ->> 'pkParty', fields ->> 'kzParty', (fields ->> 'signedOn')::date, fields ->> 'source') returning * into m;
  end if;
  update public.memoranda set title = fields ->> 'title', area = fields ->> 'area', pk_party = fields ->> 'pkParty', kz_party = fields ->> 'kzParty',
    signed_on = (fields ->> 'signedOn')::date, expires_on = (fields ->> 'expiresOn')::date, source = fields ->> 'source', note = nullif(trim(fields ->> 'note'), ''),
    version = version + (case when memorandum is null then 0 else 1 end) where id = m.id;
  delete from public.memorandum_milestones s where s.memorandum_id = m.id;
  insert into public.memorandum_milestones (memorandum_id, position, what, due_on, done_on)
    select m.id, s.place, s.step ->> 'what', (s.step ->> 'dueOn')::date, (s.step ->> 'doneOn')::date
    from jsonb_array_elements(coalesce(fields -> 'milestones', '[]')) with ordinality s (step, place);
  delete from public.memorandum_introductions l where l.memorandum_id = m.id;
  insert into public.memorandum_introductions (memorandum_id, introduction_id)
    select distinct m.id, x::uuid from jsonb_array_elements_text(coalesce(fields -> 'introductions', '[]')) x;
  perform private.audit(forum, 'organizer', case when memorandum is null then 'memorandum_added' else 'memorandum_edited' end, 'memorandum', m.id::text);
  return m.id;
end $$;
comment on function public.save_memorandum(uuid, jsonb, uuid, int) is 'Adds a memorandum, or writes all fields of one anew: {title, area, pkParty, kzParty, signedOn, expiresOn, source, note, milestones, introductions}.';

create function public.close_memorandum(memorandum uuid, closing text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.memoranda;
begin
  m := private.lock_memorandum(memorandum);
  if closing not in ('fulfilled', 'expired', 'abandoned') then perform private.refuse(422, 'bad_closing'); end if;
  update public.memoranda set closed_as = closing, closed_at = private.now(), version = version + 1 where id = m.id;
  perform private.audit(m.forum_id, 'organizer', 'memorandum_closed', 'memorandum', m.id::text, null, jsonb_build_object('as', closing));
end $$;

create function public.desk_memoranda(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'area', m.area, 'pkParty', m.pk_party, 'kzParty', m.kz_party, 'signedOn', m.signed_on,
      'expiresOn', m.expires_on, 'source', m.source, 'note', m.note, 'closedAs', m.closed_as, 'closedAt', m.closed_at, 'version', m.version,
      'milestones', (select coalesce(jsonb_agg(jsonb_build_object('what', s.what, 'dueOn', s.due_on, 'doneOn', s.done_on) order by s.position), '[]')
        from public.memorandum_milestones s where s.memorandum_id = m.id),
      'introductions', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'state', i.state, 'pk', a.name_latin, 'kz', b.name_latin) order by a.name_latin), '[]')
        from public.memorandum_introductions l join public.introductions i on i.id = l.introduction_id
        join public.companies a on a.id = i.pk_company join public.companies b on b.id = i.kz_company where l.memorandum_id = m.id)) order by m.closed_at is not null, m.signed_on desc, m.id), '[]')
    from public.memoranda m where m.forum_id = forum);
end $$;
comment on function public.desk_memoranda(uuid) is 'The forum''s memoranda, those still in force first, each with milestones and linked introductions.';

grant execute on function public.save_memorandum(uuid, jsonb, uuid, int), public.close_memorandum(uuid, text), public.desk_memoranda(uuid) to authenticated;
