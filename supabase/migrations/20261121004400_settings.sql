-- What organizers set: the forum's rules, the state of a corridor. Each change is on record, before and after.

create function public.save_forum_settings(forum uuid, patch jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  f public.forums;
  was jsonb;
begin
  perform private.require_organizer(forum);
  select * into f from public.forums where id = forum for update;
  was := jsonb_build_object('mode', f.mode, 'dual_key', f.dual_key, 'undo_minutes', f.undo_minutes, 'floor', f.floor, 'cap', f.cap, 'unanswered_cap', f.unanswered_cap,
    'nudge_days', f.nudge_days, 'expire_days', f.expire_days);
  if (patch ->> 'mode') not in ('double_opt_in', 'direct') or (patch ->> 'undo_minutes')::int not between 0 and 1440 or (patch ->> 'floor')::int not between 0 and 20
    or (patch ->> 'cap')::int not between 1 and 100 or (patch ->> 'unanswered_cap')::int not between 1 and 100 or (patch ->> 'nudge_days')::int not between 1 and 60
    or coalesce((patch ->> 'expire_days')::int, f.expire_days) <= coalesce((patch ->> 'nudge_days')::int, f.nudge_days)
    or coalesce((patch ->> 'floor')::int, f.floor) > coalesce((patch ->> 'cap')::int, f.cap) then
    perform private.refuse(422, 'bad_settings');
  end if;
  -- Two keys need two countries at the desk, or nothing could ever be approved.
  if (patch ->> 'dual_key')::boolean and 2 > (select count(distinct o.country) from public.organizers o where o.forum_id = f.id) then
    perform private.refuse(422, 'dual_key_needs_both');
  end if;
  update public.forums set
    mode = coalesce(patch ->> 'mode', mode), dual_key = coalesce((patch ->> 'dual_key')::boolean, dual_key), undo_minutes = coalesce((patch ->> 'undo_minutes')::int, undo_minutes),
    floor = coalesce((patch ->> 'floor')::int, forums.floor), cap = coalesce((patch ->> 'cap')::int, cap), unanswered_cap = coalesce((patch ->> 'unanswered_cap')::int, unanswered_cap),
    nudge_days = coalesce((patch ->> 'nudge_days')::int, nudge_days), expire_days = coalesce((patch ->> 'expire_days')::int, expire_days)
    where id = f.id;
  perform private.audit(f.id, 'organizer', 'settings', 'forum', f.id::text, was, was || patch);
end $$;
comment on function public.save_forum_settings(uuid, jsonb) is 'Sets what is named in the patch; what is out of bounds refuses the whole.';

create function public.corridor_effect(forum uuid, corridor text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return jsonb_build_object(
    'waiting', (select count(*) from public.matches m join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company
      where m.forum_id = forum and m.state in ('suggested', 'approved_by_one', 'snoozed') and corridor = any (a.corridors) and corridor = any (b.corridors)),
    'live', (select count(*) from public.introductions i join public.companies a on a.id = i.pk_company join public.companies b on b.id = i.kz_company
      where i.forum_id = forum and i.state in ('held', 'sent', 'answered_by_one', 'postponed') and corridor = any (a.corridors) and corridor = any (b.corridors)));
end $$;
comment on function public.corridor_effect(uuid, text) is 'How many waiting pairs and live introductions use a corridor.';

create function public.set_corridor(forum uuid, corridor text, new_status text, as_of date, source text) returns jsonb
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
    -- Waiting pairs show their flags live; what one organizer has approved already must be looked at again.
    update public.matches m set stale = true from public.companies a, public.companies b
      where m.state = 'approved_by_one' and a.id = m.pk_company and b.id = m.kz_company and c.id = any (a.corridors) and c.id = any (b.corridors);
  end if;
  perform private.audit(forum, 'organizer', 'corridor', 'corridor', c.id, jsonb_build_object('status', c.status, 'as_of', c.as_of), jsonb_build_object('status', new_status, 'as_of', as_of));
  return public.corridor_effect(forum, c.id);
end $$;
comment on function public.set_corridor(uuid, text, text, date, text) is 'Records a corridor''s state with its date and source; answers how many waiting pairs and live introductions use it.';

create function public.desk_record(forum uuid, kinds text[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'action', l.action, 'by', o.name, 'kind', l.actor_kind, 'subject', l.subject_id, 'before', l.before, 'after', l.after) order by l.id desc), '[]')
    from (select * from public.audit_log a where a.forum_id = forum and a.subject_kind = any (kinds) order by a.id desc limit 30) l
    left join public.organizers o on o.user_id = l.actor and o.forum_id = forum);
end $$;

grant execute on function public.save_forum_settings(uuid, jsonb), public.corridor_effect(uuid, text), public.set_corridor(uuid, text, text, date, text), public.desk_record(uuid, text[]) to authenticated;
