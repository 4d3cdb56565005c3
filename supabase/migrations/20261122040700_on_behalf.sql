-- Assisted registration: an organizer enters a firm that cannot do it itself, or changes its profile. On record, and the firm sees who did.

create function private.refuse_if_registered(firm jsonb, besides uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
begin
  perform pg_advisory_xact_lock(hashtextextended((firm ->> 'country') || (firm ->> 'registration_kind') || (firm ->> 'registration_number'), 2));
  c := private.registered(firm);
  if c.id is not null and c.id is distinct from besides then
    -- A firm of another forum is not this organizer's to know.
    perform private.refuse(409, 'registration_taken', case when c.id = any (private.my_forum_companies()) then jsonb_build_object('company', c.id) else '{}' end);
  end if;
end $$;

create function public.enter_company(forum uuid, firm jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  n public.companies := jsonb_populate_record(null::public.companies, firm);
  made uuid;
  side text;
begin
  perform private.require_organizer(forum);
  perform private.refuse_if_registered(firm, null);
  insert into public.companies (country, state, name_native, name_latin, registration_kind, registration_number, region, locale, published_at)
    values (n.country, 'published', n.name_native, n.name_latin, n.registration_kind, n.registration_number, n.region, coalesce(n.locale, firm ->> 'default_locale', 'en'), private.now()) returning id into made;
  perform private.write_profile(c, (firm - '{brings,seeks,contact,default_locale}'::text[]), 'published') from public.companies c where c.id = made;
  insert into public.participations (company_id, forum_id) values (made, forum);
  if firm ? 'contact' then perform private.write_contact(made, firm -> 'contact'); end if;
  foreach side in array '{brings,seeks}'::text[] loop
    if firm ? side then perform private.write_listings(made, side, firm -> side); end if;
  end loop;
  perform private.audit(forum, 'organizer', 'enter', 'company', made::text);
  return made;
end $$;
comment on function public.enter_company(uuid, jsonb) is 'An organizer enters a firm on its behalf: published, waiting for validation, nobody''s until it is claimed.';

create function public.edit_on_behalf(forum uuid, company uuid, firm jsonb, expected_version int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  c public.companies;
  patch jsonb := firm - '{country,brings,seeks,contact,default_locale}'::text[];
  side text;
begin
  perform private.require_organizer(forum);
  if not exists (select 1 from public.participations p where p.company_id = company and p.forum_id = forum) then perform private.refuse(404, 'not_found'); end if;
  c := private.lock_company(company, expected_version);
  perform private.refuse_if_registered(firm, company);
  perform private.write_profile(c, patch, private.require_next('profile', c.state, case when c.state = 'validated'
    and (patch ->> 'name_native' is distinct from c.name_native or patch ->> 'registration_number' is distinct from c.registration_number) then 'rename' else 'revise' end, 'firm'));
  if firm ? 'contact' then perform private.write_contact(company, firm -> 'contact'); end if;
  foreach side in array '{brings,seeks}'::text[] loop
    if firm ? side then perform private.write_listings(company, side, firm -> side); end if;
  end loop;
  perform private.mark_stale(company);
  perform private.audit(forum, 'organizer', 'edit_on_behalf', 'company', company::text, jsonb_build_object('version', c.version), jsonb_build_object('version', c.version + 1));
  return c.version + 1;
end $$;
comment on function public.edit_on_behalf(uuid, uuid, jsonb, int) is 'An organizer writes a firm''s profile. A new name or number of a validated firm waits for validation again; the firm sees who changed it, and when.';

create function public.done_on_behalf(company uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_member(company);
  return (select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'action', l.action, 'by', o.name) order by l.id desc), '[]')
    from (select a.* from public.audit_log a where a.subject_kind = 'company' and a.subject_id = company::text and a.action in ('enter', 'import', 'edit_on_behalf', 'merge') order by a.id desc limit 5) l
    left join public.organizers o on o.user_id = l.actor and o.forum_id = l.forum_id);
end $$;
comment on function public.done_on_behalf(uuid) is 'What organizers wrote into a firm''s profile, for the firm to see: who, what, when.';

grant execute on function public.enter_company(uuid, jsonb), public.edit_on_behalf(uuid, uuid, jsonb, int), public.done_on_behalf(uuid) to authenticated;
