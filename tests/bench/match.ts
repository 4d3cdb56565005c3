import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createEngine } from '~/core/matching/engine'
import { resolvedLinks } from '~/core/matching/links'
import { type EngineFirm } from '~/core/matching/types'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { buildLexicon, type Lexicon } from '~/core/taxonomy/lexicon'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { learnVocabulary } from '~/core/taxonomy/vocabulary'
import { readFirms } from '~/commands/matching/read-firms'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'
import { judge, type TrueFirm } from './judge'
import { refreshLine, suggestLine } from './moments'
import { namesLine } from './names'
import { makePopulation } from './population'
import { fuseOverFirms, miniSearchOverFirms, type Rival } from './rivals'
import { resolverTable } from './resolvers'

/**
 * `npm run bench:match -- [--n 1000,10000,100000] [--firms F --truth T]`: ours beside Fuse.js and MiniSearch over firms, in one run; then the resolver
 * beside the same two over the same dictionary, and what one person waits for. Times are of one processor, so that other programs count little.
 */
const { values } = parseArgs({ options: { n: { type: 'string', default: '1000,10000' }, firms: { type: 'string' }, truth: { type: 'string' } } })
const { dictionary } = parseDictionary(readTermFiles())
const { transforms } = parseTransforms(readTransforms())
const SAMPLE = 400
/** Rivals take seconds a firm at size: they answer for a few firms, and their time for all is reckoned. */
const RIVAL_SAMPLE = 40
const RIVAL_SAMPLE_AT_SIZE = 4
const SIZE = 20_000

function learn(firms: readonly EngineFirm[]): Lexicon {
  const statements = firms.flatMap(({ listings }) => listings.flatMap(({ text, statedCode }) => (statedCode ? [{ text, code: statedCode, confirmed: false }] : [])))
  return buildLexicon(dictionary, learnVocabulary(statements))
}

function ours(firms: readonly EngineFirm[]): Rival {
  const engine = createEngine({ linkListing: resolvedLinks(learn(firms)), transforms: transforms.edges })
  for (const firm of firms) engine.upsert(firm)
  return { name: 'ours', partners: firm => engine.partnersOf(firm.id, 10).map(({ partner }) => partner) }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function measure(size: number, firms: readonly EngineFirm[], truth: readonly TrueFirm[], make: (firms: readonly EngineFirm[]) => Rival, sample: number): void {
  const before = cpuSeconds()
  const rival = make(firms)
  const built = cpuSeconds()
  const chosen = firms.filter((_, i) => i % Math.max(1, Math.floor(firms.length / sample)) === 0)
  const answers = new Map(chosen.map(firm => [firm.id, rival.partners(firm)]))
  const each = (1000 * (cpuSeconds() - built)) / chosen.length
  const quality = judge(truth, answers)
  const cells = [
    String(size).padStart(7), rival.name.padEnd(22), quality.ndcg.toFixed(3).padStart(8), quality.reciprocalRecall.toFixed(3).padStart(10),
    `${(built - before).toFixed(1)} s`.padStart(9), `${each.toFixed(3)} ms`.padStart(12), `${((each * size) / 1000).toFixed(1)} s`.padStart(11),
    `${Math.round(process.memoryUsage().rss / 1e6)} MB`.padStart(9),
  ]
  console.log(cells.join('  '))
}

const outside = values.firms !== undefined && values.truth !== undefined
if (!outside) console.log('self-made population from our own dictionary: quality is not comparable with populations of foreign phrases\n')
console.log('  firms  method                  nDCG@10  recip. @10      built       a firm         all     memory')
const waits: string[] = []
for (const size of outside ? [0] : values.n.split(',').map(Number)) {
  const { firms, truth } = outside
    ? { firms: readFirms(readFileSync(values.firms!, 'utf8')), truth: JSON.parse(readFileSync(values.truth!, 'utf8')) as TrueFirm[] }
    : makePopulation(dictionary, size)
  const rivalSample = firms.length > SIZE ? RIVAL_SAMPLE_AT_SIZE : RIVAL_SAMPLE
  measure(firms.length, firms, truth, ours, SAMPLE)
  waits.push(refreshLine(firms, learn(firms), transforms.edges))
  measure(firms.length, firms, truth, miniSearchOverFirms, rivalSample)
  measure(firms.length, firms, truth, fuseOverFirms, rivalSample)
}
console.log('\nresolver: terms of the dictionary, each word misspelt once')
for (const line of resolverTable(dictionary)) console.log(line)
console.log('\nwhat one person waits for')
for (const line of waits) console.log(line)
console.log(suggestLine(dictionary, buildLexicon(dictionary)))
console.log(await namesLine())
