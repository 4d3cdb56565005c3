import { headingOf, type Code } from './codes'
import { fingerprint } from './fingerprint'
import { phraseKey } from './reading'

/** What the firms' own codes say a phrase means. */
export interface Taught {
  /** Headings with how many listings gave them. */
  counts: ReadonlyMap<Code, number>
  total: number
}

/** A code that a firm stated, or a person confirmed, for a text. */
export interface Statement {
  text: string
  code: Code
  confirmed: boolean
}

/** A snapshot of what was taught: renewed only by the background re-score, so that an edit touches its own pairs alone. */
export interface Vocabulary {
  taught: ReadonlyMap<string, Taught>
  version: string
}

/** A confirmed code counts as this many stated ones: somebody looked. */
const CONFIRMED_COUNTS = 3
/** Phrases longer than this are one firm's own prose and teach nobody. */
const LONGEST_TAUGHT_WORDS = 8

/** Gathers what stated and confirmed codes say about phrases. The same whatever the order of the statements. `keyOf` recalls the keys of texts read before. */
export function learnVocabulary(statements: Iterable<Statement>, keyOf: (text: string) => string = phraseKey): Vocabulary {
  const taught = new Map<string, { counts: Map<Code, number>; total: number }>()
  for (const { text, code, confirmed } of statements) {
    const key = keyOf(text)
    let entry = taught.get(key)
    if (!entry) {
      if (!key || key.split(' ').length > LONGEST_TAUGHT_WORDS) continue
      taught.set(key, (entry = { counts: new Map(), total: 0 }))
    }
    const count = confirmed ? CONFIRMED_COUNTS : 1
    const heading = headingOf(code)
    entry.counts.set(heading, (entry.counts.get(heading) ?? 0) + count)
    entry.total += count
  }
  const sorted = new Map([...taught].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { taught: sorted, version: sorted.size ? fingerprint(linesOf(sorted)) : '' }
}

function* linesOf(taught: ReadonlyMap<string, Taught>): Generator<string> {
  for (const [key, { counts }] of taught) yield `${key}=${[...counts].sort(([a], [b]) => (a < b ? -1 : 1)).join(';')}`
}

/** The headings worth remembering for a phrase: those that a fair share of its listings gave. */
export function majorityOf({ counts, total }: Taught): Code[] {
  return [...counts].filter(([, count]) => count / total >= 0.25).map(([code]) => code)
}
