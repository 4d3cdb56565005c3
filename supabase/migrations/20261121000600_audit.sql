-- Who decided what, and when. Rows are added, never changed, by nobody, the owner of the tables included.

create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default private.now(),
  forum_id uuid,
  actor uuid,
  actor_kind text not null check (actor_kind in ('organizer', 'member', 'server', 'link')),
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb
);
comment on table public.audit_log is 'Append-only. Holds states and ids, no free text of a person. No foreign keys: it outlives what it tells of.';
create index audit_log_by_subject on public.audit_log (subject_kind, subject_id, id desc);
create index audit_log_by_forum on public.audit_log (forum_id, id desc);

create function private.forbid_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform private.refuse(403, 'append_only');
  return null;
end $$;
create trigger audit_rows_stay before update or delete on public.audit_log for each row execute function private.forbid_change();
create trigger the_audit_stays before truncate on public.audit_log for each statement execute function private.forbid_change();
create trigger consents_stay before update on public.consents for each row execute function private.forbid_change();

create function private.audit(forum uuid, kind text, action text, subject_kind text, subject_id text, before jsonb default null, after jsonb default null)
returns void language sql security definer set search_path = '' as $$
  insert into public.audit_log (forum_id, actor, actor_kind, action, subject_kind, subject_id, before, after)
  values (forum, (select auth.uid()), case when private.is_service() and kind is distinct from 'link' then 'server' else kind end,
    action, subject_kind, subject_id, before, after)
$$;

alter table public.audit_log enable row level security;
grant select on public.audit_log to authenticated;
create policy "organizers may read the audit of their forums" on public.audit_log for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
