import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { createEngine } from '~/core/matching/engine'
import { linksWithCode } from '~/core/matching/links'
import { type EngineFirm, type EngineListing, type Link } from '~/core/matching/types'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { learnVocabulary, type Statement } from '~/core/taxonomy/vocabulary'
import { readTransforms } from '~/platform/dictionary.server'
import { FirmsFileError, readFirms, type NamedFirm } from './matching/read-firms'
import { shareOut } from './matching/share-out'
import { resolveAll } from './matching/resolve-pool'
import { HEAD, rowsOf } from './matching/write-matches'

/**
 * `npm run --silent match -- firms.csv [--top 10] [--out matches.csv] [--json] [--allocate]`: each firm's own ranking across the border, or, with
 * --allocate, what the forum would show: nobody under three pairs where counterparts exist, nobody over twenty.
 * Progress on standard error; a wrong file ends with status 2, its row and its column.
 */
function usage(problem: string): never {
  process.stderr.write(`${problem}\nusage: npm run --silent match -- firms.csv [--top 10] [--out matches.csv] [--json] [--allocate]\n`)
  process.exit(2)
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { top: { type: 'string', default: '10' }, out: { type: 'string' }, json: { type: 'boolean', default: false }, allocate: { type: 'boolean', default: false } },
    })
    const top = Number(values.top)
    if (positionals.length !== 1) usage('one file of firms is needed')
    if (!Number.isInteger(top) || top < 1 || top > 1000) usage('--top takes 1 to 1000')
    return { file: positionals[0]!, top, out: values.out, json: values.json, allocated: values.allocate }
  } catch (error) {
    return usage((error as Error).message)
  }
}

function firmsFrom(file: string): NamedFirm[] {
  try {
    return readFirms(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof FirmsFileError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    process.stderr.write(`${file}: ${(error as Error).message}\n`)
    return process.exit(2)
  }
}

const started = performance.now()
function report(message: string): void {
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${message}\n`)
}

function* statementsOf(firms: readonly EngineFirm[]): Generator<Statement> {
  for (const { listings } of firms)
    for (const { text, statedCode } of listings) if (statedCode) yield { text, code: statedCode, confirmed: false }
}

const { file, top, out, json, allocated } = readArguments()
const firms = firmsFrom(file)
report(`${firms.length} firms read`)
const vocabulary = learnVocabulary(statementsOf(firms))
const places = new Map<string, number>()
for (const { listings } of firms) for (const { text } of listings) if (!places.has(text)) places.set(text, places.size)
report(`${vocabulary.taught.size} phrases taught by stated codes; ${places.size} texts to read`)
const processes = places.size < 4000 ? 1 : Math.min(4, availableParallelism())
let told = 0
const links: (readonly Link[])[] = await resolveAll([...places.keys()], vocabulary, processes, done => {
  if (done < told + 50_000) return
  told = done
  report(`${done} texts read`)
})
report('texts read')
const coded = new Map<string, readonly Link[]>()
/** Listings of one text and one code share their links: of a hundred thousand firms most say what another said. */
function linksFor(listing: EngineListing): readonly Link[] {
  const read = links[places.get(listing.text)!] ?? []
  if (!listing.statedCode) return read
  const key = `${listing.statedCode} ${listing.text}`
  let corrected = coded.get(key)
  if (!corrected) coded.set(key, (corrected = linksWithCode(read, listing)))
  return corrected
}
const engine = createEngine({
  linkListing: linksFor,
  transforms: parseTransforms(readTransforms()).transforms.edges,
})
for (const firm of firms) engine.upsert(firm)
report('firms indexed')
const sink: Writable = out === undefined ? process.stdout : createWriteStream(out)
if (!json) sink.write(HEAD)
const shared = allocated ? shareOut(engine, firms, report) : undefined
let ranked = 0
for (const { id } of firms) {
  if (!sink.write(rowsOf(id, shared ? shared(id) : engine.pairsOf(id, top), json))) await once(sink, 'drain')
  if (++ranked % 20_000 === 0) report(`${ranked} firms ranked`)
}
if (out !== undefined) await new Promise<void>(resolve => sink.end(resolve))
report('done')
