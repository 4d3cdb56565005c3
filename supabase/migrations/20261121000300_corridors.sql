-- Named routes between the two countries and the sea, with what is known of their state.

create table public.corridors (
  id text primary key,
  name text not null,
  legs text[] not null,
  status text not null check (status in ('open', 'restricted', 'closed')),
  as_of date not null,
  source text not null,
  position int not null
);
comment on table public.corridors is 'A change of status re-flags waiting matches and live introductions.';
alter table public.corridors enable row level security;
grant select on public.corridors to anon, authenticated;
create policy "anyone may read corridors" on public.corridors for select to anon, authenticated using (true);

insert into public.corridors (id, name, legs, status, as_of, source, position) values
  ('turkmenistan', 'Kazakhstan–Turkmenistan–Afghanistan–Pakistan', '{Astana,Aktobe,Ashgabat,Herat,Kandahar,Quetta}', 'open', '2026-02-04', 'Joint statement, February 2026', 1),
  ('uzbekistan', 'Kazakhstan–Uzbekistan–Afghanistan–Pakistan', '{Almaty,Shymkent,Tashkent,Termez,Kabul,Peshawar}', 'restricted', '2026-02-04', 'Joint statement, February 2026', 2),
  ('caspian', 'Aktau–Caspian–Iran–Gwadar', '{Aktau,Caspian,Iran,Gwadar}', 'open', '2026-02-04', 'Desk, to be confirmed with carriers', 3),
  ('china', 'Almaty–Khunjerab–Karakoram Highway', '{Almaty,Kashgar,Khunjerab,Islamabad}', 'open', '2026-02-04', 'Quadrilateral Traffic in Transit Agreement', 4),
  ('air', 'Air freight', '{Almaty,Lahore}', 'open', '2026-02-04', 'Airline schedules', 5);
