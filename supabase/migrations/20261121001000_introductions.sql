-- Introductions: approved matches on their way. Contacts open exactly when mode and answers say so.

create table public.introductions (
  id uuid primary key default gen_random_uuid(),
  forum_id uuid not null references public.forums on delete cascade,
  match_id uuid not null references public.matches on delete cascade,
  pk_company uuid not null references public.companies on delete cascade,
  kz_company uuid not null references public.companies on delete cascade,
  mode text not null check (mode in ('double_opt_in', 'direct')),
  state text not null default 'held' check (state in ('held', 'sent', 'answered_by_one', 'connected', 'declined', 'postponed',
    'expired', 'cancelled', 'withdrawn', 'undeliverable')),
  reasons jsonb not null,
  deal_type text,
  send_after timestamptz not null,
  on_hold boolean not null default false,
  sent_at timestamptz,
  expires_at timestamptz,
  nudged_at timestamptz,
  connected_at timestamptz,
  closed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default private.now()
);
comment on table public.introductions is 'An approved match on its way: mail, answers, outcome.';
comment on column public.introductions.send_after is 'End of the undo window: no mail leaves before.';
create unique index one_live_introduction_a_match on public.introductions (match_id) where state is distinct from 'cancelled';
create index introductions_by_pk on public.introductions (pk_company);
create index introductions_by_kz on public.introductions (kz_company);
create index introductions_by_forum on public.introductions (forum_id, state, created_at desc);

create table public.introduction_notes (
  introduction_id uuid not null references public.introductions on delete cascade,
  company_id uuid not null references public.companies on delete cascade,
  body text not null check (char_length(body) between 1 and 1000),
  primary key (introduction_id, company_id)
);
comment on table public.introduction_notes is 'An organizer''s word to one side, in its mail. The other side never reads it.';

create table public.answers (
  introduction_id uuid not null references public.introductions on delete cascade,
  company_id uuid not null references public.companies on delete cascade,
  answer text not null check (answer in ('yes', 'not_now', 'no')),
  reason text check (reason in ('not_our_product', 'not_now', 'no_capacity', 'have_partner', 'other')),
  note text check (char_length(note) <= 1000),
  via text not null check (via in ('mail', 'home', 'organizer')),
  answered_at timestamptz not null default private.now(),
  primary key (introduction_id, company_id)
);
comment on table public.answers is 'What each side said. The other side learns only what follows from it.';

create table public.outcomes (
  id uuid primary key default gen_random_uuid(),
  introduction_id uuid not null references public.introductions on delete cascade,
  kind text not null check (kind in ('met', 'sample', 'trial_order', 'letter_of_intent', 'memorandum', 'contract', 'shipped')),
  value_usd numeric check (value_usd >= 0),
  happened_on date not null,
  evidence text not null default 'claimed' check (evidence in ('claimed', 'documented', 'customs_verified')),
  document_url text check (char_length(document_url) <= 500),
  note text check (char_length(note) <= 1000),
  company_id uuid references public.companies on delete set null,
  reported_by uuid,
  created_at timestamptz not null default private.now()
);
comment on table public.outcomes is 'What became of an introduction. Claimed, documented and customs-verified are never added together unsaid.';
create index outcomes_by_introduction on public.outcomes (introduction_id, happened_on);

create function private.my_introductions() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(id), '{}') from public.introductions
    where state not in ('held', 'cancelled') and (pk_company = any (private.my_companies()) or kz_company = any (private.my_companies()))
$$;
comment on function private.my_introductions() is 'Introductions the caller''s firms have received: not those still in the undo window.';
create function private.open_counterparts() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(case when i.pk_company = any (mine.ids) then i.kz_company else i.pk_company end), '{}')
    from public.introductions i, (select private.my_companies() as ids) mine
    where (i.pk_company = any (mine.ids) or i.kz_company = any (mine.ids))
      and (i.state = 'connected' or (i.mode = 'direct' and i.state in ('sent', 'answered_by_one', 'postponed')))
$$;
comment on function private.open_counterparts() is 'Companies whose contacts are open to the caller.';
grant execute on function private.my_introductions(), private.open_counterparts() to anon, authenticated, service_role;

alter table public.introductions enable row level security;
alter table public.introduction_notes enable row level security;
alter table public.answers enable row level security;
alter table public.outcomes enable row level security;
grant select on public.introductions, public.introduction_notes, public.answers, public.outcomes to authenticated;

create policy "both firms and their organizers may read an introduction" on public.introductions for select to authenticated
  using (id = any (array(select unnest(private.my_introductions()))) or forum_id = any (array(select unnest(private.my_forums()))));
create policy "a firm may read the note to itself, organizers every note" on public.introduction_notes for select to authenticated
  using ((company_id = any (array(select unnest(private.my_companies()))) and introduction_id = any (array(select unnest(private.my_introductions()))))
    or introduction_id in (select i.id from public.introductions i where i.forum_id = any (array(select unnest(private.my_forums())))));
create policy "a firm may read its own answer, organizers every answer" on public.answers for select to authenticated
  using (company_id = any (array(select unnest(private.my_companies())))
    or introduction_id in (select i.id from public.introductions i where i.forum_id = any (array(select unnest(private.my_forums())))));
create policy "both firms and their organizers may read outcomes" on public.outcomes for select to authenticated
  using (introduction_id = any (array(select unnest(private.my_introductions())))
    or introduction_id in (select i.id from public.introductions i where i.forum_id = any (array(select unnest(private.my_forums())))));
create policy "contacts open to their firm, its organizers, and counterparts who may write to them" on public.contacts for select to authenticated
  using (company_id = any (array(select unnest(private.visible_companies()))) or company_id = any (array(select unnest(private.open_counterparts()))));

create function public.introduction_parties(introduction uuid)
returns table (company_id uuid, country text, name_native text, name_latin text, name_locale text, region text, city text, founded_year int,
  employees_band text, about text, sectors text[], corridors text[], ports text[], incoterms text[], certificates text[], working_languages text[],
  is_demo boolean, listings jsonb)
language plpgsql stable security definer set search_path = '' as $$
declare
  i public.introductions;
begin
  select * into i from public.introductions where id = introduction;
  if i.id is null or not (private.is_service() or i.forum_id = any (private.my_forums()) or i.id = any (private.my_introductions())) then
    perform private.refuse(404, 'not_found');
  end if;
  return query select c.id, c.country, c.name_native, c.name_latin, c.name_locale, c.region, c.city, c.founded_year, c.employees_band, c.about,
    c.sectors, c.corridors, c.ports, c.incoterms, c.certificates, c.working_languages, c.is_demo,
    coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'direction', l.direction, 'kind', l.kind, 'text', l.text, 'language', l.language,
      'amount', l.amount, 'unit', l.unit, 'period', l.period, 'code', coalesce(l.confirmed_code, l.concepts -> 0 ->> 'code')) order by l.direction, l.position)
      from public.listings l where l.company_id = c.id), '[]')
  from public.companies c where c.id in (i.pk_company, i.kz_company) order by c.country desc;
end $$;
comment on function public.introduction_parties(uuid) is
  'Both firms of an introduction as their counterpart may see them: who and why, without contacts, website or registration number. Pakistan''s first.';
grant execute on function public.introduction_parties(uuid) to authenticated, service_role;
