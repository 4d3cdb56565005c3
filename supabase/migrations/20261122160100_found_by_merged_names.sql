-- A firm that another profile was merged into is found by that profile's names and number, too.

create or replace function private.firms_named(words text, key text) returns uuid[]
language sql stable security definer set search_path = '' set pg_trgm.word_similarity_threshold = '0.5' as $$
  -- A branch an index: one condition with "or" reads every firm.
  with found as (
    select c.id from public.companies c where key operator(extensions.<%) c.name_key
    union select c.id from public.companies c where c.name_native ilike '%' || words || '%'
    union select c.id from public.companies c where c.name_latin ilike '%' || words || '%'
    union select c.id from public.companies c where c.registration_number = words)
  select coalesce(array_agg(distinct coalesce(m.into_company, f.id)), '{}') from found f left join public.company_merges m on m.from_company = f.id
$$;
