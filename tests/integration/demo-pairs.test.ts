import { beforeAll, describe, expect, it } from 'vitest'
import { type DemoFirm } from '~/commands/demo/firm'
import { kazakhFirms } from '~/commands/demo/firms-kz'
import { pakistaniFirms } from '~/commands/demo/firms-pk'
import { readDemoListing } from '~/commands/demo/make-firm'
import { createEngine, type Engine } from '~/core/matching/engine'
import { resolvedLinks } from '~/core/matching/links'
import { type Country, type EngineFirm, type EngineListing } from '~/core/matching/types'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { isLanguage } from '~/core/taxonomy/language'
import { buildLexicon } from '~/core/taxonomy/lexicon'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'

function engineFirm(country: Country, firm: DemoFirm): EngineFirm {
  const listings = (['brings', 'seeks'] as const).flatMap(direction =>
    firm[direction].map((line, i): EngineListing => {
      const { text, kind, statedCode, amount, unit } = readDemoListing(line)
      return { id: `${direction}-${i}`, direction, text, kind: kind as EngineListing['kind'], ...(statedCode && { statedCode }), ...(amount && unit && { volume: { amount, unit } }) }
    }),
  )
  return {
    id: firm.name[1], country, listings, corridors: firm.route, ports: firm.ports, incoterms: firm.terms, certificates: firm.papers,
    languages: firm.speaks.filter(isLanguage),
  }
}

let engine: Engine

beforeAll(() => {
  const lexicon = buildLexicon(parseDictionary(readTermFiles()).dictionary)
  engine = createEngine({ linkListing: resolvedLinks(lexicon), transforms: parseTransforms(readTransforms()).transforms.edges })
  for (const firm of pakistaniFirms) engine.upsert(engineFirm('PK', firm))
  for (const firm of kazakhFirms) engine.upsert(engineFirm('KZ', firm))
})

/** What a raw material's owner and its processor, a maker and a seller, a carrier and a terminal are to each other. */
describe('the value-chain pairs of the demonstration stand among the first five of both', () => {
  it.each([
    ['skins, and who tans them', 'Chenab Leather Works', 'Ontustik Teri LLP'],
    ['hides, and who brings tanning technology', 'Chenab Leather Works', 'Stepnaya Kozha LLP'],
    ['hides, and a tannery with room', 'Ravi Hides & Pelts', 'Stepnaya Kozha LLP'],
    ['wheat, and who mills it', 'Margalla Flour Mills', 'Kostanay Astyk LLP'],
    ['lentils, and who packs and sells them', 'Thar Pulses Trading', 'Kostanay Agro Export'],
    ['oilseeds, and an oil mill', 'Punjab Oil Mills', 'Kokshetau Zygyr LLP'],
    ['flax, and who boils its oil', 'Indus Linseed Extractions', 'Kokshetau Zygyr LLP'],
    ['cotton lint, and who spins it', 'Crescent Spinning', 'Turkistan Maqta'],
    ['wool, and who knots carpets', 'Khyber Carpets', 'Zhun Onim'],
    ['granules, and who makes pipes of them', 'Karachi Polymer Products', 'KazPolymer'],
    ['pipes, and who lays them', 'Karachi Polymer Products', 'AquaPipe Astana'],
    ['naphtha, and a petrochemical site', 'Hub Petrochem', 'Caspiy Oil Trade'],
    ['billets, and who rolls them', 'Lahore Steel Rerolling', 'Temirtau Metall'],
    ['copper, and who draws cable', 'Gujranwala Copper & Cable', 'Balkhash Mys'],
    ['medicines, and who registers and sells them', 'Margalla Pharma', 'Semey Pharm Trade'],
    ['instruments, and who supplies hospitals', 'Sialkot Surgical Alliance', 'MedTekhnika Almaty'],
    ['rail, and a road carrier', 'NLX Cargo', 'Caspian Rail Forwarding'],
    ['a terminal, and a forwarder with cargo', 'Gwadar Terminal Services', 'TransKaz Forwarding'],
    ['phosphorus and sulphur, and a maker of fertiliser', 'Engro Field Nutrients', 'Karatau Fosfat'],
    ['chromium salts, and who makes matches', 'Peshawar Matches & Chemicals', 'Aktobe Khrom'],
    ['sheep, and who sets up halal slaughter', 'Himalaya Halal Meats', 'Et Onimderi Aktobe'],
    ['cattle and fodder, and who heals herds', 'Livestock Care Pakistan', 'Asyl Tukym'],
    ['knitwear, and a chain of shops', 'Faisal Knit Exports', 'Almaty Style Retail'],
    ['fruit and juices, and a supermarket importer', 'Kohinoor Foods', 'Dala Market'],
    ['silicon, and who builds solar plants', 'Quaid Solar & Power', 'Kremniy Kazakhstan'],
  ])('%s: %s and %s', (_, pk, kz) => {
    expect(engine.partnersOf(pk, 5).map(({ partner }) => partner)).toContain(kz)
    expect(engine.partnersOf(kz, 5).map(({ partner }) => partner)).toContain(pk)
  })
})
