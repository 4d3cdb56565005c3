-- The progress page's figures, in sets: a firm a row costs one pass over the pairs, not one a firm.

create or replace function public.desk_progress(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return jsonb_build_object(
    'funnel', jsonb_build_object(
      'suggested', (select count(*) from public.matches m where m.forum_id = forum),
      'approved', (select count(*) from public.matches m where m.forum_id = forum and m.state = 'approved'),
      'sent', (select count(*) from public.introductions i where i.forum_id = forum and i.sent_at is not null),
      'answered', (select count(*) from public.introductions i where i.forum_id = forum and exists (select 1 from public.answers a where a.introduction_id = i.id)),
      'connected', (select count(*) from public.introductions i where i.forum_id = forum and i.connected_at is not null),
      'met', (select count(distinct o.introduction_id) from public.outcomes o join public.introductions i on i.id = o.introduction_id where i.forum_id = forum),
      'agreed', (select count(distinct o.introduction_id) from public.outcomes o join public.introductions i on i.id = o.introduction_id
        where i.forum_id = forum and o.kind in ('letter_of_intent', 'memorandum', 'contract', 'shipped'))),
    'hours', (select percentile_cont(0.5) within group (order by extract(epoch from m.decided_at - m.created_at) / 3600) from public.matches m
      where m.forum_id = forum and m.state in ('approved', 'rejected') and m.decided_at is not null),
    'weeks', (select coalesce(jsonb_agg(jsonb_build_object('from', w.week, 'decided', w.n, 'hours', w.hours) order by w.week), '[]') from (
      select (date_trunc('week', m.decided_at at time zone 'Asia/Karachi'))::date as week, count(*) as n,
        percentile_cont(0.5) within group (order by extract(epoch from m.decided_at - m.created_at) / 3600) as hours
        from public.matches m where m.forum_id = forum and m.state in ('approved', 'rejected') and m.decided_at is not null
          and m.decided_at >= private.now() - interval '8 weeks' group by 1) w),
    'bands', (select coalesce(jsonb_agg(jsonb_build_object('from', b.band * 10, 'sent', b.sent, 'yes', b.yes) order by b.band desc), '[]') from (
      select m.score / 10 as band, count(*) as sent, count(*) filter (where exists (select 1 from public.answers a where a.introduction_id = i.id and a.answer = 'yes')) as yes
        from public.introductions i join public.matches m on m.id = i.match_id where i.forum_id = forum and i.sent_at is not null group by 1) b),
    'exposure', (
      with shown as (
        select s.company, count(*) as suggested from public.matches m cross join lateral (values (m.pk_company), (m.kz_company)) s (company)
          where m.forum_id = forum and m.state in ('suggested', 'snoozed', 'approved_by_one') group by 1),
      met as (
        select s.company, count(*) as introduced, count(*) filter (where i.state = 'connected') as connected
          from public.introductions i cross join lateral (values (i.pk_company), (i.kz_company)) s (company)
          where i.forum_id = forum and i.state is distinct from 'cancelled' group by 1),
      told as (
        select l.company_id, count(*) as listings, count(*) filter (where l.confirmed_code is not null or jsonb_array_length(l.concepts) > 0) as coded
          from public.listings l join public.participations p on p.company_id = l.company_id and p.forum_id = forum group by 1)
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'country', c.country, 'region', c.region, 'sector', c.sectors[1], 'size', c.employees_band, 'state', c.state,
          'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale, 'completeness', c.completeness, 'coded', coalesce(told.coded, 0), 'listings', coalesce(told.listings, 0),
          'suggested', coalesce(shown.suggested, 0), 'introduced', coalesce(met.introduced, 0), 'connected', coalesce(met.connected, 0)) order by c.name_latin, c.id), '[]')
        from public.participations p join public.companies c on c.id = p.company_id
        left join shown on shown.company = c.id left join met on met.company = c.id left join told on told.company_id = c.id
        where p.forum_id = forum and c.state in ('published', 'validated')),
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object('pk', s.pk, 'kz', s.kz, 'pairs', s.pairs, 'approved', s.approved)), '[]') from (
      select a.sectors[1] as pk, b.sectors[1] as kz, count(*) as pairs, count(*) filter (where m.state = 'approved') as approved
        from public.matches m join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company
        where m.forum_id = forum and m.state is distinct from 'rejected' and a.sectors[1] is not null and b.sectors[1] is not null group by 1, 2) s),
    'corridors', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'legs', k.legs, 'status', k.status, 'asOf', k.as_of, 'source', k.source,
        'pairs', coalesce(n.pairs, 0), 'introductions', coalesce(n.introductions, 0)) order by k.position), '[]')
      from public.corridors k left join (
        select used.corridor, count(*) as pairs, count(i.id) as introductions
          from public.matches m join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company
          cross join lateral (select x as corridor from unnest(a.corridors) x where x = any (b.corridors)) used
          left join public.introductions i on i.match_id = m.id and i.state is distinct from 'cancelled'
          where m.forum_id = forum and m.state is distinct from 'rejected' group by 1) n on n.corridor = k.id),
    'ledger', (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'evidence', l.evidence, 'count', l.n, 'usd', l.usd)), '[]') from (
      select o.kind, o.evidence, count(*) as n, coalesce(sum(o.value_usd), 0) as usd from public.outcomes o join public.introductions i on i.id = o.introduction_id
        where i.forum_id = forum group by 1, 2) l));
end $$;

create function public.desk_goods(forum uuid, headings text[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('heading', g.heading, 'bringers', g.bringers, 'seekers', g.seekers, 'introduced', g.introduced) order by g.heading), '[]') from (
    select h.heading,
      count(distinct l.company_id) filter (where l.direction = 'brings' and c.country = 'KZ') as bringers,
      count(distinct l.company_id) filter (where l.direction = 'seeks' and c.country = 'PK') as seekers,
      (select count(distinct i.id) from public.introductions i, jsonb_array_elements(i.reasons) r
        where i.forum_id = forum and i.state is distinct from 'cancelled' and r ->> 'bringer' = 'KZ' and left(coalesce(r -> 'via' ->> 'code', r -> 'via' ->> 'from'), 4) = h.heading) as introduced
      from unnest(headings) h (heading)
      left join (public.listings l join public.participations p on p.company_id = l.company_id and p.forum_id = desk_goods.forum
        join public.companies c on c.id = l.company_id and c.state in ('published', 'validated'))
        on left(coalesce(l.confirmed_code, l.concepts -> 0 ->> 'code'), 4) = h.heading
      group by h.heading) g);
end $$;
comment on function public.desk_goods(uuid, text[]) is 'For each heading: Kazakh firms that bring it, Pakistani firms that seek it, introductions it led to.';
grant execute on function public.desk_goods(uuid, text[]) to authenticated;
