import { completenessOf } from '~/core/companies/completeness'
import { DuplicateIndex } from '~/core/companies/duplicate-index'
import type { Company, ConceptWeight, Contact, Listing } from '~/core/companies/profile'
import { sectorsOf } from '~/core/companies/sectors'
import { readFirm, type FileSays, type WrittenFirm } from '~/core/import/read-firm'
import type { WrittenListing } from '~/core/import/read-listings'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { understand } from '~/features/companies/understanding.server'
import type { Json } from '~/platform/database.types'
import type { ImportDesk, JudgedRow, Twin } from './import.store.server'

const BATCH = 250
/** So many rows are read before a page that waits gets its turn. */
const AT_ONCE = 5
const breath = () => new Promise<void>(resolve => setImmediate(resolve))

type Meaning = { language: string; concepts: ConceptWeight[]; resolverVersion: string }

/** Reads what listings mean; the same words once. */
function reader(lexicon: Lexicon): (listing: WrittenListing) => Meaning {
  const known = new Map<string, Meaning>()
  return ({ text, statedCode }) => {
    const key = `${statedCode ?? ''} ${text}`
    const meaning = known.get(key) ?? understand(lexicon, { text, statedCode })
    known.set(key, meaning)
    return meaning
  }
}

/** A firm as the database takes it in: its columns, its listings understood, its completeness and sectors worked out. */
export function firmRow(firm: WrittenFirm, meaningOf: (listing: WrittenListing) => Meaning): Json {
  const side = (listings: WrittenListing[] | undefined) =>
    listings?.map(listing => {
      const { language, concepts, resolverVersion } = meaningOf(listing)
      const { statedCode, ...rest } = listing
      return { ...rest, stated_code: statedCode, language, concepts, resolver_version: resolverVersion }
    })
  const [brings, seeks] = [side(firm.brings), side(firm.seeks)]
  const all = [...(brings ?? []), ...(seeks ?? [])]
  const asListings = [...(brings ?? []).map(one => ({ ...one, direction: 'brings' })), ...(seeks ?? []).map(one => ({ ...one, direction: 'seeks' }))] as unknown as Listing[]
  const asCompany = { ...firm, corridors: firm.corridors ?? [], workingLanguages: firm.workingLanguages ?? [], certificates: firm.certificates ?? [] } as unknown as Company
  const row = {
    country: firm.country, name_native: firm.nameNative, name_latin: firm.nameLatin, name_locale: firm.nameLocale, name_key: firm.nameKey, registration_kind: firm.registrationKind,
    registration_number: firm.registrationNumber, region: firm.region, city: firm.city, founded_year: firm.foundedYear, employees_band: firm.employeesBand, website: firm.website, about: firm.about,
    corridors: firm.corridors, ports: firm.ports, incoterms: firm.incoterms, certificates: firm.certificates, working_languages: firm.workingLanguages,
    [firm.localeIsGuessed ? 'default_locale' : 'locale']: firm.locale,
    contact: firm.contact && { name: firm.contact.name, email: firm.contact.email, role_title: firm.contact.roleTitle, phone: firm.contact.phone },
    brings, seeks, sectors: sectorsOf(all.flatMap(one => one.concepts[0]?.code ?? [])), completeness: completenessOf(asCompany, (firm.contact as Contact | undefined) ?? null, asListings).percent,
  }
  // Through JSON, so that what is undefined is not there at all.
  return JSON.parse(JSON.stringify(row)) as Json
}

/** What a row is the same as within the file, by number, or, where the register cannot tell, is likely the same as among the firms known. */
class Twins {
  private readonly numbers = new Map<string, { row: number; name: string }>()
  constructor(private readonly known: DuplicateIndex, private readonly names: ReadonlyMap<string, string>, private readonly registered: ReadonlySet<string>) {}

  of(row: number, firm: WrittenFirm): Twin | null {
    const number = `${firm.country} ${firm.registrationKind} ${firm.registrationNumber}`
    const twin = this.numbers.get(number)
    if (twin) return { reason: 'in_file', row: twin.row, name: twin.name }
    this.numbers.set(number, { row, name: firm.nameNative })
    if (this.registered.has(`${firm.country} ${firm.registrationNumber}`)) return null
    const [like] = this.known.like({
      id: '', country: firm.country, names: [firm.nameNative, firm.nameLatin], registrations: [firm.registrationNumber], emails: firm.contact ? [firm.contact.email] : [],
      phones: firm.contact?.phone ? [firm.contact.phone] : [], website: firm.website, region: firm.region, city: firm.city,
    })
    // A number of its own and only a likeness: it goes in, and the pair is laid before the organizers.
    return like && like.reasons.includes('registration') ? { reason: 'likely', company: like.id, name: this.names.get(like.id) } : null
  }
}

type Checker = { store: ImportDesk; lexicon: Lexicon; year: number }

/** The dry run: reads every row of an import and writes down what it is. Pages are served meanwhile. */
export async function checkImport({ store, lexicon, year }: Checker, id: string): Promise<void> {
  const { forum, mapping, country } = await store.one(id)
  const says: FileSays = { year, ...(country && { country }) }
  const known = new DuplicateIndex()
  const names = new Map<string, string>()
  const registered = new Set<string>()
  for (const [i, traces] of (await store.traces(forum)).entries()) {
    known.put(traces)
    names.set(traces.id, traces.names[0] ?? '')
    for (const number of traces.registrations) registered.add(`${traces.country} ${number}`)
    if (i % 200 === 0) await breath()
  }
  const twins = new Twins(known, names, registered)
  const meaningOf = reader(lexicon)
  for (let after = 0; ; ) {
    const rows = await store.rows(id, 'cells', after, BATCH)
    const judged: JudgedRow[] = []
    for (const [i, { row, cells }] of rows.entries()) {
      const { firm, wrong } = readFirm(cells ?? [], mapping, says)
      judged.push({ row, wrong, firm: firm && firmRow(firm, meaningOf), twin: firm && twins.of(row, firm) })
      if (i % AT_ONCE === 0) await breath()
    }
    if (judged.length) await store.judge(id, judged)
    if (rows.length < BATCH) break
    after = rows.at(-1)!.row
  }
  await store.finishCheck(id)
}

/** Applies an import, or takes it back, to the end, batch by batch. */
export async function runBatches(step: () => Promise<{ state: string }>, until: string): Promise<void> {
  while ((await step()).state !== until) await breath()
}
