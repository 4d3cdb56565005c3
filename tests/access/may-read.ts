import { identities, type Identity } from './world'

const everythingOf = (firm: string) => ['name', 'latin', 'registration', 'website', 'about', 'listing'].map(field => `canary-${firm}-${field}`)
const contactsOf = (firm: string) => ['person', 'role', 'email', 'phone'].map(field => `canary-${firm}-${field}`)
const organizersOf = (firm: string) => [...everythingOf(firm), ...contactsOf(firm), `canary-${firm}-note`, `canary-${firm}-review`]
const notesOf = (introduction: string) => [`canary-${introduction}-note-pk`, `canary-${introduction}-note-kz`, `canary-${introduction}-match`]
const bothSidesOf = (introduction: string) => [...notesOf(introduction), `canary-${introduction}-answer-pk`, `canary-${introduction}-answer-kz`, `canary-${introduction}-outcome`]

const ofFirmA = [
  ...everythingOf('A'), ...contactsOf('A'), 'canary-A-consent', 'canary-A-asker', ...contactsOf('connected'),
  'canary-waiting-note-pk', 'canary-waiting-answer-pk', 'canary-waiting-outcome', 'canary-done-note-pk', 'canary-done-answer-pk', 'canary-done-outcome',
]

/** Who may read which canary, over all tables and views together. What is not named here is a leak. */
export const mayRead: Record<Identity, string[]> = {
  visitor: [],
  ownerA: ofFirmA,
  memberA: ofFirmA,
  ownerB: [...everythingOf('B'), ...contactsOf('B'), 'canary-B-consent', 'canary-waiting-note-kz', 'canary-waiting-answer-kz', 'canary-waiting-outcome'],
  organizer: [...['A', 'B', 'connected', 'held', 'suggested'].flatMap(organizersOf), ...bothSidesOf('waiting'), ...bothSidesOf('done'), ...notesOf('held'), 'canary-sheet-cell'],
  otherOrganizer: [...['elsewhere', 'abroad'].flatMap(organizersOf), ...bothSidesOf('foreign'), 'canary-foreignsheet-cell'],
  removedOrganizer: [],
}

/** The canaries among any bytes, each once. */
export const canariesIn = (bytes: string): string[] => [...new Set((bytes.match(/canary-[A-Za-z]+-[a-z-]+/g) ?? []).map(found => found.replace(/-$/, '')))]

/** How many rows of each table and view, in the order of the identities. A relation that is not here fails the check: nobody has said who may read it. */
const rows: Record<string, readonly number[]> = {
  answers: [0, 2, 2, 1, 4, 2, 0],
  audit_log: [0, 0, 0, 0, 1, 1, 0],
  companies: [0, 1, 1, 1, 5, 2, 0],
  company_members: [0, 2, 2, 1, 3, 1, 0],
  company_notes: [0, 0, 0, 0, 5, 2, 0],
  company_reviews: [0, 0, 0, 0, 5, 2, 0],
  company_teasers: [7, 7, 7, 7, 7, 7, 7],
  company_merges: [0, 0, 0, 0, 1, 1, 0],
  consents: [0, 1, 1, 1, 0, 0, 0],
  contacts: [0, 2, 2, 1, 5, 2, 0],
  corridors: [5, 5, 5, 5, 5, 5, 5],
  decision_batch_pairs: [0, 0, 0, 0, 2, 2, 0],
  decision_batches: [0, 0, 0, 0, 2, 2, 0],
  duplicate_pairs: [0, 0, 0, 0, 1, 1, 0],
  engine_runs: [0, 0, 0, 0, 1, 1, 0],
  forum_figures: [2, 2, 2, 2, 2, 2, 2],
  forum_weights: [0, 0, 0, 0, 1, 1, 0],
  forums: [2, 2, 2, 2, 2, 2, 2],
  import_headings: [0, 0, 0, 0, 1, 1, 0],
  import_rows: [0, 0, 0, 0, 4, 1, 0],
  imports: [0, 0, 0, 0, 4, 1, 0],
  introduction_flags: [0, 0, 0, 0, 1, 1, 0],
  introduction_notes: [0, 2, 2, 1, 6, 2, 0],
  introductions: [0, 2, 2, 1, 3, 1, 0],
  join_requests: [0, 1, 1, 0, 0, 0, 0],
  listings: [0, 1, 1, 1, 5, 2, 0],
  matches: [0, 0, 0, 0, 4, 1, 0],
  memoranda: [0, 0, 0, 0, 1, 1, 0],
  memorandum_introductions: [0, 0, 0, 0, 1, 1, 0],
  memorandum_milestones: [0, 0, 0, 0, 1, 1, 0],
  organizers: [0, 0, 0, 0, 2, 2, 0],
  outcomes: [0, 2, 2, 1, 2, 1, 0],
  participations: [0, 1, 1, 1, 5, 2, 0],
  rounds: [0, 0, 0, 0, 1, 1, 0],
  queue_presence: [0, 0, 0, 0, 1, 1, 0],
  saved_filters: [0, 0, 0, 0, 1, 1, 0],
}

/** The rows an identity may read, as the battery tells them. */
export const rowsFor = (identity: Identity): string[] => Object.entries(rows).map(([name, counts]) => `[${name}: ${counts[identities.indexOf(identity)]}]`)
export const rowsIn = (bytes: string): string[] => bytes.match(/\[[a-z_]+: \d+\]/g) ?? []
