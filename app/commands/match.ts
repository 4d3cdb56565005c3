import { once } from 'node:events'
import { createWriteStream, readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { LINKS_KEPT } from '~/core/matching/links'
import { Matcher } from './matching/matcher'
import { TextPlaces } from './matching/place-texts'
import { FirmsFileError, readFirms, type NamedFirm } from './matching/read-firms'
import { OFFERS_A_FIRM, shareOut } from './matching/share-out'
import { inOrder, rangesOf, workApart, workHere } from './matching/workers'
import { HEAD } from './matching/write-matches'

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

/** Texts and firms given to a worker at a time. */
const TEXTS_A_TASK = 500
const FIRMS_A_TASK = 250
/** A smaller file, in bytes, is matched in this process alone: starting others would take longer. */
const WORTH_STARTING = 400_000

const { file, top, out, json, allocated } = readArguments()
const matcher = new Matcher(() => firmsFrom(file))
const others = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) < WORTH_STARTING ? 0 : Math.max(1, Math.min(3, availableParallelism() - 1))
const workers = [...Array.from({ length: others }, () => workApart(file)), workHere(matcher)]
const owners = matcher.firms.map(({ id }) => id)
report(`${owners.length} firms read`)
const firsts = await learnt()
report('dictionary learnt')
const readings = new Int32Array(firsts.length * LINKS_KEPT)
let place = 0
for await (const entries of inOrder(workers, rangesOf(firsts.length, TEXTS_A_TASK), (worker, { from, to }) => worker.call('read', firsts.slice(from, to)))) {
  readings.set(entries, place * LINKS_KEPT)
  place += entries.length / LINKS_KEPT
  if (place % 50_000 === 0) report(`${place} texts read`)
}
report('texts read')
await Promise.all(workers.map(worker => worker.call('index', readings)))
report('firms indexed')
const ranges = rangesOf(owners.length, FIRMS_A_TASK)
const shared = allocated ? await sharedOut() : undefined
const sink: Writable = out === undefined ? process.stdout : createWriteStream(out)
if (!json) sink.write(HEAD)
const rows = inOrder(workers, ranges, (worker, { from, to }) =>
  shared ? worker.call('explain', from, owners.slice(from, to).map(id => shared.get(id) ?? []), json) : worker.call('rank', from, to, top, json))
let ranked = 0
for await (const text of rows) {
  if (!sink.write(text)) await once(sink, 'drain')
  ranked = Math.min(owners.length, ranked + FIRMS_A_TASK)
  if (ranked % 20_000 === 0) report(`${ranked} firms ranked`)
}
for (const worker of workers) worker.end()
if (out !== undefined) await new Promise<void>(resolve => sink.end(resolve))
report('done')

/** Lets all workers learn the dictionary and what the file's own codes teach. Returns the texts to read, by their numbers. */
async function learnt(): Promise<Int32Array> {
  const found = new TextPlaces()
  const phrases: string[] = []
  for await (const some of inOrder(workers, rangesOf(matcher.texts.length, TEXTS_A_TASK), (worker, { from, to }) => worker.call('keys', from, to))) {
    found.add(some.keys)
    phrases.push(...some.phrases)
  }
  // Somebody else gathers the dictionary's phrases meanwhile, if there is somebody else.
  const gathering = workers[0]!.call('gather')
  const vocabulary = matcher.vocabulary(phrases)
  const { places, firsts: toRead } = found.done()
  report(`${found.size} texts, ${toRead.length} to read; ${vocabulary.taught.size} phrases taught by stated codes`)
  const gathered = await gathering
  await Promise.all(workers.map(worker => worker.call('learn', places, vocabulary, gathered)))
  return toRead
}

async function sharedOut(): Promise<ReadonlyMap<string, readonly string[]>> {
  const most = owners.length * OFFERS_A_FIRM
  const [pk, kz, score] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)]
  let count = 0
  for await (const some of inOrder(workers, ranges, (worker, { from, to }) => worker.call('offer', from, to, OFFERS_A_FIRM))) {
    pk.set(some.pk, count)
    kz.set(some.kz, count)
    score.set(some.score, count)
    count += some.score.length
  }
  report(`${count} offers`)
  return shareOut({ ids: owners, pk: pk.subarray(0, count), kz: kz.subarray(0, count), score: score.subarray(0, count) }, report)
}
