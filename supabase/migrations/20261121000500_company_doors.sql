-- Who may read what of a company. Helper functions return arrays: a policy then compares once a row (5 ms, not a second).

create function private.my_companies() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(company_id), '{}') from public.company_members where user_id = (select auth.uid())
$$;
create function private.my_forum_companies() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct company_id), '{}') from public.participations where forum_id = any (private.my_forums())
$$;
comment on function private.my_forum_companies() is 'Companies of the forums the caller organizes.';
create function private.visible_companies() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select private.my_companies() || private.my_forum_companies()
$$;
grant execute on function private.my_companies(), private.my_forum_companies(), private.visible_companies() to anon, authenticated, service_role;

create function private.require_member(company uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if company is null or not (private.is_service() or company = any (private.my_companies())) then
    perform private.refuse(404, 'not_found');
  end if;
end $$;

create function private.require_owner(company uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  if not (private.is_service() or exists (
    select 1 from public.company_members m where m.company_id = company and m.user_id = (select auth.uid()) and m.role = 'owner')) then
    perform private.refuse(403, 'owner_only');
  end if;
end $$;

alter table public.companies enable row level security;
alter table public.company_members enable row level security;
alter table public.contacts enable row level security;
alter table public.listings enable row level security;
alter table public.participations enable row level security;
alter table public.consents enable row level security;
alter table public.company_reviews enable row level security;
alter table public.company_notes enable row level security;
alter table public.join_requests enable row level security;
grant select on public.companies, public.company_members, public.contacts, public.listings, public.participations, public.consents,
  public.company_notes, public.company_reviews, public.join_requests to authenticated;

create policy "members and organizers may read a company" on public.companies for select to authenticated
  using (id = any (array(select unnest(private.visible_companies()))));
create policy "members may read their colleagues, organizers their forum's" on public.company_members for select to authenticated
  using (company_id = any (array(select unnest(private.visible_companies()))));
create policy "members and organizers may read listings" on public.listings for select to authenticated
  using (company_id = any (array(select unnest(private.visible_companies()))));
create policy "members and organizers may read participations" on public.participations for select to authenticated
  using (company_id = any (array(select unnest(private.my_companies()))) or forum_id = any (array(select unnest(private.my_forums()))));
create policy "members may read their consents" on public.consents for select to authenticated
  using (company_id = any (array(select unnest(private.my_companies()))));
create policy "organizers may read reviews of their forum" on public.company_reviews for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
create policy "organizers may read notes of their forum" on public.company_notes for select to authenticated
  using (forum_id = any (array(select unnest(private.my_forums()))));
create policy "askers, members and nobody else may read a request to join" on public.join_requests for select to authenticated
  using (user_id = (select auth.uid()) or company_id = any (array(select unnest(private.my_companies()))));

create view public.company_teasers as
  select c.id, c.country, c.region, c.sectors, c.is_demo,
    case when c.show_name then c.name_native end as name_native,
    case when c.show_name then c.name_latin end as name_latin,
    case when c.show_name then c.name_locale end as name_locale,
    coalesce(jsonb_agg(jsonb_build_object(
      'direction', l.direction, 'kind', l.kind, 'code', coalesce(l.confirmed_code, l.concepts -> 0 ->> 'code'),
      'volume', case when l.amount is null then null when l.amount < 10 then 'small' when l.amount < 100 then 'medium' else 'large' end,
      'unit', l.unit) order by l.direction, l.position) filter (where l.id is not null), '[]') as listings,
    c.published_at::date as published_on
  from public.companies c
  left join public.listings l on l.company_id = c.id
  where c.state in ('published', 'validated')
  group by c.id;
comment on view public.company_teasers is
  'The public teaser, on purpose: no words of the firm''s own, no numbers but bands. Grouped, so that it can never be written through.';
grant select on public.company_teasers to anon, authenticated;
