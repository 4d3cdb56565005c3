-- Measured at 20,000 firms and 50,000 matches (npm run bench:policies): a page must not cost what the whole list costs.

-- A firm that takes part twice stands twice: looking it up minds that less than sorting twenty thousand.
create or replace function private.my_forum_companies() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(company_id), '{}') from public.participations where forum_id = any (private.my_forums())
$$;

-- A page of introductions costs a page and a count of each state.
create index introductions_by_time on public.introductions (forum_id, created_at desc, id desc) where state is distinct from 'cancelled';

create or replace function public.desk_introductions(forum uuid, wanted text default null, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cursor_at timestamptz;
  groups jsonb;
  total int;
begin
  perform private.require_organizer(forum);
  select i.created_at into cursor_at from public.introductions i where i.id = after and i.forum_id = forum;
  select coalesce(jsonb_object_agg(g.name, g.n), '{}') into groups from (
    select private.introduction_group(s.state) as name, sum(s.n) as n
    from (select i.state, count(*) as n from public.introductions i where i.forum_id = forum and i.state is distinct from 'cancelled' group by 1) s group by 1) g;
  total := case
    when wanted is null then (select coalesce(sum(g.value::int), 0) from jsonb_each_text(groups) g)
    when wanted = 'trouble' then (select count(*) from public.introductions i where i.forum_id = forum and i.state is distinct from 'cancelled'
      and (private.introduction_group(i.state) = wanted or exists (select 1 from private.outbox o where o.introduction_id = i.id and o.alarm is not null)))
    else coalesce((groups ->> wanted)::int, 0) end;
  return jsonb_build_object('total', total, 'groups', groups,
    'rows', (select coalesce(jsonb_agg(private.introduction_row(i) order by i.created_at desc, i.id desc), '[]') from public.introductions i where i.id in (
      select p.id from public.introductions p where p.forum_id = forum and p.state is distinct from 'cancelled' and (cursor_at is null or (p.created_at, p.id) < (cursor_at, after))
        and (wanted is null or private.introduction_group(p.state) = wanted
          or (wanted = 'trouble' and exists (select 1 from private.outbox o where o.introduction_id = p.id and o.alarm is not null)))
      order by p.created_at desc, p.id desc limit least(page_size, 200))));
end $$;
