-- What leaves the desk as a spreadsheet, page by page by id, so that a hundred thousand rows wait for nobody.

create function public.export_firms(forum uuid, wanted jsonb default '{}', after uuid default null, page_size int default 500) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(private.desk_firm(forum, f.id) || private.firm_figures(forum, f.id) order by f.id), '[]')
    from (select c.id from private.firms_of(forum, wanted) c where after is null or c.id > after order by c.id limit least(page_size, 1000)) f);
end $$;

create function public.export_matches(forum uuid, wanted jsonb default '{}', after uuid default null, page_size int default 1000) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'state', m.state, 'score', m.score, 'sector', m.sector, 'deal', m.deal_type, 'flags', private.pair_flags(m, a, b),
      'createdAt', m.created_at, 'snoozedUntil', m.snoozed_until, 'decidedBy', m.decided_by_name, 'decidedAt', m.decided_at, 'rejectReason', m.reject_reason, 'rejectNote', m.reject_note,
      'pk', jsonb_build_object('id', a.id, 'native', a.name_native, 'latin', a.name_latin, 'region', a.region), 'kz', jsonb_build_object('id', b.id, 'native', b.name_native, 'latin', b.name_latin, 'region', b.region))
      order by m.id), '[]')
    from (select q.id from private.queue_of(forum, wanted) q where after is null or q.id > after order by q.id limit least(page_size, 2000)) found
    join public.matches m on m.id = found.id join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company);
end $$;

create function public.export_introductions(forum uuid, after uuid default null, page_size int default 1000) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'state', i.state, 'mode', i.mode, 'deal', i.deal_type, 'score', m.score, 'createdAt', i.created_at, 'sentAt', i.sent_at,
      'connectedAt', i.connected_at, 'closedAt', i.closed_at,
      'pk', jsonb_build_object('native', a.name_native, 'latin', a.name_latin), 'kz', jsonb_build_object('native', b.name_native, 'latin', b.name_latin),
      'answers', (select coalesce(jsonb_object_agg(case when x.company_id = i.pk_company then 'PK' else 'KZ' end, jsonb_build_object('answer', x.answer, 'reason', x.reason, 'at', x.answered_at)), '{}')
        from public.answers x where x.introduction_id = i.id)) order by i.id), '[]')
    from (select * from public.introductions f where f.forum_id = forum and f.state is distinct from 'cancelled' and (after is null or f.id > after) order by f.id limit least(page_size, 2000)) i
    join public.matches m on m.id = i.match_id join public.companies a on a.id = i.pk_company join public.companies b on b.id = i.kz_company);
end $$;

create function public.export_outcomes(forum uuid, after uuid default null, page_size int default 1000) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_organizer(forum);
  return (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'value', o.value_usd, 'on', o.happened_on, 'evidence', o.evidence, 'document', o.document_url, 'note', o.note,
      'by', c.country, 'introduction', i.id, 'deal', i.deal_type, 'pk', jsonb_build_object('native', a.name_native, 'latin', a.name_latin), 'kz', jsonb_build_object('native', b.name_native, 'latin', b.name_latin))
      order by o.id), '[]')
    from (select t.* from public.outcomes t join public.introductions n on n.id = t.introduction_id where n.forum_id = forum and (after is null or t.id > after) order by t.id limit least(page_size, 2000)) o
    join public.introductions i on i.id = o.introduction_id join public.companies a on a.id = i.pk_company join public.companies b on b.id = i.kz_company
    left join public.companies c on c.id = o.company_id);
end $$;

grant execute on function public.export_firms(uuid, jsonb, uuid, int), public.export_matches(uuid, jsonb, uuid, int), public.export_introductions(uuid, uuid, int),
  public.export_outcomes(uuid, uuid, int) to authenticated;
