-- An introduction that needs a person is counted as it is listed: by its state, or by a mail of it that somebody should look at.

create or replace function public.desk_introductions(forum uuid, wanted text default null, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cursor_at timestamptz;
  groups jsonb;
  alarmed uuid[];
  total int;
begin
  perform private.require_organizer(forum);
  select i.created_at into cursor_at from public.introductions i where i.id = after and i.forum_id = forum;
  select coalesce(array_agg(i.id), '{}') into alarmed from public.introductions i where i.forum_id = forum and i.state is distinct from 'cancelled'
    and private.introduction_group(i.state) is distinct from 'trouble' and i.id in (select o.introduction_id from private.outbox o where o.forum_id = forum and o.alarm is not null);
  select coalesce(jsonb_object_agg(g.name, g.n), '{}') into groups from (
    select private.introduction_group(s.state) as name, sum(s.n) as n
    from (select i.state, count(*) as n from public.introductions i where i.forum_id = forum and i.state is distinct from 'cancelled' group by 1) s group by 1) g;
  total := (select coalesce(sum(g.value::int), 0) from jsonb_each_text(groups) g);
  groups := groups || jsonb_build_object('trouble', coalesce((groups ->> 'trouble')::int, 0) + cardinality(alarmed));
  if wanted is not null then total := coalesce((groups ->> wanted)::int, 0); end if;
  return jsonb_build_object('total', total, 'groups', groups,
    'rows', (select coalesce(jsonb_agg(private.introduction_row(i) order by i.created_at desc, i.id desc), '[]') from public.introductions i where i.id in (
      select p.id from public.introductions p where p.forum_id = forum and p.state is distinct from 'cancelled' and (cursor_at is null or (p.created_at, p.id) < (cursor_at, after))
        and (wanted is null or private.introduction_group(p.state) = wanted or (wanted = 'trouble' and p.id = any (alarmed)))
      order by p.created_at desc, p.id desc limit least(page_size, 200))));
end $$;
