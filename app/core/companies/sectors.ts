/** The forum's sectors (first-class: each has concepts, prerequisites and a page) and how a concept code falls into them. */
export const sectors = [
  'leather', 'grain', 'petrochemicals', 'logistics', 'food', 'textiles', 'metallurgy', 'oil_gas', 'chemicals', 'machinery', 'pharma', 'construction',
  'railways', 'digital', 'veterinary', 'energy',
] as const
export type Sector = (typeof sectors)[number]

/** The address of a sector's page. */
export const sectorSlug = (sector: Sector): string => sector.replaceAll('_', '-')

// HS chapters to sectors. 27 is split below: coal and electricity are energy, the rest oil and gas.
const byChapter: ReadonlyArray<readonly [Sector, string]> = [
  ['leather', '41 42 43 64'],
  ['grain', '10 11 12 15'],
  ['food', '02 03 04 07 08 09 13 14 16 17 18 19 20 21 22 24'],
  ['veterinary', '01 05 06 23'],
  ['oil_gas', '27'],
  ['chemicals', '25 28 29 31 32 33 34 35 36 37 38'],
  ['pharma', '30'],
  ['petrochemicals', '39 40'],
  ['construction', '44 45 68 69 70 94'],
  ['textiles', '46 50 51 52 53 54 55 56 57 58 59 60 61 62 63 65'],
  ['metallurgy', '26 71 72 73 74 75 76 78 79 80 81 82 83'],
  ['machinery', '84 85 87 90 91 93'],
  ['railways', '86 88 89'],
]
const chapterSector = new Map(byChapter.flatMap(([sector, chapters]) => chapters.split(' ').map(chapter => [chapter, sector] as const)))

// Single headings whose sector is not their chapter's.
const headingSector = new Map<string, Sector>([
  ['0713', 'grain'], ['2701', 'energy'], ['2716', 'energy'], ['2901', 'petrochemicals'], ['2902', 'petrochemicals'], ['2905', 'petrochemicals'], ['3004', 'pharma'],
  ['8541', 'energy'], ['8501', 'energy'], ['8502', 'energy'], ['9018', 'pharma'], ['9019', 'pharma'], ['9021', 'pharma'], ['9022', 'pharma'], ['8432', 'veterinary'],
  ['8433', 'veterinary'], ['8436', 'veterinary'], ['2523', 'construction'], ['8471', 'digital'], ['8517', 'digital'],
])

// Services by the first digits of their ISIC class, the longest first. Trade, finance and training belong to whatever they serve.
const serviceSector: ReadonlyArray<readonly [Sector, string]> = [
  ['logistics', '49 50 51 52 53'],
  ['digital', '58 61 62 63 6499 6611 6619'],
  ['veterinary', '75 01 02 03'],
  ['energy', '35 36 37 38 39 4321'],
  ['leather', '15'],
  ['textiles', '13 14'],
  ['food', '10 11'],
  ['pharma', '21 86'],
  ['oil_gas', '06 09 19'],
  ['metallurgy', '07 08 24 25'],
  ['chemicals', '20'],
  ['petrochemicals', '22'],
  ['construction', '23 41 42 43 7110'],
  ['railways', '3011 3020 3315'],
  ['machinery', '26 27 28 29 30 33'],
]
const sectorByClass = serviceSector.flatMap(([sector, starts]) => starts.split(' ').map(start => [start, sector] as const)).sort((a, b) => b[0].length - a[0].length)

/** The sector a concept belongs to: HS digits (4 or 6), or `isic:`/`cpc:` classes. Null where it belongs to none (training, works of art). */
export function sectorOf(code: string): Sector | null {
  if (code.startsWith('isic:')) return sectorByClass.find(([start]) => code.startsWith(`isic:${start}`))?.[1] ?? null
  if (code.includes(':')) return null
  return headingSector.get(code.slice(0, 4)) ?? chapterSector.get(code.slice(0, 2)) ?? null
}

/** The sectors of a firm from its listings' best concepts, the most frequent first; ties by the order of `sectors`. */
export function sectorsOf(codes: readonly string[]): Sector[] {
  const counts = new Map<Sector, number>()
  for (const code of codes) {
    const sector = sectorOf(code)
    if (sector) counts.set(sector, (counts.get(sector) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || sectors.indexOf(a[0]) - sectors.indexOf(b[0])).map(([sector]) => sector)
}

export type Prerequisite = 'veterinary_certificate' | 'phytosanitary_certificate' | 'drug_registration_gmp' | 'halal' | 'dual_use_check' | 'virtual_asset_licence'

/** What must be in hand before goods of this concept cross the border; shown before an introduction, not found out after it. */
export function prerequisitesOf(code: string): Prerequisite[] {
  const chapter = code.includes(':') ? '' : code.slice(0, 2)
  const found: Prerequisite[] = []
  if (['01', '02', '04', '05', '41', '51', '23'].includes(chapter)) found.push('veterinary_certificate')
  if (['06', '07', '08', '10', '12', '44', '52'].includes(chapter)) found.push('phytosanitary_certificate')
  if (chapter === '30') found.push('drug_registration_gmp')
  if (['02', '16', '17', '18', '19', '20', '21'].includes(chapter)) found.push('halal')
  if (['36', '84', '88', '90', '93'].includes(chapter)) found.push('dual_use_check')
  // Exchanges, brokers of and payments in virtual assets; an ordinary bank or insurer needs none.
  if (['isic:6499', 'isic:6611', 'isic:6619'].includes(code)) found.push('virtual_asset_licence')
  return found
}
