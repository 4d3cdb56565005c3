-- Companies and what belongs to them. Tables are read through policies and written through verbs (functions) alone.

create table public.companies (
  id uuid primary key default gen_random_uuid(),
  country text not null check (country in ('PK', 'KZ')),
  state text not null default 'draft' check (state in ('draft', 'published', 'validated', 'returned', 'suspended', 'unpublished')),
  name_native text check (char_length(name_native) between 1 and 200),
  name_latin text check (char_length(name_latin) between 1 and 200),
  name_locale text check (name_locale in ('en', 'ru', 'kk', 'ur')),
  name_key text,
  registration_kind text check (registration_kind in ('bin', 'ntn', 'secp')),
  registration_number text,
  region text,
  city text check (char_length(city) <= 100),
  founded_year int check (founded_year between 1800 and 2100),
  employees_band text check (employees_band in ('1-9', '10-49', '50-249', '250+')),
  website text check (char_length(website) <= 300),
  about text check (char_length(about) <= 2000),
  sectors text[] not null default '{}',
  corridors text[] not null default '{}',
  ports text[] not null default '{}' check (ports <@ '{karachi,port_qasim,gwadar}'::text[]),
  incoterms text[] not null default '{}',
  certificates text[] not null default '{}',
  working_languages text[] not null default '{}',
  locale text not null default 'en' check (locale in ('en', 'ru', 'kk', 'ur')),
  show_name boolean not null default false,
  completeness int not null default 0 check (completeness between 0 and 100),
  is_demo boolean not null default false,
  version int not null default 1,
  published_at timestamptz,
  confirmed_at timestamptz,
  created_at timestamptz not null default private.now(),
  updated_at timestamptz not null default private.now(),
  constraint a_published_firm_is_named check (
    state = 'draft' or (name_native is not null and name_latin is not null and registration_number is not null and region is not null)),
  constraint registration_fits_country check (
    registration_kind is null or (country = 'KZ') = (registration_kind = 'bin'))
);
comment on table public.companies is 'A firm of one country. Its people stand in contacts, its offers and wants in listings.';
comment on column public.companies.name_key is 'Transliterated, without legal form: what search in any script compares.';
comment on column public.companies.show_name is 'The firm agreed that its name stands in the public teaser.';
comment on column public.companies.completeness is 'Per cent of the profile that is filled in.';
comment on column public.companies.confirmed_at is 'When the firm last said that the profile is still correct.';
comment on column public.companies.version is 'Grows with each edit; a stale page is refused by it.';
create unique index one_firm_a_registration_number on public.companies (country, registration_kind, registration_number)
  where state is distinct from 'draft';
create index companies_by_name_key on public.companies using gin (name_key extensions.gin_trgm_ops);
create index companies_by_state on public.companies (state, id);

create table public.company_members (
  company_id uuid not null references public.companies on delete cascade,
  user_id uuid not null,
  role text not null default 'member' check (role in ('owner', 'member')),
  created_at timestamptz not null default private.now(),
  primary key (company_id, user_id)
);
create index company_members_by_user on public.company_members (user_id);

create table public.contacts (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references public.companies on delete cascade,
  is_primary boolean not null default true,
  name text not null check (char_length(name) between 1 and 200),
  role_title text check (char_length(role_title) <= 200),
  email extensions.citext not null check (char_length(email::text) <= 254),
  phone text check (char_length(phone) <= 40),
  locale text not null default 'en' check (locale in ('en', 'ru', 'kk', 'ur')),
  updated_at timestamptz not null default private.now()
);
comment on table public.contacts is 'People of a company. Private until both sides of an introduction have agreed.';
create unique index one_primary_contact_a_company on public.contacts (company_id) where is_primary;

create table public.listings (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references public.companies on delete cascade,
  direction text not null check (direction in ('brings', 'seeks')),
  position int not null,
  text text not null check (char_length(text) between 1 and 500),
  language text check (language in ('en', 'ru', 'kk', 'ur')),
  kind text not null default 'goods' check (kind in ('goods', 'technology', 'training', 'machinery', 'plant', 'capital',
    'distribution', 'port', 'transport', 'certification', 'labour', 'service')),
  amount numeric check (amount > 0),
  unit text check (unit in ('t', 'kg', 'm3', 'l', 'm2', 'm', 'piece', 'container', 'head', 'usd')),
  period text check (period in ('once', 'month', 'year')),
  stated_code text,
  confirmed_code text,
  concepts jsonb not null default '[]',
  resolver_version text,
  expires_on date,
  updated_at timestamptz not null default private.now(),
  unique (company_id, direction, position)
);
comment on table public.listings is 'One thing a company brings or seeks, in its own words.';
comment on column public.listings.stated_code is 'A code the firm wrote; 3 in 100 are wrong, so the words are read too.';
comment on column public.listings.confirmed_code is 'A code a person picked among those the words were understood as.';
comment on column public.listings.concepts is 'What the words were understood as: [{code, weight}], best first.';

create table public.participations (
  company_id uuid not null references public.companies on delete cascade,
  forum_id uuid not null references public.forums on delete cascade,
  direct_contact boolean not null default false,
  joined_at timestamptz not null default private.now(),
  primary key (company_id, forum_id)
);
comment on table public.participations is 'A company takes part in a forum. direct_contact: it consented to contacts passing on approval.';
create index participations_by_forum on public.participations (forum_id, company_id);

create table public.consents (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references public.companies on delete cascade,
  user_id uuid not null,
  kind text not null check (kind in ('matching', 'privacy', 'direct_contact', 'show_name')),
  given boolean not null,
  wording text not null,
  locale text not null,
  recorded_at timestamptz not null default private.now()
);
comment on table public.consents is 'What was agreed to, in which words and language, when. Rows are added, never changed.';

create table public.company_reviews (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references public.companies on delete cascade,
  forum_id uuid not null references public.forums on delete cascade,
  reviewer uuid not null,
  decision text not null check (decision in ('validate', 'return', 'suspend', 'reinstate')),
  substance int check (substance between 0 and 5),
  clarity int check (clarity between 0 and 5),
  plausibility int check (plausibility between 0 and 5),
  completeness int check (completeness between 0 and 5),
  reasons text[] not null default '{}',
  message text check (char_length(message) <= 1000),
  created_at timestamptz not null default private.now()
);
comment on table public.company_reviews is 'An organizer''s judgement of a profile. The firm reads the reasons, not the marks.';
create index company_reviews_by_company on public.company_reviews (company_id, created_at desc);

create table public.company_notes (
  id uuid primary key default gen_random_uuid(),
  company_id uuid not null references public.companies on delete cascade,
  forum_id uuid not null references public.forums on delete cascade,
  author uuid not null,
  body text not null check (char_length(body) between 1 and 2000),
  created_at timestamptz not null default private.now()
);
comment on table public.company_notes is 'Organizers'' internal notes; never shown to a firm.';

create table public.join_requests (
  company_id uuid not null references public.companies on delete cascade,
  user_id uuid not null,
  email extensions.citext not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'refused')),
  created_at timestamptz not null default private.now(),
  primary key (company_id, user_id)
);
comment on table public.join_requests is 'Somebody whose firm is already registered asks to join it.';
