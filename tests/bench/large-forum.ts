import { createHash } from 'node:crypto'

import { employeeBands, incoterms, regions, type Country } from '~/core/companies/country'
import { nameKey, transliterateName } from '~/core/companies/name-keys'
import { binCheckDigit } from '~/core/companies/registration-number'
import { sectorOf, sectorsOf } from '~/core/companies/sectors'
import type { Dictionary } from '~/core/taxonomy/dictionary'
import type { Locale } from '~/core/locale'
import { makePopulation, randomOf } from './population'

/** A row of a table, its columns by name. */
export type Row = Record<string, unknown>
/** Everything a forum of size consists of, table by table. */
export interface LargeForum {
  companies: Row[]
  contacts: Row[]
  listings: Row[]
  participations: Row[]
  matches: Row[]
}

/** Names in each script: a stem, a trade and a form make one of several thousand firms that no two share. */
const words: Record<Country, { locale: Locale; stems: readonly string[]; trades: readonly string[]; forms: readonly string[] }> = {
  PK: {
    locale: 'ur',
    stems: 'پنجاب سندھ راوی چناب جہلم ستلج بولان خیبر مہران گندھارا شالیمار لاہور قصور ملتان سوات ہنزہ کوہستان سیالکوٹ فیصل گوادر مارگلہ سکردو چترال زیارت نیلم ٹیکسلا ہڑپہ تھر کشمور دریا ستارہ ہلال چراغ اقبال جوہر فاران حرا صفا زمزم نور'.split(' '),
    trades: 'لیدر|ٹیکسٹائل|رائس ملز|فلور ملز|کیمیکلز|اسٹیل|فارما|ٹریڈرز|لاجسٹکس|انجینئرنگ|فوڈز|پلاسٹکس|سیمنٹ|سرجیکل|گارمنٹس|ایگرو|پاور|میٹلز|کاٹن|ماربل|فشریز|ڈیری|پیکجنگ|کارگو|ڈیجیٹل'.split('|'),
    forms: ['لمیٹڈ', 'اینڈ سنز', 'انڈسٹریز', 'انٹرنیشنل', 'کارپوریشن'],
  },
  KZ: {
    locale: 'kk',
    stems: 'Алтай Сарыарқа Жетісу Тұран Арал Балқаш Қаратау Ертіс Есіл Тобыл Жайық Каспий Бетпақ Мойынқұм Хантәңірі Көкшетау Ұлытау Отырар Түркістан Тараз Сайрам Қостанай Павлодар Семей Өскемен Ақтау Атырау Шымкент Алматы Астана Бурабай Қарқара Шалқар Нұра Сырдария Дала Болашақ Береке Жұлдыз Қыран'.split(' '),
    trades: 'Астық|Тері|Мұнай|Құрылыс|Химия|Металл|Транс|Логистик|Агро|Ет|Сүт|Мақта|Жүн|Полимер|Машина|Дәрі|Цемент|Энерго|Текстиль|Бал|Балық|Көмір|Мыс|Терминал|Цифрлық'.split('|'),
    forms: ['ЖШС', 'Трейд', 'Экспорт', 'Өнеркәсіп', 'Компани'],
  },
}
const PAIRS_A_FIRM = 24

/** An id that follows from a name, so that seeding twice writes the same rows. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`dastarkhan large ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The `place`-th name of a country, native and in Latin letters. */
export function nameOf(country: Country, place: number): { native: string; latin: string } {
  const { stems, trades, forms } = words[country]
  const native = [
    stems[place % stems.length], trades[Math.floor(place / stems.length) % trades.length], forms[Math.floor(place / stems.length / trades.length) % forms.length],
  ].join(' ')
  return { native, latin: transliterateName(native).replace(/\b[a-z]/g, letter => letter.toUpperCase()) }
}

function registrationOf(country: Country, place: number) {
  if (country === 'PK') return { registration_kind: 'ntn', registration_number: `${3_000_000 + place}${place % 10}` }
  for (let serial = place * 9; ; serial++) {
    const eleven = `050640${String(serial).padStart(5, '0')}`
    const digit = binCheckDigit(eleven)
    if (digit !== null) return { registration_kind: 'bin', registration_number: eleven + String(digit) }
  }
}

/** `size` firms, half of each country, with what the dictionary says they bring and seek, and up to `pairCount` pairs of firms that share a concept. */
export function makeLargeForum(dictionary: Dictionary, forum: string, size: number, pairCount: number): LargeForum {
  const random = randomOf(size)
  const { firms, truth } = makePopulation(dictionary, size)
  const some = <Value>(list: readonly Value[], share: number) => list.filter(() => random() < share)
  const one = <Value>(list: readonly Value[]) => list[Math.floor(random() * list.length)]!
  const made: LargeForum = { companies: [], contacts: [], listings: [], participations: [], matches: [] }
  firms.forEach((firm, i) => {
    const place = Math.floor(i / 2)
    const name = nameOf(firm.country, place)
    const id = idOf(`company ${i}`)
    const codes = [...truth[i]!.brings, ...truth[i]!.seeks]
    made.companies.push({
      id, country: firm.country, state: i % 9 === 8 ? 'published' : 'validated', name_native: name.native, name_latin: name.latin, name_locale: words[firm.country].locale,
      name_key: nameKey(`${name.native} ${name.latin}`), ...registrationOf(firm.country, place), region: one(regions[firm.country]), city: null, employees_band: one(employeeBands),
      sectors: sectorsOf(codes), corridors: some(['turkmenistan', 'uzbekistan', 'caspian', 'china', 'air'], 0.4), ports: some(['karachi', 'port_qasim', 'gwadar'], 0.5),
      incoterms: some(incoterms, 0.3), certificates: some(['phytosanitary', 'veterinary', 'halal', 'iso9001', 'ct1'], 0.3),
      working_languages: some(['en', 'ru', firm.country === 'PK' ? 'ur' : 'kk'], 0.6), locale: words[firm.country].locale, completeness: 40 + Math.floor(random() * 60), is_demo: true,
    })
    made.contacts.push({ id: idOf(`contact ${i}`), company_id: id, name: 'Invented Person', email: `firm-${i}@large.dastarkhan.example`, locale: words[firm.country].locale })
    made.participations.push({ company_id: id, forum_id: forum })
    for (const side of ['brings', 'seeks'] as const)
      firm.listings.filter(listing => listing.direction === side).forEach((listing, at) => {
        const code = truth[i]![side][at]!
        made.listings.push({
          id: idOf(`listing ${i} ${side} ${at}`), company_id: id, direction: side, position: at + 1, text: listing.text.slice(0, 500), kind: 'goods',
          stated_code: listing.statedCode ?? null, concepts: [{ code, weight: 1 }],
        })
      })
  })
  made.matches = pairsOf(made, truth, forum, pairCount, random)
  return made
}

/** Pairs of a bringer and a seeker of one concept, no firm in more than its share. */
function pairsOf(made: LargeForum, truth: ReturnType<typeof makePopulation>['truth'], forum: string, pairCount: number, random: () => number): Row[] {
  const bringers = new Map<string, number[]>()
  truth.forEach((firm, i) => firm.brings.forEach(code => bringers.set(code, [...(bringers.get(code) ?? []), i])))
  const all = [...bringers.keys()]
  const shares = new Uint16Array(truth.length)
  const met = new Set<string>()
  const rows: Row[] = []
  // Whoever is short after the first rounds is given partners of a concept not its own: the figures of a queue do not mind.
  for (let round = 0; rows.length < pairCount && round < PAIRS_A_FIRM * 4; round++)
    truth.forEach((firm, i) => {
      const code = round < PAIRS_A_FIRM ? firm.seeks[round % firm.seeks.length]! : all[Math.floor(random() * all.length)]!
      const candidates = bringers.get(code) ?? []
      const j = candidates[Math.floor(random() * candidates.length)]
      if (j === undefined || rows.length >= pairCount || truth[j]!.country === firm.country || shares[i]! >= PAIRS_A_FIRM || shares[j]! >= PAIRS_A_FIRM) return
      const [pk, kz] = firm.country === 'PK' ? [i, j] : [j, i]
      if (met.has(`${pk} ${kz}`)) return
      met.add(`${pk} ${kz}`)
      shares[i]!++
      shares[j]!++
      rows.push(pairRow(made, forum, { pk, kz, code, bringer: made.companies[j]!.country as Country, brought: idOf(`listing ${j} brings 0`), sought: idOf(`listing ${i} seeks 0`) }, random))
    })
  return rows
}

type Meeting = { pk: number; kz: number; code: string; bringer: Country; brought: string; sought: string }

function pairRow(made: LargeForum, forum: string, { pk, kz, code, bringer, brought, sought }: Meeting, random: () => number): Row {
  const rest = [['volume', 8], ['route', 6], ['languages', 4], ['certificates', 4], ['size', 3], ['profile', 3]] as const
  const parts = rest.map(([signal, most]) => ({ signal, points: Math.floor(random() * (most + 1)) }))
  const product = 25 + Math.floor(random() * 40)
  const score = product + parts.reduce((sum, part) => sum + part.points, 0)
  const decided = random()
  const state = decided < 0.04 ? 'rejected' : decided < 0.05 ? 'snoozed' : 'suggested'
  return {
    id: idOf(`match ${pk} ${kz}`), forum_id: forum, pk_company: made.companies[pk]!.id, kz_company: made.companies[kz]!.id, state, score,
    points: [{ signal: 'product', points: product }, { signal: 'dealType', points: 0 }, ...parts],
    reasons: [{ type: 'listing', bringer, brought, met: sought, metDirection: 'seeks', via: { by: 'concept', code }, deal: 'supply', points: product }, { type: 'languages', shared: ['en'] }],
    deal_type: random() < 0.8 ? 'supply' : 'distribution', sector: sectorOf(code), engine_version: 'large',
    ...(state === 'rejected' && { reject_reason: 'size', decided_by_name: 'Ayesha Siddiqui' }),
  }
}
