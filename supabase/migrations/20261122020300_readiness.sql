-- What a machine asks before it sends people here: which migrations are in, and how far mail is behind.

create function public.readiness() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return jsonb_build_object(
    'migration', (select max(version) from supabase_migrations.schema_migrations),
    -- Due and not taken: how far the worker is behind, in seconds.
    'worker_lag', (select coalesce(greatest(0, extract(epoch from private.now() - min(o.not_before))), 0)::int from private.outbox o
      where (o.state = 'queued' and o.not_before <= private.now()) or (o.state = 'sending' and o.leased_until < private.now())),
    -- Since the oldest mail that has not left was written, in seconds; mails on hold are not waiting.
    'queue_age', (select coalesce(extract(epoch from private.now() - min(o.created_at)), 0)::int from private.outbox o where o.state in ('queued', 'sending') and o.not_before < 'infinity'));
end $$;
comment on function public.readiness() is 'For /readyz: the newest migration, the worker''s lag and the queue''s age in seconds.';
grant execute on function public.readiness() to service_role;
