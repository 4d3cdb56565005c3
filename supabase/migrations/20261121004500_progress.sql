-- The desk's figures: how far pairs come, who is shown how much, what was agreed and how well it is proven.

create function public.desk_progress(forum uuid) returns jsonb
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
    'bands', (select coalesce(jsonb_agg(jsonb_build_object('from', b.band * 10, 'sent', b.sent, 'yes', b.yes) order by b.band desc), '[]') from (
      select m.score / 10 as band, count(*) as sent, count(*) filter (where exists (select 1 from public.answers a where a.introduction_id = i.id and a.answer = 'yes')) as yes
        from public.introductions i join public.matches m on m.id = i.match_id where i.forum_id = forum and i.sent_at is not null group by 1) b),
    'exposure', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'country', c.country, 'region', c.region, 'sector', c.sectors[1], 'size', c.employees_band, 'state', c.state,
        'native', c.name_native, 'latin', c.name_latin, 'locale', c.name_locale, 'completeness', c.completeness,
        'coded', (select count(*) from public.listings l where l.company_id = c.id and (l.confirmed_code is not null or jsonb_array_length(l.concepts) > 0)),
        'listings', (select count(*) from public.listings l where l.company_id = c.id)) || private.firm_figures(forum, c.id) order by c.name_latin, c.id), '[]')
      from public.participations p join public.companies c on c.id = p.company_id where p.forum_id = forum and c.state in ('published', 'validated')),
    'meetings', (select coalesce(jsonb_agg(jsonb_build_object('pk', s.pk, 'kz', s.kz, 'pairs', s.pairs, 'approved', s.approved)), '[]') from (
      select a.sectors[1] as pk, b.sectors[1] as kz, count(*) as pairs, count(*) filter (where m.state = 'approved') as approved
        from public.matches m join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company
        where m.forum_id = forum and m.state is distinct from 'rejected' and a.sectors[1] is not null and b.sectors[1] is not null group by 1, 2) s),
    'ledger', (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'evidence', l.evidence, 'count', l.n, 'usd', l.usd)), '[]') from (
      select o.kind, o.evidence, count(*) as n, coalesce(sum(o.value_usd), 0) as usd from public.outcomes o join public.introductions i on i.id = o.introduction_id
        where i.forum_id = forum group by 1, 2) l));
end $$;
comment on function public.desk_progress(uuid) is 'Sums and, for exposure, a row a firm; claimed, documented and verified are never added together.';
grant execute on function public.desk_progress(uuid) to authenticated;
