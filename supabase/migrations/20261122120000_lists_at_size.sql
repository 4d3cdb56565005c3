-- Measured at 20,000 firms and 50,000 matches (npm run bench:policies): a page must not cost what the whole list costs.

-- A firm that takes part twice stands twice: looking it up minds that less than sorting twenty thousand.
create or replace function private.my_forum_companies() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(company_id), '{}') from public.participations where forum_id = any (private.my_forums())
$$;
