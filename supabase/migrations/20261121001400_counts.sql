-- Live figures anyone may see.

create function public.forum_counts(forum uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'companies_pk', (select count(*) from public.participations p join public.companies c on c.id = p.company_id where p.forum_id = forum and c.country = 'PK' and c.state in ('published', 'validated')),
    'companies_kz', (select count(*) from public.participations p join public.companies c on c.id = p.company_id where p.forum_id = forum and c.country = 'KZ' and c.state in ('published', 'validated')),
    'introductions', (select count(*) from public.introductions i where i.forum_id = forum and i.state not in ('held', 'cancelled')),
    'answered', (select count(*) from public.introductions i where i.forum_id = forum and 2 = (select count(*) from public.answers a where a.introduction_id = i.id)),
    'connected', (select count(*) from public.introductions i where i.forum_id = forum and i.state = 'connected'),
    'met', (select count(distinct o.introduction_id) from public.outcomes o join public.introductions i on i.id = o.introduction_id where i.forum_id = forum and o.kind = 'met'),
    'claimed_usd', (select coalesce(sum(o.value_usd), 0) from public.outcomes o join public.introductions i on i.id = o.introduction_id where i.forum_id = forum and o.kind in ('contract', 'shipped') and o.evidence = 'claimed'),
    'documented_usd', (select coalesce(sum(o.value_usd), 0) from public.outcomes o join public.introductions i on i.id = o.introduction_id where i.forum_id = forum and o.kind in ('contract', 'shipped') and o.evidence = 'documented'),
    'verified_usd', (select coalesce(sum(o.value_usd), 0) from public.outcomes o join public.introductions i on i.id = o.introduction_id where i.forum_id = forum and o.evidence = 'customs_verified'))
    from public.forums f where f.id = forum and f.status is distinct from 'draft'
$$;
comment on function public.forum_counts(uuid) is 'Sums only; nothing of a single firm.';
grant execute on function public.forum_counts(uuid) to anon, authenticated, service_role;
