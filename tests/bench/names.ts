import { randomUUID } from 'node:crypto'

import { nameKey } from '~/core/companies/name-keys'
import { deskRooms } from '~/features/desk/rooms.server'
import { startBackend, type Backend } from '../support/backend'
import { makeForum } from '../support/forum-fixture'
import { randomOf, slip } from './population'

const PLACES = 'Алматы Астана Шымкент Тараз Ақтөбе Қостанай Павлодар Орал Семей Түркістан Көкшетау Талдықорған Жезқазған Екібастұз Қарағанды Атырау Ақтау Сарыағаш Степная Северный Южный Восточный Золотой Алтын Жібек Дала Тұлпар Қыран Береке Достық'.split(' ')
const TRADES = 'Астық Мұнай Болат Құрылыс Жолдары Тері Жүн Пластик Агро Транс Логистика Фарм Металл Хлеб Текстиль Кожа Зерно Молоко Химия Кабель Цемент Мебель Бумага Стекло Рыба Инжиниринг Холдинг Трейд Сервис Экспорт'.split(' ')
const OWNERS = 'Серик Ержан Болат Марат Руслан Данияр Айгүл Әлия Гүлнар Иванов Петров Ким Абдуллин Сейтқали Жұмабеков'.split(' ')
const FORMS = ['ТОО «?»', 'ЖШС «?»', 'АО «?»', '? ЖШС']

/** Another hand's romanisation than the search's own, as names stand on English papers: й as y, х as h, ж as j, қ as k. */
const ROMAN = Object.fromEntries(
  'а a б b в v г g д d е e ё yo ж j з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sch ъ  ы y ь  э e ю yu я ya ә a ғ g қ k ң ng ө o ұ u ү u һ h і i'
    .split(/ (?=[а-яёәғқңөұүһі] )/u).map(pair => [pair[0]!, pair.slice(2).trim()]),
)

function romanised(name: string): string {
  return [...name.toLowerCase()].map(letter => ROMAN[letter] ?? letter).join('')
}

type Named = { id: string; native: string; latin: string }

/** The desk's search in a forum of these firms alone: the ids of what it finds, the likest first. */
async function searchAmong(backend: Backend, companies: readonly Named[]): Promise<(typed: string) => Promise<string[]>> {
  const { forum, ayesha } = await makeForum(backend)
  await backend.sql(
    `with made as (insert into public.companies (id, country, state, name_native, name_latin, name_locale, name_key, registration_kind, registration_number, region)
       select f.id::uuid, 'KZ', 'validated', f.native, f.latin, 'kk', f.key, 'bin', left(f.id, 12), 'almaty_city' from jsonb_to_recordset($1::jsonb) f (id text, native text, latin text, key text) returning id)
     insert into public.participations (company_id, forum_id) select id, $2 from made`,
    [JSON.stringify(companies.map(company => ({ ...company, key: nameKey(`${company.native} ${company.latin}`) }))), forum],
  )
  const { companies: desk } = deskRooms(backend.asUser(ayesha.token) as never)
  return async typed => (await desk.list(forum, { search: typed })).rows.map(({ id }) => id)
}

/** Company names across scripts: how often the desk's search has the very firm first, by a Latin spelling with one slip a word, and by the Cyrillic one among Latin names. */
export async function namesLine(count = 5000, asked = 100): Promise<string> {
  const random = randomOf(5)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const names = new Set<string>()
  while (names.size < count) names.add(`${pick(PLACES)} ${pick(OWNERS)} ${pick(TRADES)}`)
  const companies = [...names].map(name => ({ cyrillic: name, native: pick(FORMS).replace('?', name), latin: `${romanised(name)} LLP` }))
  const backend = await startBackend()
  try {
    const share = async (spelled: (company: (typeof companies)[number]) => string, typed: (company: (typeof companies)[number]) => string) => {
      const named = companies.map(company => ({ ...company, id: randomUUID(), native: spelled(company), latin: spelled(company) }))
      const search = await searchAmong(backend, named)
      const queries = companies.map((company, i) => ({ typed: typed(company), id: named[i]!.id })).filter((_, i) => i % Math.floor(count / asked) === 0)
      let first = 0
      for (const { typed, id } of queries) if ((await search(typed))[0] === id) first++
      return `${((100 * first) / queries.length).toFixed(1)} %`
    }
    const typed = await share(({ native }) => native, ({ cyrillic }) => romanised(cyrillic).split(' ').map(word => slip(random, word)).join(' '))
    const crossed = await share(({ latin }) => latin, ({ native }) => native)
    return `names: of ${count}, the same firm first by a Latin spelling with a slip a word ${typed}, by the Cyrillic one among Latin names ${crossed}`
  } finally {
    await backend.stop()
  }
}
