-- A listing may hold until a day: then it is neither shown nor matched, and its firm is looked at again.

-- A page of teasers reads a page of firms: listings are looked up firm by firm, and the view is merged into the query that reads it, which one with
-- a common table expression is not.
create or replace view public.company_teasers as
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
  from public.companies c cross join (values (true)) as reading (allowed)
  where c.state in ('published', 'validated');
comment on view public.company_teasers is
  'The public teaser, on purpose: no words of the firm''s own, no numbers but bands. It reads two relations, so that it can never be written through.';
comment on column public.listings.expires_on is 'The last day on which it holds; null until the firm says otherwise.';
create index listings_by_end on public.listings (expires_on) where expires_on is not null;
