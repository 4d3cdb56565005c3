-- What the score is weighed by, forum by forum: each change is a version; none is ever changed or lost.

create table public.forum_weights (
  forum_id uuid not null references public.forums on delete cascade,
  version int not null check (version > 0),
  share jsonb not null,
  saved_by uuid,
  saved_by_name text,
  saved_at timestamptz not null default private.now(),
  primary key (forum_id, version)
);
comment on table public.forum_weights is 'Per cent of the score by signal; the highest version counts. A forum without one weighs by the engine''s own.';
alter table public.forum_weights enable row level security;
grant select on public.forum_weights to authenticated;
create policy "organizers may read the weights of their forums" on public.forum_weights for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));

create function public.save_weights(forum uuid, shares jsonb, based_on int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  current_version int;
  signals constant text[] := '{product,volume,route,languages,certificates,size,profile}';
begin
  perform private.require_organizer(forum);
  perform 1 from public.forums where id = forum for update;
  select coalesce(max(w.version), 0) into current_version from public.forum_weights w where w.forum_id = forum;
  if based_on is distinct from current_version then
    perform private.refuse(409, 'weights_changed', (select jsonb_build_object('by', w.saved_by_name, 'at', w.saved_at) from public.forum_weights w where w.forum_id = forum and w.version = current_version));
  end if;
  if jsonb_typeof(shares) is distinct from 'object' or (select array_agg(k order by k) from jsonb_object_keys(shares) k) is distinct from (select array_agg(s order by s) from unnest(signals) s)
    or exists (select 1 from jsonb_each_text(shares) s where s.value !~ '^\d{1,3}$')
    or (select sum(s.value::int) from jsonb_each_text(shares) s) is distinct from 100 or (shares ->> 'product')::int < 10 then
    perform private.refuse(422, 'bad_weights');
  end if;
  insert into public.forum_weights (forum_id, version, share, saved_by, saved_by_name) values (forum, current_version + 1, shares, (select auth.uid()), private.my_name_in(forum));
  perform private.audit(forum, 'organizer', 'weights', 'forum', forum::text, jsonb_build_object('version', current_version), jsonb_build_object('version', current_version + 1) || shares);
  return current_version + 1;
end $$;
comment on function public.save_weights(uuid, jsonb, int) is 'Saves the next version: whole per cents of the seven signals, 100 in all, at least 10 for the product. 409 when another version was saved meanwhile.';

create function public.sample_pairs(forum uuid, most int default 20) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (
    with waiting as (
      select m.id, m.pk_company, m.kz_company, m.score, ntile(greatest(1, least(most, 100))) over (order by m.score desc, m.id) as tile
        from public.matches m where m.forum_id = forum and m.state in ('suggested', 'snoozed')
    ), firsts as (select distinct on (tile) * from waiting order by tile, score desc, id)
    select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'pk', f.pk_company, 'kz', f.kz_company, 'score', f.score,
        'pkNames', jsonb_build_object('native', a.name_native, 'latin', a.name_latin, 'locale', a.name_locale),
        'kzNames', jsonb_build_object('native', b.name_native, 'latin', b.name_latin, 'locale', b.name_locale)) order by f.tile), '[]')
      from firsts f join public.companies a on a.id = f.pk_company join public.companies b on b.id = f.kz_company);
end $$;
comment on function public.sample_pairs(uuid, int) is 'Waiting pairs spread evenly over the queue, from the best to the weakest: what a change of weights is tried on.';

-- The forum's name, place, days and languages may be set like its rules.
create or replace function public.save_forum_settings(forum uuid, patch jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  f public.forums;
  was jsonb;
  begins date;
  ends date;
begin
  perform private.require_organizer(forum);
  select * into f from public.forums where id = forum for update;
  was := jsonb_build_object('mode', f.mode, 'dual_key', f.dual_key, 'undo_minutes', f.undo_minutes, 'floor', f.floor, 'cap', f.cap, 'unanswered_cap', f.unanswered_cap,
    'nudge_days', f.nudge_days, 'expire_days', f.expire_days, 'name', f.name, 'host_city', f.host_city, 'starts_on', f.starts_on, 'ends_on', f.ends_on, 'languages', to_jsonb(f.languages));
  begins := coalesce((patch ->> 'starts_on')::date, f.starts_on);
  ends := coalesce((patch ->> 'ends_on')::date, f.ends_on);
  if (patch ->> 'mode') not in ('double_opt_in', 'direct') or (patch ->> 'undo_minutes')::int not between 0 and 1440 or (patch ->> 'floor')::int not between 0 and 20
    or (patch ->> 'cap')::int not between 1 and 100 or (patch ->> 'unanswered_cap')::int not between 1 and 100 or (patch ->> 'nudge_days')::int not between 1 and 60
    or coalesce((patch ->> 'expire_days')::int, f.expire_days) <= coalesce((patch ->> 'nudge_days')::int, f.nudge_days)
    or coalesce((patch ->> 'floor')::int, f.floor) > coalesce((patch ->> 'cap')::int, f.cap) then
    perform private.refuse(422, 'bad_settings');
  end if;
  if ends < begins or trim(patch ->> 'name') = '' or trim(patch ->> 'host_city') = '' or char_length(patch ->> 'name') > 200 or char_length(patch ->> 'host_city') > 100
    or (patch ? 'languages' and (jsonb_array_length(patch -> 'languages') = 0 or not private.text_array(patch -> 'languages') <@ '{en,ru,kk,ur}'::text[])) then
    perform private.refuse(422, 'bad_forum');
  end if;
  -- Two keys need two countries at the desk, or nothing could ever be approved.
  if (patch ->> 'dual_key')::boolean and 2 > (select count(distinct o.country) from public.organizers o where o.forum_id = f.id) then
    perform private.refuse(422, 'dual_key_needs_both');
  end if;
  update public.forums set
    mode = coalesce(patch ->> 'mode', mode), dual_key = coalesce((patch ->> 'dual_key')::boolean, dual_key), undo_minutes = coalesce((patch ->> 'undo_minutes')::int, undo_minutes),
    floor = coalesce((patch ->> 'floor')::int, forums.floor), cap = coalesce((patch ->> 'cap')::int, cap), unanswered_cap = coalesce((patch ->> 'unanswered_cap')::int, unanswered_cap),
    nudge_days = coalesce((patch ->> 'nudge_days')::int, nudge_days), expire_days = coalesce((patch ->> 'expire_days')::int, expire_days),
    name = coalesce(trim(patch ->> 'name'), name), host_city = coalesce(trim(patch ->> 'host_city'), host_city), starts_on = begins, ends_on = ends,
    languages = case when patch ? 'languages' then private.text_array(patch -> 'languages') else languages end
    where id = f.id;
  perform private.audit(f.id, 'organizer', 'settings', 'forum', f.id::text, was, was || patch);
end $$;

-- What trade is measured against, in the words of whoever said it. Sayings that contradict one another stand side by side; one of each kind is reckoned with.
create table public.forum_figures (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  kind text not null check (kind in ('baseline', 'target', 'deadline')),
  value_usd numeric check (value_usd > 0),
  falls_on date,
  said_by text not null check (char_length(said_by) between 1 and 300),
  said_on date not null,
  in_use boolean not null default false,
  created_at timestamptz not null default private.now(),
  constraint a_deadline_is_a_day_and_the_others_are_money check ((kind = 'deadline') = (falls_on is not null) and (kind = 'deadline') = (value_usd is null))
);
comment on table public.forum_figures is 'Baseline, target and deadline of trade, each with who said it and when. Organizers set them; anyone may read them.';
create unique index one_figure_of_a_kind_in_use on public.forum_figures (forum_id, kind) where in_use;
alter table public.forum_figures enable row level security;
grant select on public.forum_figures to anon, authenticated;
create policy "anyone may read the figures of forums that are not drafts" on public.forum_figures for select to anon, authenticated
  using (forum_id in (select f.id from public.forums f where f.status is distinct from 'draft') or forum_id = any (array(select unnest(private.my_forums()))));

create function public.add_forum_figure(forum uuid, of_kind text, value numeric, falls date, by_whom text, said date) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  made uuid;
begin
  perform private.require_organizer(forum);
  if of_kind not in ('baseline', 'target', 'deadline') or (of_kind = 'deadline') is distinct from (falls is not null) or (of_kind = 'deadline') is distinct from (value is null)
    or value <= 0 or nullif(trim(by_whom), '') is null or said is null or said > (private.now() + interval '1 day')::date then
    perform private.refuse(422, 'bad_figure');
  end if;
  insert into public.forum_figures (forum_id, kind, value_usd, falls_on, said_by, said_on, in_use)
    values (forum, of_kind, value, falls, left(trim(by_whom), 300), said, not exists (select 1 from public.forum_figures g where g.forum_id = forum and g.kind = of_kind and g.in_use))
    returning id into made;
  perform private.audit(forum, 'organizer', 'figure', 'forum', forum::text, null, jsonb_build_object('kind', of_kind, 'value_usd', value, 'falls_on', falls));
  return made;
end $$;

create function private.lock_figure(figure uuid) returns public.forum_figures
language plpgsql security definer set search_path = '' as $$
declare
  g public.forum_figures;
begin
  select * into g from public.forum_figures where id = figure;
  perform private.require_organizer(g.forum_id);
  perform 1 from public.forums where id = g.forum_id for update;
  return g;
end $$;

create function public.use_forum_figure(figure uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  g public.forum_figures := private.lock_figure(figure);
begin
  update public.forum_figures set in_use = false where forum_id = g.forum_id and kind = g.kind and in_use and id is distinct from g.id;
  update public.forum_figures set in_use = true where id = g.id;
  perform private.audit(g.forum_id, 'organizer', 'figure', 'forum', g.forum_id::text, null, jsonb_build_object('kind', g.kind, 'value_usd', g.value_usd, 'falls_on', g.falls_on));
end $$;

create function public.drop_forum_figure(figure uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  g public.forum_figures := private.lock_figure(figure);
begin
  delete from public.forum_figures where id = g.id;
  perform private.audit(g.forum_id, 'organizer', 'figure', 'forum', g.forum_id::text, jsonb_build_object('kind', g.kind, 'value_usd', g.value_usd, 'falls_on', g.falls_on), null);
end $$;

grant execute on function public.save_weights(uuid, jsonb, int), public.sample_pairs(uuid, int), public.add_forum_figure(uuid, text, numeric, date, text, date), public.use_forum_figure(uuid),
  public.drop_forum_figure(uuid) to authenticated;
