import { type Offer } from '~/core/matching/allocate'
import { createEngine, type Engine } from '~/core/matching/engine'
import { linkReader, linksByText, LINKS_KEPT } from '~/core/matching/links'
import { type RankedPair } from '~/core/matching/types'
import { type Vector } from '~/core/matching/vector'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { buildLexicon } from '~/core/taxonomy/lexicon'
import { keyOfPhrase } from '~/core/taxonomy/reading'
import { readingOf } from '~/core/taxonomy/resolve'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { learnVocabulary, type Statement } from '~/core/taxonomy/vocabulary'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'
import { type NamedFirm } from './read-firms'
import { rowsOf } from './write-matches'

/** The steps of matching a file, for a process to do its share of: `learn`, `read`, then `index`, then the rest, firm by firm. */
export class Matcher {
  private readLinks: ((text: string) => Vector) | undefined
  private engine: Engine | undefined
  private opened: readonly NamedFirm[] | undefined
  /** Texts that read alike have one place; of each place the first of its texts. */
  private readonly places = new Map<string, number>()
  private texts: readonly string[] = []

  constructor(private readonly openFirms: () => readonly NamedFirm[]) {}

  /** The file's firms, read once. */
  get firms(): readonly NamedFirm[] {
    return (this.opened ??= this.openFirms())
  }

  /** Builds the lexicon with what the file's own codes teach. Returns how many phrases they taught, and how many texts there are to read, chatter aside. */
  learn(): { taught: number; texts: number } {
    const keys = this.findPlaces()
    const vocabulary = learnVocabulary(statementsOf(this.firms), text => keys[this.places.get(text)!]!)
    this.readLinks = linkReader(buildLexicon(parseDictionary(readTermFiles()).dictionary, vocabulary))
    return { taught: vocabulary.taught.size, texts: this.texts.length }
  }

  /**
   * Gives all listings' texts their places: those that read alike share one, and neighbours share words, so that each process meets fewer of them. The same
   * in every process that reads the file. Returns the phrase key of each place.
   */
  private findPlaces(): string[] {
    const alike = new Map<string, { phrase: string; texts: string[] }>()
    for (const { listings } of this.firms)
      for (const { text } of listings) {
        if (this.places.has(text)) continue
        this.places.set(text, -1)
        const { phrase, key } = readingOf(text)
        const others = alike.get(key)
        if (others) others.texts.push(text)
        else alike.set(key, { phrase: keyOfPhrase(phrase), texts: [text] })
      }
    const sorted = [...alike].sort(([a], [b]) => (a < b ? -1 : 1))
    sorted.forEach(([, { texts }], place) => texts.forEach(text => this.places.set(text, place)))
    this.texts = sorted.map(([, { texts }]) => texts[0]!)
    return sorted.map(([, { phrase }]) => phrase)
  }

  /** Reads the texts from `from` to before `to`: LINKS_KEPT entries each, 0 where there are fewer. */
  read(from: number, to: number): Int32Array {
    const entries = new Int32Array((to - from) * LINKS_KEPT)
    for (let t = from; t < to; t++) entries.set(this.readLinks!(this.texts[t]!), (t - from) * LINKS_KEPT)
    return entries
  }

  /** Builds the engine from what all texts were read as. The lexicon is not needed any more. */
  index(readings: Int32Array): void {
    this.readLinks = undefined
    const links = this.texts.map((_, t) => {
      const entries = readings.subarray(t * LINKS_KEPT, (t + 1) * LINKS_KEPT)
      const end = entries.indexOf(0)
      return entries.slice(0, end < 0 ? LINKS_KEPT : end)
    })
    this.texts = []
    this.engine = createEngine({ linkListing: linksByText(text => links[this.places.get(text)!]!), transforms: parseTransforms(readTransforms()).transforms.edges })
    for (const firm of this.firms) this.engine.upsert(firm)
    this.places.clear()
  }

  /** The output's rows for the firms from `from` to before `to`, each with its best partners. */
  rank(from: number, to: number, top: number, json: boolean): string {
    return this.firms.slice(from, to).map(({ id }) => rowsOf(id, this.engine!.pairsOf(id, top), json)).join('')
  }

  /** The best partners of these firms, as offers to share out. */
  offer(from: number, to: number, most: number): Offer[] {
    return this.firms.slice(from, to).flatMap(({ id, country }) =>
      this.engine!.partnersOf(id, most).map(({ partner, exact }): Offer => (country === 'PK' ? { pk: id, kz: partner, score: exact } : { pk: partner, kz: id, score: exact })))
  }

  /** The output's rows for these firms, each with the partners it was given, best first. */
  explain(from: number, partners: readonly (readonly string[])[], json: boolean): string {
    return partners.map((given, i) => {
      const { id } = this.firms[from + i]!
      const pairs = given.flatMap((partner, p): RankedPair[] => {
        const pair = this.engine!.pair(id, partner)
        return pair ? [{ ...pair, rank: p + 1, partner }] : []
      })
      return rowsOf(id, pairs, json)
    }).join('')
  }
}

function* statementsOf(firms: readonly NamedFirm[]): Generator<Statement> {
  for (const { listings } of firms)
    for (const { text, statedCode } of listings) if (statedCode) yield { text, code: statedCode, confirmed: false }
}
