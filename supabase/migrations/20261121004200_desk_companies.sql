-- The desk's list of firms, and a firm's page: everything shown to and done for it.

create function private.firms_of(forum uuid, wanted jsonb) returns setof public.companies
language sql stable security definer set search_path = '' as $$
  with named as (select private.firms_named(wanted ->> 'search', coalesce(wanted ->> 'search_key', wanted ->> 'search')) as firms)
  select c.* from public.participations p join public.companies c on c.id = p.company_id
    where p.forum_id = forum and c.state is distinct from 'draft'
      and (wanted ->> 'state' is null or c.state = wanted ->> 'state')
      and (wanted ->> 'country' is null or c.country = wanted ->> 'country')
      and (wanted ->> 'sector' is null or wanted ->> 'sector' = any (c.sectors))
      and (wanted ->> 'region' is null or c.region = wanted ->> 'region')
      and (wanted ->> 'search' is null or exists (select 1 from named where c.id = any (named.firms)))
$$;

create function private.firm_figures(forum uuid, company uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'suggested', (select count(*) from public.matches m where m.forum_id = forum and company in (m.pk_company, m.kz_company) and m.state in ('suggested', 'snoozed', 'approved_by_one')),
    'introduced', (select count(*) from public.introductions i where i.forum_id = forum and company in (i.pk_company, i.kz_company) and i.state is distinct from 'cancelled'),
    'connected', (select count(*) from public.introductions i where i.forum_id = forum and company in (i.pk_company, i.kz_company) and i.state = 'connected'))
$$;

create function public.desk_companies(forum uuid, wanted jsonb, after uuid default null, page_size int default 50) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  cursor_name text;
begin
  perform private.require_organizer(forum);
  select c.name_latin into cursor_name from public.companies c where c.id = after;
  return (
    with found as materialized (select c.* from private.firms_of(forum, wanted) c),
    page as (select f.* from found f where cursor_name is null or (f.name_latin, f.id) > (cursor_name, after) order by f.name_latin, f.id limit least(page_size, 10000))
    select jsonb_build_object('total', (select count(*) from found),
      'rows', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'country', c.country, 'state', c.state, 'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale,
          'registrationNumber', c.registration_number, 'region', c.region, 'city', c.city, 'sectors', c.sectors, 'completeness', c.completeness,
          'publishedAt', c.published_at, 'confirmedAt', c.confirmed_at, 'isDemo', c.is_demo) || private.firm_figures(forum, c.id) order by c.name_latin, c.id), '[]') from page c)));
end $$;
comment on function public.desk_companies(uuid, jsonb, uuid, int) is 'A page of the forum''s firms by their Latin names, with what each has been shown.';

create function public.desk_company(forum uuid, company uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  if not exists (select 1 from public.participations p where p.company_id = company and p.forum_id = forum) then
    perform private.refuse(404, 'not_found');
  end if;
  return jsonb_build_object(
    'firm', private.desk_firm(forum, company),
    'figures', private.firm_figures(forum, company),
    'reviews', (select coalesce(jsonb_agg(jsonb_build_object('at', r.created_at, 'decision', r.decision, 'by', o.name, 'reasons', r.reasons, 'message', r.message,
        'marks', jsonb_strip_nulls(jsonb_build_object('substance', r.substance, 'clarity', r.clarity, 'plausibility', r.plausibility, 'completeness', r.completeness))) order by r.created_at desc), '[]')
      from public.company_reviews r left join public.organizers o on o.user_id = r.reviewer and o.forum_id = r.forum_id where r.company_id = company and r.forum_id = forum),
    'notes', (select coalesce(jsonb_agg(jsonb_build_object('at', n.created_at, 'by', o.name, 'body', n.body) order by n.created_at desc), '[]')
      from public.company_notes n left join public.organizers o on o.user_id = n.author and o.forum_id = n.forum_id where n.company_id = company and n.forum_id = forum),
    'pairs', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'state', m.state, 'score', m.score, 'native', x.name_native, 'latin', x.name_latin, 'locale', x.name_locale) order by m.score desc, m.id), '[]')
      from public.matches m join public.companies x on x.id = case when m.pk_company = company then m.kz_company else m.pk_company end
      where m.forum_id = forum and company in (m.pk_company, m.kz_company)),
    'introductions', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'state', i.state, 'at', i.created_at, 'native', x.name_native, 'latin', x.name_latin, 'locale', x.name_locale,
        'answer', (select a.answer from public.answers a where a.introduction_id = i.id and a.company_id = company)) order by i.created_at desc), '[]')
      from public.introductions i join public.companies x on x.id = case when i.pk_company = company then i.kz_company else i.pk_company end
      where i.forum_id = forum and company in (i.pk_company, i.kz_company)),
    'history', private.history_of('company', company::text, forum));
end $$;
comment on function public.desk_company(uuid, uuid) is 'A firm with its reviews, notes, pairs, introductions and record, for an organizer of the forum.';

grant execute on function public.desk_companies(uuid, jsonb, uuid, int), public.desk_company(uuid, uuid) to authenticated;
