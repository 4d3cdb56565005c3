-- Whoever looks at a pair learns, while looking, who else does.

create function public.attend_match(match uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform public.look_at_match(match);
  return (select private.lookers(m.forum_id, m.id) from public.matches m where m.id = match);
end $$;
comment on function public.attend_match(uuid) is 'Tells the other organizers that the caller looks at this pair; answers the names of those who look at it too.';
grant execute on function public.attend_match(uuid) to authenticated;
