-- Two profiles of one firm become one. Everything either had stands with the one that is kept; the other is a draft that nobody owns.

create function private.weight_of_state(state text) returns int
language sql immutable set search_path = '' as $$
  select array_position('{suggested,snoozed,approved_by_one,rejected,approved}'::text[], state)
$$;
comment on function private.weight_of_state(text) is 'Of two matches with one counterpart the one decided further stands: an approval before a rejection before all that waits.';

create function private.merge_matches(gone uuid, kept uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  m public.matches;
  twin public.matches;
  counterpart uuid;
begin
  for m in select * from public.matches where gone in (pk_company, kz_company) for update loop
    counterpart := case when m.pk_company = gone then m.kz_company else m.pk_company end;
    select * into twin from public.matches t where t.forum_id = m.forum_id and kept in (t.pk_company, t.kz_company) and counterpart in (t.pk_company, t.kz_company) for update;
    if twin.id is not null then
      if 2 = (select count(distinct i.match_id) from public.introductions i where i.match_id in (m.id, twin.id) and i.state is distinct from 'cancelled') then
        perform private.refuse(409, 'both_introduced', (select jsonb_build_object('name', c.name_native) from public.companies c where c.id = counterpart));
      end if;
      if private.weight_of_state(m.state) > private.weight_of_state(twin.state) then
        update public.introductions set match_id = m.id where match_id = twin.id;
        delete from public.matches where id = twin.id;
      else
        update public.introductions set match_id = twin.id where match_id = m.id;
        delete from public.matches where id = m.id;
        continue;
      end if;
    end if;
    update public.matches set pk_company = case when pk_company = gone then kept else pk_company end, kz_company = case when kz_company = gone then kept else kz_company end where id = m.id;
  end loop;
  update public.introductions set pk_company = kept where pk_company = gone;
  update public.introductions set kz_company = kept where kz_company = gone;
  update public.introduction_notes set company_id = kept where company_id = gone;
  update public.answers set company_id = kept where company_id = gone;
  update public.outcomes set company_id = kept where company_id = gone;
  update private.outbox set company_id = kept where company_id = gone;
  update private.mail_tokens set company_id = kept where company_id = gone;
end $$;

create function private.merge_profile(gone uuid, kept uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  g public.companies;
  has_owner boolean := exists (select 1 from public.company_members m where m.company_id = kept and m.role = 'owner');
begin
  select * into g from public.companies where id = gone;
  -- What the kept profile says stands; what it leaves open is filled from the other.
  update public.companies k set city = coalesce(k.city, g.city), founded_year = coalesce(k.founded_year, g.founded_year), employees_band = coalesce(k.employees_band, g.employees_band),
    website = coalesce(k.website, g.website), about = coalesce(k.about, g.about),
    sectors = case when k.sectors = '{}' then g.sectors else k.sectors end, corridors = case when k.corridors = '{}' then g.corridors else k.corridors end,
    ports = case when k.ports = '{}' then g.ports else k.ports end, incoterms = case when k.incoterms = '{}' then g.incoterms else k.incoterms end,
    certificates = case when k.certificates = '{}' then g.certificates else k.certificates end,
    working_languages = case when k.working_languages = '{}' then g.working_languages else k.working_languages end,
    version = k.version + 1, updated_at = private.now() where k.id = kept;
  with mine as (select l.direction, max(l.position) as last, count(*) as n from public.listings l where l.company_id = kept group by 1),
  more as (
    select l.id, coalesce(mine.last, 0) + row_number() over (partition by l.direction order by l.position) as place
      from public.listings l left join mine on mine.direction = l.direction
      where l.company_id = gone and not exists (select 1 from public.listings o where o.company_id = kept and o.direction = l.direction and lower(o.text) = lower(l.text)))
  update public.listings l set company_id = kept, position = more.place from more where l.id = more.id and more.place <= 20;
  delete from public.listings where company_id = gone;
  update public.contacts k set company_id = kept, is_primary = k.is_primary and not exists (select 1 from public.contacts o where o.company_id = kept and o.is_primary) where k.company_id = gone;
  insert into public.company_members (company_id, user_id, role, created_at)
    select kept, m.user_id, case when has_owner then 'member' else m.role end, m.created_at from public.company_members m where m.company_id = gone on conflict do nothing;
  delete from public.company_members where company_id = gone;
  insert into public.consents (company_id, user_id, kind, given, wording, locale, recorded_at)
    select kept, c.user_id, c.kind, c.given, c.wording, c.locale, c.recorded_at from public.consents c where c.company_id = gone;
  delete from public.consents where company_id = gone;
  insert into public.participations (company_id, forum_id, direct_contact, joined_at)
    select kept, p.forum_id, p.direct_contact, p.joined_at from public.participations p where p.company_id = gone on conflict do nothing;
  delete from public.participations where company_id = gone;
  insert into public.join_requests (company_id, user_id, email, state, created_at)
    select kept, j.user_id, j.email, j.state, j.created_at from public.join_requests j where j.company_id = gone on conflict do nothing;
  delete from public.join_requests where company_id = gone;
  update public.company_reviews set company_id = kept where company_id = gone;
  update public.company_notes set company_id = kept where company_id = gone;
  update public.company_merges set into_company = kept where into_company = gone;
end $$;

create function public.merge_companies(forum uuid, gone uuid, kept uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_both(forum, gone, kept);
  perform 1 from public.companies c where c.id in (gone, kept) order by c.id for update;
  if 1 <> (select count(distinct c.country) from public.companies c where c.id in (gone, kept)) then perform private.refuse(422, 'two_countries'); end if;
  perform private.merge_matches(gone, kept);
  perform private.merge_profile(gone, kept);
  delete from public.duplicate_pairs d where gone in (d.one, d.other);
  update public.companies set state = 'draft', show_name = false, version = version + 1, updated_at = private.now() where id = gone;
  insert into public.company_merges (from_company, into_company, forum_id, merged_by) values (gone, kept, forum, (select auth.uid()));
  perform private.audit(forum, 'organizer', 'merge', 'company', kept::text, null, jsonb_build_object('from', gone));
end $$;
comment on function public.merge_companies(uuid, uuid, uuid) is
  'Makes two profiles of one firm one: matches, introductions, answers, outcomes, people, consents, notes, reviews and listings stand with the kept one. Its record tells of both.';

create function private.take_merged_along() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Whoever leaves, leaves with the profiles that were merged into his.
  delete from public.companies c using public.company_merges m where m.into_company = old.id and c.id = m.from_company;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger a_firm_takes_what_was_merged_along before delete on public.companies for each row execute function private.take_merged_along();
create trigger an_erased_firm_takes_what_was_merged_along after update of erased_at on public.companies for each row
  when (new.erased_at is not null) execute function private.take_merged_along();

create or replace function private.history_of(kind text, subject text, forum uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  with known as (select subject as id union all select m.from_company::text from public.company_merges m where kind = 'company' and m.into_company::text = subject)
  select coalesce(jsonb_agg(jsonb_build_object('at', l.at, 'action', l.action, 'by', o.name, 'kind', l.actor_kind, 'after', l.after) order by l.id desc), '[]')
    from (select a.* from public.audit_log a where a.subject_kind = kind and a.subject_id in (select k.id from known k) order by a.id desc limit 30) l
    left join public.organizers o on o.user_id = l.actor and o.forum_id = forum
$$;
comment on function private.history_of(text, text, uuid) is 'The last entries of the record, of a firm with those that were merged into it.';

grant execute on function public.merge_companies(uuid, uuid, uuid) to authenticated;
