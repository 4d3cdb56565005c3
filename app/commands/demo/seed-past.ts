import { createEngine } from '~/core/matching/engine'
import { resolvedLinks } from '~/core/matching/links'
import { ENGINE_VERSION } from '~/core/matching/types'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { toEngineFirm, type PublishedFirm } from '~/features/matching/engine-firms'
import { toPairRow, type PairRow } from '~/features/matching/stored-pair'
import type { Json } from '~/platform/database.types'
import { readTransforms } from '~/platform/dictionary.server'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import { makePast, pairsOfThePast, type PastIntroduction, type PastPair } from './history'
import { demoMemoranda } from './memoranda'

const KEPT = 20

/** The forum's best pairs, scored by the engine itself. */
function bestPairs(firms: readonly PublishedFirm[], lexicon: Lexicon, statuses: Map<string, string>): PairRow[] {
  const byId = new Map(firms.map(firm => [firm.company.id, firm]))
  const engine = createEngine({ linkListing: resolvedLinks(lexicon), transforms: parseTransforms(readTransforms()).transforms.edges })
  for (const firm of firms) engine.upsert(toEngineFirm(firm))
  const found = new Map<string, PairRow>()
  for (const { pairs } of engine.allPairs(KEPT))
    for (const pair of pairs) found.set(`${pair.pk} ${pair.kz}`, toPairRow(pair, byId.get(pair.pk)!, byId.get(pair.kz)!, corridor => statuses.get(corridor)))
  return [...found.values()]
}

interface Past {
  db: Db
  forum: string
  now: Date
  lexicon: Lexicon
  firms: readonly PublishedFirm[]
  /** Firms that people sign in as have no past: theirs begins with whoever tries the demonstration. */
  mayHavePast: (company: string) => boolean
  organizers: readonly { id: string; name: string }[]
  idOf: (name: string) => string
}

async function writePair({ db, forum, organizers, idOf }: Past, past: PastPair): Promise<string | null> {
  const { pair, introduction } = past
  const decider = organizers[past.decider]!
  const [match] = answered(
    await db.from('matches').upsert(
      {
        forum_id: forum, pk_company: pair.pk, kz_company: pair.kz, state: past.state, score: pair.score, points: pair.points as unknown as Json, reasons: pair.reasons as unknown as Json, warnings: pair.warnings,
        deal_type: pair.deal_type, sector: pair.sector, engine_version: ENGINE_VERSION, created_at: past.createdAt, snoozed_until: past.snoozedUntil, reject_reason: past.rejectReason,
        ...(past.state !== 'snoozed' && { decided_by: decider.id, decided_by_name: decider.name, decided_at: past.decidedAt }),
      },
      { onConflict: 'forum_id,pk_company,kz_company' },
    ).select('id'),
  )
  return introduction ? writeIntroduction({ db, forum, idOf }, past, introduction, match!.id, decider.id) : null
}

async function writeIntroduction({ db, forum, idOf }: Pick<Past, 'db' | 'forum' | 'idOf'>, { pair, decidedAt }: PastPair, past: PastIntroduction, match: string, decider: string): Promise<string> {
  const id = idOf(`introduction ${pair.pk} ${pair.kz}`)
  answered(
    await db.from('introductions').upsert({
      id, forum_id: forum, match_id: match, pk_company: pair.pk, kz_company: pair.kz, mode: 'double_opt_in', state: past.state, reasons: pair.reasons as unknown as Json, deal_type: pair.deal_type,
      send_after: past.sentAt, sent_at: past.sentAt, expires_at: past.expiresAt, nudged_at: past.sentAt, connected_at: past.connectedAt, closed_at: past.closedAt, created_by: decider, created_at: decidedAt,
    }),
  )
  const side = { pk: pair.pk, kz: pair.kz }
  if (past.answers.length)
    answered(await db.from('answers').upsert(past.answers.map(({ side: of, at, ...answer }) => ({ ...answer, introduction_id: id, company_id: side[of], via: 'mail', answered_at: at }))))
  if (past.outcomes.length)
    answered(
      await db.from('outcomes').upsert(
        past.outcomes.map(({ usd, on, ...outcome }) => ({
          ...outcome, id: idOf(`outcome ${id} ${outcome.kind}`), introduction_id: id, value_usd: usd, happened_on: on, reported_by: decider, company_id: outcome.evidence === 'customs_verified' ? null : pair.kz,
        })),
      ),
    )
  return id
}

async function writeMemoranda({ db, forum, now, idOf }: Past, connected: readonly string[]): Promise<void> {
  let from = 0
  for (const one of demoMemoranda) {
    const id = idOf(`memorandum ${one.title}`)
    answered(
      await db.from('memoranda').upsert({
        id, forum_id: forum, title: one.title, area: one.area, pk_party: one.pk, kz_party: one.kz, signed_on: one.signed, expires_on: one.expires, source: 'Invented for the demonstration',
        closed_as: one.closed, closed_at: one.closed ? now.toISOString() : null,
      }),
    )
    answered(await db.from('memorandum_milestones').upsert(one.steps.map(([what, due, done], i) => ({ memorandum_id: id, position: i + 1, what, due_on: due, done_on: done }))))
    const links = connected.slice(from, from + one.carriedBy)
    from += one.carriedBy
    if (links.length) answered(await db.from('memorandum_introductions').upsert(links.map(introduction => ({ memorandum_id: id, introduction_id: introduction }))))
  }
}

/** Writes what the forum has behind it. Ids follow from names: running again completes what is missing. */
export async function seedPast(past: Past): Promise<number> {
  const statuses = new Map(answered(await past.db.from('corridors').select('id, status')).map(row => [row.id, row.status]))
  const pairs = makePast(pairsOfThePast(bestPairs(past.firms, past.lexicon, statuses), past.mayHavePast), past.now)
  const connected: string[] = []
  for (const pair of pairs) {
    const introduction = await writePair(past, pair)
    if (introduction && pair.introduction?.state === 'connected') connected.push(introduction)
  }
  await writeMemoranda(past, connected)
  return pairs.length
}
