-- Measured at 20,000 firms and 50,000 matches (npm run bench:policies): a page must not cost what the whole list costs.

-- A page of teasers reads a page of firms: listings are looked up firm by firm, not joined and grouped first.
create or replace view public.company_teasers as
  with shown as (select * from public.companies where state in ('published', 'validated'))
  select c.id, c.country, c.region, c.sectors, c.is_demo,
    case when c.show_name then c.name_native end as name_native,
    case when c.show_name then c.name_latin end as name_latin,
    case when c.show_name then c.name_locale end as name_locale,
    coalesce((select jsonb_agg(jsonb_build_object(
      'direction', l.direction, 'kind', l.kind, 'code', coalesce(l.confirmed_code, l.concepts -> 0 ->> 'code'),
      'volume', case when l.amount is null then null when l.amount < 10 then 'small' when l.amount < 100 then 'medium' else 'large' end,
      'unit', l.unit) order by l.direction, l.position) from public.listings l
        where l.company_id = c.id and (l.expires_on is null or l.expires_on >= (select private.now()::date))), '[]') as listings,
    c.published_at::date as published_on
  from shown c;
comment on view public.company_teasers is
  'The public teaser, on purpose: no words of the firm''s own, no numbers but bands. It begins with WITH, so that it can never be written through.';

-- A firm that takes part twice stands twice: looking it up minds that less than sorting twenty thousand.
create or replace function private.my_forum_companies() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(company_id), '{}') from public.participations where forum_id = any (private.my_forums())
$$;
