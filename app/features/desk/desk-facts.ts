import type { Company, Contact, Listing } from '~/core/companies/profile'
import type { Locale } from '~/core/locale'
import type { PointRow, Reason } from '~/core/matching/types'
import type { Country } from '~/core/companies/country'
import type { IntroductionState, MatchState } from '~/core/transitions'
import type { CorridorStatus } from '~/features/introductions/outbox/material'
import type { RejectReason } from '~/i18n/words/matches'

/** What the database tells the desk, as it tells it: codes and ISO times; words and figures are the views'. */

export type Forum = {
  id: string
  slug: string
  name: string
  hostCity: string
  /** `2026-12-08` */
  startsOn: string
  endsOn: string
  languages: string[]
  mode: 'double_opt_in' | 'direct'
  dualKey: boolean
  undoMinutes: number
  floor: number
  cap: number
  unansweredCap: number
  nudgeDays: number
  expireDays: number
  isDemo: boolean
}

export type Organizer = { userId: string; name: string; country: Country; role: 'lead' | 'organizer'; forum: Forum }

export type DeskCounts = { waiting: number; snoozed: number; decidedToday: number; introductions: number; companies: number; toValidate: number }

/** What an organizer should know before deciding. */
export const flags = [
  'stale', 'not_validated', 'no_shared_language', 'corridor_closed', 'corridor_restricted', 'missing_certificate', 'thin_profile', 'old_profile', 'suppressed', 'already_met',
] as const
export type Flag = (typeof flags)[number]

export type Names = { native: string | null; latin: string | null; locale: Locale | null }

export type QueueRow = {
  id: string
  state: MatchState
  score: number
  sector: string | null
  deal: string | null
  createdAt: string
  snoozedUntil: string | null
  decidedBy: string | null
  decidedAt: string | null
  rejectReason: RejectReason | null
  flags: Flag[]
  pk: Names
  kz: Names
  lookers: string[]
}
/** Filters of the queue that the caller kept by name. */
export type SavedFilter = { id: string; name: string; query: string }

export type QueuePage = { total: number; before: number; rows: QueueRow[] }

export type DeskFirm = Company & {
  listings: Listing[]
  contact: (Pick<Contact, 'name' | 'roleTitle' | 'email' | 'phone' | 'locale'> & { suppressed: 'bounce' | 'complaint' | 'unsubscribe' | null }) | null
  /** Introductions in this forum that the firm has not answered yet. */
  unanswered: number
}

export type HistoryEntry = { at: string; action: string; by: string | null; kind: string; after: Record<string, unknown> | null }
/** An entry about the forum itself also says what it was about and how that stood before. */
export type ForumEntry = HistoryEntry & { subject: string; before: Record<string, unknown> | null }

export type PairFacts = {
  id: string
  forum: string
  state: MatchState
  score: number
  points: PointRow[]
  reasons: Reason[]
  sector: string | null
  deal: string | null
  engineVersion: string
  scoredAt: string
  createdAt: string
  snoozedUntil: string | null
  decidedBy: string | null
  decidedAt: string | null
  rejectReason: RejectReason | null
  rejectNote: string | null
  firstApprover: { name: string; country: Country; me: boolean } | null
  flags: Flag[]
  lookers: string[]
  pk: DeskFirm
  kz: DeskFirm
  introduction: { id: string; state: IntroductionState; mode: 'double_opt_in' | 'direct'; sendAfter: string; onHold: boolean } | null
  /** The state of every corridor, for the mails. */
  corridors: CorridorStatus[]
  history: HistoryEntry[]
}

export type BatchReport = {
  id: string
  decision: 'approve' | 'reject' | 'snooze'
  done: number
  undone: boolean
  sendAfter: string | null
  refused: { match: string; reason: string; pk: string; kz: string }[]
}
