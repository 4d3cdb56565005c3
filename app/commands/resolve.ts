import { createInterface } from 'node:readline'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { buildLexicon } from '~/core/taxonomy/lexicon'
import { resolve } from '~/core/taxonomy/resolve'
import { readTermFiles } from '~/platform/dictionary.server'

/** `npm run --silent resolve -- [--top 10]`: a listing a line on standard input, a JSON line each on standard output. */
function topOf(args: readonly string[]): number {
  const at = args.indexOf('--top')
  const top = at < 0 ? 5 : Number(args[at + 1])
  const known = args.length === (at < 0 ? 0 : 2)
  if (known && Number.isInteger(top) && top > 0 && top <= 100) return top
  process.stderr.write('usage: npm run --silent resolve -- [--top 1…100] < listings.txt\n')
  process.exit(2)
}

const top = topOf(process.argv.slice(2))
const lexicon = buildLexicon(parseDictionary(readTermFiles()).dictionary)
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { text, language, concepts, confidence, ask } = resolve(lexicon, line, { top })
  const rounded = concepts.map(concept => ({ ...concept, score: Number(concept.score.toFixed(4)) }))
  if (!process.stdout.write(JSON.stringify({ text, language, concepts: rounded, confidence: Number(confidence.toFixed(4)), ask }) + '\n'))
    await new Promise(done => process.stdout.once('drain', done))
}
