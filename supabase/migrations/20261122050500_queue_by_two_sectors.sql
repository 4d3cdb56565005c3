-- The heat map's cells lead to the queue: pairs by the main sector of each of their firms.

create or replace function private.queue_query(forum uuid, wanted jsonb) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  flag text := case when wanted ->> 'flag' is not null then private.flag_condition(wanted ->> 'flag') end;
  firms uuid[];
begin
  if wanted ->> 'search' is not null then firms := private.firms_named(wanted ->> 'search', coalesce(wanted ->> 'search_key', wanted ->> 'search')); end if;
  return 'public.matches m'
    || case when flag ~ '\ma\.' then ' join public.companies a on a.id = m.pk_company join public.companies b on b.id = m.kz_company' else '' end
    || concat_ws(' and ', format(' where m.forum_id = %L', forum),
      case coalesce(wanted ->> 'tab', 'waiting') when 'snoozed' then 'm.state = ''snoozed''' when 'approved' then 'm.state = ''approved''' when 'rejected' then 'm.state = ''rejected'''
        else 'm.state in (''suggested'', ''approved_by_one'')' end,
      case when wanted ->> 'score' is not null then format('m.score >= %L::int', wanted ->> 'score') end,
      case when wanted ->> 'sector' is not null then format('m.sector = %L', wanted ->> 'sector') end,
      case when wanted ->> 'pkSector' is not null then format('m.pk_company in (select c.id from public.companies c where c.country = ''PK'' and c.sectors[1] = %L)', wanted ->> 'pkSector') end,
      case when wanted ->> 'kzSector' is not null then format('m.kz_company in (select c.id from public.companies c where c.country = ''KZ'' and c.sectors[1] = %L)', wanted ->> 'kzSector') end,
      case when wanted ->> 'deal' is not null then format('m.deal_type = %L', wanted ->> 'deal') end,
      case when wanted ->> 'corridor' is not null then private.of_both_firms(format('%L = any (c.corridors)', wanted ->> 'corridor')) end,
      case when wanted ->> 'region' is not null then private.of_either_firm(format('c.region = %L', wanted ->> 'region')) end,
      case when wanted ->> 'language' is not null then private.of_both_firms(format('%L = any (c.working_languages)', wanted ->> 'language')) end,
      '(' || flag || ')',
      case when firms is not null then format('(m.pk_company = any (%1$L::uuid[]) or m.kz_company = any (%1$L::uuid[]))', firms) end);
end $$;
