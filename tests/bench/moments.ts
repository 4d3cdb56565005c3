import { createEngine } from '~/core/matching/engine'
import { resolvedLinks } from '~/core/matching/links'
import { type EngineFirm } from '~/core/matching/types'
import { type Dictionary } from '~/core/taxonomy/dictionary'
import { LANGUAGES } from '~/core/taxonomy/language'
import { type Lexicon } from '~/core/taxonomy/lexicon'
import { suggestConcepts } from '~/core/taxonomy/suggest'
import { type Transform } from '~/core/taxonomy/transforms'
import { randomOf, slip } from './population'

/** What is waited for a moment, in milliseconds. */
interface Moment {
  processor: number
  elapsed: number
}

/**
 * The middle one and the 95th of a hundred, of the processor and of the clock. A kernel may tell processor time in lumps of several milliseconds, which makes
 * its 95th too long; on a busy machine the clock's is. The true one is under both.
 */
function moments(times: readonly Moment[]): string {
  const told = (which: keyof Moment) => {
    const sorted = times.map(moment => moment[which]).sort((a, b) => a - b)
    return `${sorted[sorted.length >> 1]!.toFixed(2)} ms, p95 ${sorted[Math.floor(0.95 * sorted.length)]!.toFixed(2)} ms`
  }
  return `${told('processor')} (by the clock ${told('elapsed')})`
}

function timed(act: () => void): Moment {
  const before = process.cpuUsage()
  const started = performance.now()
  act()
  const elapsed = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  return { processor: (user + system) / 1000, elapsed }
}

/** One firm comes back edited: read anew, joined anew, its ten best partners explained. */
export function refreshLine(firms: readonly EngineFirm[], lexicon: Lexicon, transforms: readonly Transform[], asked = 400): string {
  const engine = createEngine({ linkListing: resolvedLinks(lexicon), transforms })
  for (const firm of firms) engine.upsert(firm)
  const random = randomOf(3)
  const times = Array.from({ length: asked }, (_, i) => {
    const firm = firms[Math.floor((i * firms.length) / asked)]!
    const edited = { ...firm, listings: firm.listings.map(listing => ({ ...listing, text: slip(random, listing.text) })) }
    return timed(() => {
      engine.upsert(edited)
      engine.pairsOf(firm.id)
    })
  })
  return `one firm of ${firms.length}, read, joined and explained: ${moments(times.slice(asked / 4))}`
}

/** "Which of these did you mean?" for misspelt terms, in the reader's language. */
export function suggestLine(dictionary: Dictionary, lexicon: Lexicon, asked = 400): string {
  const random = randomOf(4)
  const terms = dictionary.concepts.flatMap(({ terms: own }) => LANGUAGES.flatMap(language => own[language]))
  const times = Array.from({ length: asked }, (_, i) => {
    const text = terms[Math.floor(random() * terms.length)]!.split(' ').map(word => slip(random, word)).join(' ')
    return timed(() => void suggestConcepts(lexicon, text, LANGUAGES[i % LANGUAGES.length]!))
  })
  return `which of these did you mean: ${moments(times.slice(asked / 4))}`
}
