import { createNameSearch } from '~/core/taxonomy/names'
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

/** Company names across scripts: how often the very firm is found first, by a Latin spelling with one slip a word, and by the Cyrillic one among Latin names. */
export function namesLine(count = 5000, asked = 100): string {
  const random = randomOf(5)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const names = new Set<string>()
  while (names.size < count) names.add(`${pick(PLACES)} ${pick(OWNERS)} ${pick(TRADES)}`)
  const companies = [...names].map((name, i) => ({ id: String(i), cyrillic: name, native: pick(FORMS).replace('?', name), latin: `${romanised(name)} LLP` }))
  const queries = companies.filter((_, i) => i % Math.floor(count / asked) === 0)
  const share = (search: ReturnType<typeof createNameSearch>, query: (company: (typeof companies)[number]) => string) =>
    `${((100 * queries.filter(company => search(query(company), 1)[0]?.id === company.id).length) / queries.length).toFixed(1)} %`
  const native = createNameSearch(companies.map(({ id, native: name }) => ({ id, name })))
  const latin = createNameSearch(companies.map(({ id, latin: name }) => ({ id, name })))
  const typed = share(native, ({ cyrillic }) => romanised(cyrillic).split(' ').map(word => slip(random, word)).join(' '))
  return `names: of ${count}, the same firm first by a Latin spelling with a slip a word ${typed}, by the Cyrillic one among Latin names ${share(latin, ({ native: name }) => name)}`
}
