-- What the engine asks and writes: changed firms, pairs in batches, how far it is.

drop function public.store_pairs(uuid, uuid, jsonb, text);

create function public.store_pairs(forum uuid, pairs jsonb, scored_by text, company uuid default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  stored int;
begin
  perform private.require_service();
  -- With a company, the pairs are that firm's whole list: what is no longer among them goes, unless somebody has decided on it.
  if company is not null then
    delete from public.matches m where m.forum_id = forum and company in (m.pk_company, m.kz_company) and m.state in ('suggested', 'snoozed')
      and not exists (select 1 from jsonb_array_elements(pairs) p
        where (p ->> 'pk')::uuid = m.pk_company and (p ->> 'kz')::uuid = m.kz_company);
  end if;
  insert into public.matches as m (forum_id, pk_company, kz_company, score, points, reasons, warnings, deal_type, sector, engine_version, scored_at)
    select forum, (p ->> 'pk')::uuid, (p ->> 'kz')::uuid, (p ->> 'score')::int, p -> 'points', p -> 'reasons',
      private.text_array(p -> 'warnings'), p ->> 'deal_type', p ->> 'sector', scored_by, private.now()
    from jsonb_array_elements(pairs) p
    join public.companies a on a.id = (p ->> 'pk')::uuid and a.country = 'PK' and a.state in ('published', 'validated')
    join public.companies b on b.id = (p ->> 'kz')::uuid and b.country = 'KZ' and b.state in ('published', 'validated')
    on conflict (forum_id, pk_company, kz_company) do update set score = excluded.score, points = excluded.points, reasons = excluded.reasons,
      warnings = excluded.warnings, deal_type = excluded.deal_type, sector = excluded.sector, engine_version = excluded.engine_version, scored_at = excluded.scored_at
    where m.state in ('suggested', 'snoozed');
  get diagnostics stored = row_count;
  return stored;
end $$;
comment on function public.store_pairs(uuid, jsonb, text, uuid) is
  'Writes a batch of scored pairs; with a company, that firm''s whole list. Never touches a decided match. Returns how many were written.';

create function public.drop_old_pairs(forum uuid, scored_by text) returns int
language plpgsql security definer set search_path = '' as $$
declare
  dropped int;
begin
  perform private.require_service();
  delete from public.matches m where m.forum_id = forum and m.state in ('suggested', 'snoozed') and m.engine_version is distinct from scored_by;
  get diagnostics dropped = row_count;
  return dropped;
end $$;
comment on function public.drop_old_pairs(uuid, text) is 'After a whole re-score: what no version of today found goes. Decided matches stay.';

create function public.report_engine_run(forum uuid, scored_by text, of_total int, so_far int) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_service();
  insert into public.engine_runs as r (forum_id, engine_version, total, done, started_at, finished_at)
    values (forum, scored_by, of_total, so_far, private.now(), case when so_far >= of_total then private.now() end)
    on conflict (forum_id) do update set engine_version = excluded.engine_version, total = excluded.total, done = excluded.done,
      started_at = case when excluded.done = 0 then excluded.started_at else r.started_at end, finished_at = excluded.finished_at;
end $$;

create function public.changed_companies(forum uuid, since timestamptz) returns table (id uuid, state text, updated_at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_service();
  return query select c.id, c.state, c.updated_at from public.participations p join public.companies c on c.id = p.company_id
    where p.forum_id = forum and c.updated_at >= since order by c.updated_at, c.id limit 1000;
end $$;
comment on function public.changed_companies(uuid, timestamptz) is 'Firms of a forum written since then, published or taken back: what the engine must look at again.';
create index companies_by_update on public.companies (updated_at);

grant execute on function public.store_pairs(uuid, jsonb, text, uuid), public.drop_old_pairs(uuid, text), public.report_engine_run(uuid, text, int, int),
  public.changed_companies(uuid, timestamptz) to service_role;
