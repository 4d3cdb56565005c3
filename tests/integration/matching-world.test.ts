import { beforeAll, describe, expect, it } from 'vitest'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { buildLexicon, type Lexicon } from '~/core/taxonomy/lexicon'
import { resolve } from '~/core/taxonomy/resolve'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { createEngine, type Engine } from '~/core/matching/engine'
import { resolvedLinks } from '~/core/matching/links'
import { type Country, type Direction, type EngineFirm, type EngineListing } from '~/core/matching/types'
import { type Kind } from '~/core/companies/kinds'

/** `+ wheat (goods)` brings, `- wheat (goods)` seeks: a small world that a person can check by eye. */
function firm(id: string, country: Country, ...lines: string[]): EngineFirm {
  const listings = lines.map((line, i): EngineListing => {
    const [, sign, text, kind, code] = /^([+-]) (.*?) \((\w+)\)(?: \[(\S+)\])?$/u.exec(line)!
    const direction: Direction = sign === '+' ? 'brings' : 'seeks'
    return { id: `${id}${i}`, direction, text: text!, kind: kind as Kind, ...(code && { statedCode: code }) }
  })
  return { id, country, listings }
}

const WORLD: readonly EngineFirm[] = [
  firm('kasur-tannery', 'PK', '+ sheepskin tanning technology (technology)', '+ tanned sheepskins, wet blue (goods)', '- raw sheepskins (goods)'),
  firm('kasur-school', 'PK', '+ training in finishing sheep leather (training)', '- wool (goods)'),
  firm('sialkot-gloves', 'PK', '+ leather gloves (goods)', '- sheep leather (goods)'),
  firm('karachi-mill', 'PK', '+ rice (goods)', '- گندم (goods)'),
  firm('karachi-distributor', 'PK', '+ distribution of medicines (distribution)', '- mdicines (goods)'),
  firm('lahore-cotton', 'PK', '+ cotton yarn (goods)', '- sunflower oil (goods)'),
  firm('lahore-pipes', 'PK', '+ plastic pipes made to order (plant)', '- polyethylene granules (goods)'),
  firm('karachi-carrier', 'PK', '+ road freight transport (transport) [isic:4923]', '- container terminal (port) [isic:5224]'),
  firm('faisalabad-bedding', 'PK', '+ bed linen (goods)', '- copper cathodes (goods)'),
  firm('shymkent-skins', 'KZ', '+ соленые бараньи шкуры (goods)', '- технология дубления овчины (technology)'),
  firm('turkistan-wool', 'KZ', '+ жүн (goods)', '- обучение: кожа из овчины (training)'),
  firm('kostanay-grain', 'KZ', '+ пшеница 3 класса (goods)', '- күріш (goods)'),
  firm('almaty-pharma', 'KZ', '+ лекарства (goods)', '- дистрибуция лекарств (distribution)'),
  firm('almaty-oil', 'KZ', '+ подсолнечное масло (goods)', '- хлопчатобумажная пряжа (goods)'),
  firm('atyrau-polymers', 'KZ', '+ полиэтилен в гранулах (goods)', '- трубы пластмассовые на заказ (goods)'),
  firm('khorgos-terminal', 'KZ', '+ контейнерный терминал (port) [isic:5224]', '- грузовые автоперевозки (transport) [isic:4923]'),
  firm('balkhash-copper', 'KZ', '+ катодная медь (goods) [7403]', '- bed lniens постельное белье (goods)'),
  firm('aktau-caviar', 'KZ', '+ икра осетровая (goods)', '- снегоходы (goods)'),
]

let lexicon: Lexicon
let engine: Engine

beforeAll(() => {
  lexicon = buildLexicon(parseDictionary(readTermFiles()).dictionary)
  engine = createEngine({ linkListing: resolvedLinks(lexicon), transforms: parseTransforms(readTransforms()).transforms.edges })
  for (const one of WORLD) engine.upsert(one)
})

describe('a small world', () => {
  it.each([
    ['supply', 'karachi-mill', 'kostanay-grain'],
    ['supply', 'lahore-cotton', 'almaty-oil'],
    ['technology-transfer', 'kasur-tannery', 'shymkent-skins'],
    ['training', 'kasur-school', 'turkistan-wool'],
    ['distribution', 'karachi-distributor', 'almaty-pharma'],
    ['contract-manufacturing', 'lahore-pipes', 'atyrau-polymers'],
    ['logistics-joint-venture', 'karachi-carrier', 'khorgos-terminal'],
  ])('makes a deal of %s between %s and %s, each other’s first', (deal, pk, kz) => {
    const pair = engine.pairsOf(pk)[0]
    expect(pair?.partner).toBe(kz)
    expect(engine.pairsOf(kz)[0]?.partner).toBe(pk)
    expect(pair?.reciprocal).toBe(true)
    const deals = pair?.reasons.flatMap(reason => (reason.type === 'listing' ? reason.deal : []))
    expect(deals).toContain(deal)
  })

  it('reads typing errors and two scripts in one listing', () => {
    expect(engine.pairsOf('balkhash-copper')[0]?.partner).toBe('faisalabad-bedding')
    expect(engine.pairsOf('karachi-distributor')[0]?.partner).toBe('almaty-pharma')
  })

  it('says so where a firm has no counterpart', () => {
    expect(engine.pairsOf('aktau-caviar')).toEqual([])
  })

  it('ranks one-way supply under a pair in which both gain', () => {
    const pairs = engine.pairsOf('sialkot-gloves')
    for (const pair of pairs) expect(pair.reciprocal).toBe(false)
    expect(pairs[0]?.score ?? 0).toBeLessThan(engine.pairsOf('karachi-mill')[0]!.score)
  })
})

describe('what firms write', () => {
  it.each([
    ['4102', 'raw sheepskins', 'сырые овечьи шкуры', 'шикі қой терісі', 'بھیڑ کی کچی کھال'],
    ['1001', 'wheat', 'пшеница', 'бидай', 'گندم'],
    ['1006', 'rice', 'рис', 'күріш', 'چاول'],
    ['3004', 'medicines', 'лекарства', 'дәрі-дәрмек', 'ادویات'],
    ['7403', 'copper cathodes', 'катодная медь', 'катодты мыс', 'تانبے کے کیتھوڈ'],
  ])('means %s in all four languages', (code, ...texts) => {
    // The best of the goods: a bare noun may point to its trade as a service just as well.
    for (const text of texts) expect([text, resolve(lexicon, text).concepts.find(concept => !concept.code.includes(':'))?.code]).toEqual([text, code])
  })

  it('asks where the stated code and the words disagree, and believes the words a little', () => {
    const { ask, concepts } = resolve(lexicon, 'wheat', { statedCode: '8703' })
    expect(ask).toBe(true)
    expect(concepts.map(({ code }) => code)).toEqual(expect.arrayContaining(['8703', '1001']))
  })

  it('takes a confirmed code as true', () => {
    expect(resolve(lexicon, 'wheat', { confirmedCode: '110100' })).toMatchObject({ confidence: 1, ask: false, concepts: [{ code: '1101', score: 1 }] })
  })

  it.each(['', ' ', '🙂🙂🙂', '\u0000\u202e\u2066', 'x'.repeat(10_000), 'кг '.repeat(5000), '\ud800', '1234567890', '|;[]"'])('neither throws nor stalls on %j', text => {
    const started = performance.now()
    expect(resolve(lexicon, text).text).toBe(text)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
