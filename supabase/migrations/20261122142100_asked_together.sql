-- What a page asks together is answered together: to a page, one more question costs more than its answer. Each of these runs as its caller, under the
-- policies and the guards of what it reads.

create function public.my_companies() returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'company', to_jsonb(c),
      'contact', (select to_jsonb(k) from public.contacts k where k.company_id = c.id and k.is_primary),
      'listings', (select coalesce(jsonb_agg(to_jsonb(l) order by l.direction, l.position), '[]') from public.listings l where l.company_id = c.id)) order by m.created_at desc), '[]')
    from public.company_members m join public.companies c on c.id = m.company_id where m.user_id = (select auth.uid())
$$;
comment on function public.my_companies() is 'The firms the caller is a member of, the last joined first: {role, company, contact, listings}, rows as their tables have them.';

create function public.company_home(company uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('review', public.latest_review(company), 'team', public.company_team(company), 'onBehalf', public.done_on_behalf(company))
$$;

create function public.open_desk() returns jsonb
language sql volatile set search_path = '' as $$
  select jsonb_build_object('stands', public.desk_session_stands(), 'mine', (
    select coalesce(jsonb_agg(to_jsonb(o) || jsonb_build_object('forum', to_jsonb(f)) order by f.starts_on desc), '[]')
      from public.organizers o join public.forums f on f.id = o.forum_id where o.user_id = (select auth.uid())))
$$;
comment on function public.open_desk() is 'Whether the caller''s session may go on using the desk, which is noted, and the forums he organizes, the latest first.';

create function public.desk_frame(forum uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('counts', public.desk_counts(forum), 'mails', public.mail_counts(forum))
$$;

revoke execute on function public.my_companies(), public.company_home(uuid), public.open_desk(), public.desk_frame(uuid) from public, anon;
grant execute on function public.my_companies(), public.company_home(uuid), public.open_desk(), public.desk_frame(uuid) to authenticated;
