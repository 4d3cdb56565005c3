-- The figures beside the navigation stand on every page of the desk: what waits is counted where its index counts it, what firms published is looked for among
-- the published, and what is decided, which no page showed, is not counted.

create or replace function public.desk_counts(forum uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return jsonb_build_object(
    'waiting', (select count(*) from public.matches m where m.forum_id = forum and m.state in ('suggested', 'approved_by_one')),
    'snoozed', (select count(*) from public.matches m where m.forum_id = forum and m.state = 'snoozed'),
    'decidedToday', (select count(*) from public.matches m where m.forum_id = forum and m.decided_by = (select auth.uid())
      and m.decided_at >= date_trunc('day', private.now() at time zone 'Asia/Karachi') at time zone 'Asia/Karachi'),
    'introductions', (select count(*) from public.introductions i where i.forum_id = forum and i.state in ('held', 'sent', 'answered_by_one', 'postponed')),
    'companies', (select count(*) from public.participations p where p.forum_id = forum),
    'toValidate', (select count(*) from public.companies c join public.participations p on p.company_id = c.id where c.state = 'published' and p.forum_id = forum));
end $$;
