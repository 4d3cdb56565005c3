import { createEngine, type Engine } from '~/core/matching/engine'
import { resolvedLinks } from '~/core/matching/links'
import { ENGINE_VERSION, type ScoredPair } from '~/core/matching/types'
import { DEFAULT_WEIGHTS, type Weights } from '~/core/matching/weights'
import { buildLexicon } from '~/core/taxonomy/lexicon'
import type { Dictionary } from '~/core/taxonomy/dictionary'
import type { Transform } from '~/core/taxonomy/transforms'
import { learnVocabulary, type Statement } from '~/core/taxonomy/vocabulary'
import { toEngineFirm, type PublishedFirm } from './engine-firms'
import type { MatchingStore } from './matching.store.server'
import { toPairRow, type PairRow } from './stored-pair'

/** What the engine knows of the world, read once a process. */
export interface Knowledge {
  dictionary: Dictionary
  transforms: readonly Transform[]
}

/** Suggestions kept a firm: the forum's cap may not ask for more. */
const KEPT = 20
/** An edited firm may enter the list of any firm that stands this near to it. */
const LOOKED_AT = 100
const BATCH = 200
/** Firms whose lists are written together: an import changes hundreds, and a call a firm would take minutes. */
const FIRMS_A_CALL = 25

/** The suggestions of one forum, kept up with its firms. One a forum and process; the lease sees to that. */
export class ForumEngine {
  private readonly firms = new Map<string, PublishedFirm>()
  private cursor = new Date(0).toISOString()

  private constructor(
    private readonly forum: string,
    private readonly store: MatchingStore,
    private readonly engine: Engine,
    readonly version: string,
    /** The weights it scores by; others want another engine. */
    readonly weightsVersion: string,
    private statuses: Map<string, string>,
  ) {}

  /** Reads the forum's firms, learns their words, and writes everybody's best pairs. Runs anew from the start when interrupted: writing is idempotent. */
  static async start(forum: string, store: MatchingStore, knowledge: Knowledge, weights: Weights = DEFAULT_WEIGHTS): Promise<ForumEngine> {
    const firms = await store.publishedFirms(forum)
    const vocabulary = learnVocabulary(statementsOf(firms))
    const lexicon = buildLexicon(knowledge.dictionary, vocabulary)
    const engine = createEngine({ linkListing: resolvedLinks(lexicon), transforms: knowledge.transforms, weights, rejected: await store.rejectedPairs(forum) })
    const version = [ENGINE_VERSION, vocabulary.version, ...(weights === DEFAULT_WEIGHTS ? [] : [weights.version])].join('.')
    const made = new ForumEngine(forum, store, engine, version, weights.version, await store.corridorStatuses())
    for (const firm of firms) made.take(firm)
    await made.storeAll()
    return made
  }

  /** Looks again at what changed since last time. Returns how many firms were looked at. */
  async catchUp(): Promise<number> {
    const changed = await this.store.changedSince(this.forum, this.cursor)
    // Firms that left move it on too: a thousand of them must not stand before those that came.
    const latest = changed.at(-1)
    if (latest && new Date(latest.updatedAt).toISOString() > this.cursor) this.cursor = new Date(latest.updatedAt).toISOString()
    const fresh = changed.filter(({ id, published, updatedAt }) => (published ? this.firms.get(id)?.company.updatedAt !== new Date(updatedAt).toISOString() : this.firms.has(id)))
    if (fresh.length === 0) return 0
    this.statuses = await this.store.corridorStatuses()
    for (const { id } of fresh.filter(({ published }) => !published)) this.drop(id)
    const published = fresh.filter(firm => firm.published).map(({ id }) => id)
    for (const firm of published.length ? await this.store.publishedFirms(this.forum, published) : []) this.take(firm)
    const ids = fresh.map(({ id }) => id)
    // Nothing moves while the lists are written, so a partner's best are asked for once.
    const best = new Map<string, Set<string>>()
    const bestOf = (partner: string) => best.get(partner) ?? best.set(partner, new Set(this.engine.partnersOf(partner, KEPT).map(entry => entry.partner))).get(partner)!
    for (let from = 0; from < ids.length; from += FIRMS_A_CALL) await this.storeAround(ids.slice(from, from + FIRMS_A_CALL), bestOf)
    return fresh.length
  }

  private take(firm: PublishedFirm) {
    this.firms.set(firm.company.id, firm)
    this.engine.upsert(toEngineFirm(firm))
    // Clocks of two firms may agree to the millisecond, so the last one seen is asked for again.
    if (firm.company.updatedAt > this.cursor) this.cursor = firm.company.updatedAt
  }

  private drop(id: string) {
    this.firms.delete(id)
    this.engine.remove(id)
  }

  private row(pair: ScoredPair): PairRow {
    return toPairRow(pair, this.firms.get(pair.pk)!, this.firms.get(pair.kz)!, corridor => this.statuses.get(corridor))
  }

  /** Writes the lists of these firms anew. */
  private async storeAround(ids: readonly string[], bestOf: (partner: string) => ReadonlySet<string>) {
    const stored = await this.store.storedPartners(this.forum, ids)
    const rows = new Map<string, PairRow>()
    for (const id of ids) for (const pair of this.pairsAround(id, stored.get(id) ?? [], bestOf)) rows.set(`${pair.pk} ${pair.kz}`, this.row(pair))
    await this.store.storePairs(this.forum, [...rows.values()], this.version, ids)
  }

  /** A firm's own best, and those firms among whose best it stands. */
  private pairsAround(id: string, stored: readonly string[], bestOf: (partner: string) => ReadonlySet<string>): ScoredPair[] {
    if (!this.firms.has(id)) return []
    const own = this.engine.pairsOf(id, KEPT)
    const listed = new Set(own.map(pair => pair.partner))
    const near = new Set([...this.engine.partnersOf(id, LOOKED_AT).map(({ partner }) => partner), ...stored])
    const asked = [...near].filter(partner => !listed.has(partner) && this.engine.has(partner))
    const returned = asked.filter(partner => bestOf(partner).has(id))
    return [...own, ...returned.map(partner => this.engine.pair(id, partner)).filter(pair => pair !== undefined)]
  }

  private async storeAll() {
    const total = this.firms.size
    await this.store.reportRun(this.forum, this.version, total, 0)
    const written = new Set<string>()
    let batch: PairRow[] = []
    let done = 0
    const flush = async () => {
      if (batch.length) await this.store.storePairs(this.forum, batch, this.version)
      batch = []
      await this.store.reportRun(this.forum, this.version, total, done)
    }
    for (const { pairs } of this.engine.allPairs(KEPT)) {
      done++
      for (const pair of pairs) {
        const key = `${pair.pk} ${pair.kz}`
        if (!written.has(key)) batch.push(this.row(pair))
        written.add(key)
      }
      if (batch.length >= BATCH) await flush()
    }
    await flush()
    await this.store.dropOldPairs(this.forum, this.version)
  }
}

function* statementsOf(firms: readonly PublishedFirm[]): Generator<Statement> {
  for (const { listings } of firms)
    for (const { text, statedCode, confirmedCode } of listings) {
      const code = confirmedCode ?? statedCode
      if (code) yield { text, code, confirmed: Boolean(confirmedCode) }
    }
}
