-- The newest first at a hundred thousand pairs: seconds as double precision, which compares twice as fast as the exact numbers of "extract".

create or replace function private.queue_order(sort text) returns text
language sql immutable set search_path = '' as $$
  select case sort
    when 'weakest' then 'm.score'
    when 'newest' then '-date_part(''epoch'', m.created_at)'
    when 'oldest' then 'date_part(''epoch'', m.created_at)'
    when 'decided' then '-date_part(''epoch'', coalesce(m.decided_at, m.created_at))'
    when 'waking' then 'date_part(''epoch'', coalesce(m.snoozed_until, m.created_at))'
    else '(-m.score)' end
$$;
