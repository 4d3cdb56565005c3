import { type OfferColumns } from '~/core/matching/allocation-board'
import { createEngine, type Engine } from '~/core/matching/engine'
import { linksByText, linksOf, LINKS_KEPT } from '~/core/matching/links'
import { type RankedPair } from '~/core/matching/types'
import { type Vector } from '~/core/matching/vector'
import { parseDictionary, type Dictionary } from '~/core/taxonomy/dictionary'
import { gatherPhrases, headingsIn, type GatheredPhrases } from '~/core/taxonomy/gather'
import { buildLexicon, type Lexicon } from '~/core/taxonomy/lexicon'
import { keyOfPhrase } from '~/core/taxonomy/reading'
import { readingOf } from '~/core/taxonomy/resolve'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { learnVocabulary, type Statement, type Vocabulary } from '~/core/taxonomy/vocabulary'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'
import { type NamedFirm } from './read-firms'
import { rowsOf } from './write-matches'

/** The steps of matching a file, for a process to do its share of: `keys`, `gather`, `learn`, `read`, `index`, then the rest, firm by firm. */
export class Matcher {
  private parsed: Dictionary | undefined
  private lexicon: Lexicon | undefined
  private engine: Engine | undefined
  private opened: readonly NamedFirm[] | undefined
  private firmPlaces: Map<string, number> | undefined
  /** Numbers of the file's texts: the same in every process that reads the file. */
  private readonly numbers = new Map<string, number>()
  private numbered: readonly string[] | undefined
  /** Numbers of the texts that a code stands beside. */
  private readonly coded = new Set<number>()
  /** Of each text: the place of its key. */
  private places: Int32Array = new Int32Array(0)

  constructor(private readonly openFirms: () => readonly NamedFirm[]) {}

  /** The file's firms, read once. */
  get firms(): readonly NamedFirm[] {
    return (this.opened ??= this.openFirms())
  }

  /** The file's texts, each once, by their numbers. */
  get texts(): readonly string[] {
    if (!this.numbered) {
      for (const { listings } of this.firms)
        for (const { text, statedCode } of listings) {
          let number = this.numbers.get(text)
          if (number === undefined) this.numbers.set(text, (number = this.numbers.size))
          if (statedCode) this.coded.add(number)
        }
      this.numbered = [...this.numbers.keys()]
    }
    return this.numbered
  }

  /** The keys of the texts from `from` to before `to` (`readingOf`), and the phrases, as the vocabulary knows them, of those that stand beside a code; '' of others. */
  keys(from: number, to: number): { keys: string[]; phrases: string[] } {
    const readings = this.texts.slice(from, to).map(readingOf)
    return { keys: readings.map(({ key }) => key), phrases: readings.map(({ phrase }, i) => (this.coded.has(from + i) ? keyOfPhrase(phrase) : '')) }
  }

  /** What the file's own codes teach. `phrases`: of each text. */
  vocabulary(phrases: readonly string[]): Vocabulary {
    return learnVocabulary(statementsOf(this.firms), text => phrases[this.numbers.get(text)!]!)
  }

  /** The dictionary's phrases: a third of learning, which needs no file, and is done by one process for all. */
  gather(): GatheredPhrases {
    return gatherPhrases(this.dictionary, headingsIn(this.dictionary))
  }

  /** Builds the lexicon. `places`: of each text. */
  learn(places: Int32Array, vocabulary: Vocabulary, gathered: GatheredPhrases): void {
    this.places = places
    this.lexicon = buildLexicon(this.dictionary, vocabulary, gathered)
    this.parsed = undefined
  }

  private get dictionary(): Dictionary {
    return (this.parsed ??= parseDictionary(readTermFiles()).dictionary)
  }

  /** Reads texts by their numbers: LINKS_KEPT entries each, 0 where there are fewer. */
  read(numbers: Int32Array): Int32Array {
    const entries = new Int32Array(numbers.length * LINKS_KEPT)
    numbers.forEach((number, i) => entries.set(linksOf(this.lexicon!, readingOf(this.texts[number]!)), i * LINKS_KEPT))
    return entries
  }

  /** Builds the engine from what the texts of all places were read as. The lexicon is not needed any more. */
  index(readings: Int32Array): void {
    this.lexicon = undefined
    const links = vectorsIn(readings)
    const read = (text: string) => links[this.places[this.numbers.get(text)!]!]!
    this.engine = createEngine({ linkListing: linksByText(read), transforms: parseTransforms(readTransforms()).transforms.edges })
    for (const firm of alikeTogether(this.firms, read)) this.engine.upsert(firm)
    this.numbers.clear()
  }

  /** The output's rows for the firms from `from` to before `to`, each with its best partners. */
  rank(from: number, to: number, top: number, json: boolean): string {
    return this.firms.slice(from, to).map(({ id }) => rowsOf(id, this.engine!.pairsOf(id, top), json)).join('')
  }

  /** The best partners of these firms, as offers to share out among the file's firms. */
  offer(from: number, to: number, most: number): Omit<OfferColumns, 'ids'> {
    this.firmPlaces ??= new Map(this.firms.map(({ id }, place) => [id, place]))
    const pk: number[] = []
    const kz: number[] = []
    const score: number[] = []
    for (let place = from; place < to; place++) {
      const { id, country } = this.firms[place]!
      const [own, others] = country === 'PK' ? [pk, kz] : [kz, pk]
      for (const { partner, exact } of this.engine!.partnersOf(id, most)) {
        own.push(place)
        others.push(this.firmPlaces.get(partner)!)
        score.push(exact)
      }
    }
    return { pk: Int32Array.from(pk), kz: Int32Array.from(kz), score: Float64Array.from(score) }
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

/** The readings as vectors: LINKS_KEPT entries each, 0 where there are fewer. */
function vectorsIn(readings: Int32Array): Vector[] {
  const vectors: Vector[] = []
  for (let from = 0; from < readings.length; from += LINKS_KEPT) {
    let count = 0
    while (count < LINKS_KEPT && readings[from + count]) count++
    const vector = new Array<number>(count)
    for (let i = 0; i < count; i++) vector[i] = readings[from + i]!
    vectors.push(vector)
  }
  return vectors
}

/** The firms in the order of what they bring first: those found together lie together in memory, and the engine's answers depend on no order. */
function alikeTogether(firms: readonly NamedFirm[], read: (text: string) => Vector): readonly NamedFirm[] {
  const meant = Int32Array.from(firms, ({ listings }) => (listings[0] && read(listings[0].text)[0]) ?? 0)
  return Array.from(meant.keys()).sort((a, b) => meant[a]! - meant[b]!).map(i => firms[i]!)
}

function* statementsOf(firms: readonly NamedFirm[]): Generator<Statement> {
  for (const { listings } of firms)
    for (const { text, statedCode } of listings) if (statedCode) yield { text, code: statedCode, confirmed: false }
}
