import { createEngine } from '~/core/matching/engine'
import { resolvedLinks } from '~/core/matching/links'
import type { Country, EngineFirm, EngineListing, ScoredPair } from '~/core/matching/types'
import type { Language } from '~/core/taxonomy/language'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import type { Transform } from '~/core/taxonomy/transforms'

/** A line of the example as its firm wrote it. */
type ExampleLine = EngineListing & { language: Language }
export type ExampleFirm = Omit<EngineFirm, 'listings'> & { name: string; town: 'Kasur' | 'Shymkent'; listings: readonly ExampleLine[] }

/** Two invented firms of the demonstration, in their own words: the landing page shows what the engine makes of them. */
export const exampleFirms: Record<Country, ExampleFirm> = {
  PK: {
    id: 'example-pk', country: 'PK', name: 'Chenab Leather Works', town: 'Kasur', region: 'punjab', size: 'medium',
    corridors: ['uzbekistan', 'turkmenistan'], ports: ['karachi'], incoterms: ['CIF', 'FCA'], certificates: ['lwg', 'iso9001'], languages: ['en', 'ur'], completeness: 1,
    listings: [
      { id: 'technology', direction: 'brings', kind: 'technology', confirmedCode: 'isic:1511', text: 'Wet-blue tanning and finishing technology, setting up a line', language: 'en' },
      { id: 'training', direction: 'brings', kind: 'training', confirmedCode: 'isic:1511', text: 'Operator training in tanning, six weeks', language: 'en' },
      { id: 'hides', direction: 'seeks', kind: 'goods', confirmedCode: '4102', text: 'Raw sheepskins and lamb skins, salted', volume: { amount: 40, unit: 't' }, language: 'en' },
    ],
  },
  KZ: {
    id: 'example-kz', country: 'KZ', name: 'Ontustik Teri', town: 'Shymkent', region: 'shymkent', size: 'medium',
    corridors: ['uzbekistan'], ports: ['karachi'], incoterms: ['FCA'], certificates: ['veterinary', 'ct1'], languages: ['kk', 'ru'], completeness: 1,
    listings: [
      { id: 'skins', direction: 'brings', kind: 'goods', confirmedCode: '4102', text: 'Соленые бараньи шкуры', volume: { amount: 60, unit: 't' }, language: 'ru' },
      { id: 'partner', direction: 'seeks', kind: 'technology', confirmedCode: 'isic:1511', text: 'Технология выделки кожи, партнёр для совместного предприятия', language: 'ru' },
      { id: 'training', direction: 'seeks', kind: 'training', confirmedCode: 'isic:1511', text: 'Обучение технологов кожевенного дела', language: 'ru' },
    ],
  },
}

/** The example as the engine scores it, with the weights and the dictionary of this very build. */
export function scoreExample(lexicon: Lexicon, transforms: readonly Transform[]): ScoredPair {
  const engine = createEngine({ linkListing: resolvedLinks(lexicon), transforms })
  engine.upsert(exampleFirms.PK)
  engine.upsert(exampleFirms.KZ)
  const pair = engine.pair(exampleFirms.PK.id, exampleFirms.KZ.id)
  if (!pair) throw new Error('The two firms of the example are of one country.')
  return pair
}
