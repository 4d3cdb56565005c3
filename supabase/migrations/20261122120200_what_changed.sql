-- What the engine and the watch for duplicates ask for: firms written since, firms of which a listing has ended, firms that left the forum.
create or replace function public.changed_companies(forum uuid, since timestamptz) returns table (id uuid, state text, updated_at timestamptz)
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_service();
  -- A firm of which a listing has ended counts as written on the morning after.
  update public.companies c set updated_at = private.now()
    from public.listings l
    where l.company_id = c.id and l.expires_on < private.now()::date and c.updated_at < (l.expires_on + 1)::timestamptz;
  return query select f.id, f.state, f.updated_at from (
      select c.id, c.state, c.updated_at from public.participations p join public.companies c on c.id = p.company_id where p.forum_id = forum and c.updated_at >= since
      union all
      select d.company_id, 'draft', d.left_at from private.departures d where d.forum_id = forum and d.left_at >= since
        and not exists (select 1 from public.participations p where p.forum_id = forum and p.company_id = d.company_id)) f
    order by f.updated_at, f.id limit 1000;
end $$;

-- It asks the function above, which writes.
alter function public.changed_traces(uuid, timestamptz) volatile;
