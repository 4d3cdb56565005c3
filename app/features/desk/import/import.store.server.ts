import type { FirmTraces } from '~/core/companies/duplicates'
import type { Country } from '~/core/companies/country'
import type { Mapping } from '~/core/import/fields'
import type { Wrong } from '~/core/import/read-firm'
import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

export type ImportState = 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'
export const verdicts = ['new', 'updated', 'unchanged', 'duplicate', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]
/** What became of a row: it went in, was left since somebody registered it meanwhile, or, after an undo, went or stayed and why. */
export const outcomes = ['applied', 'taken', 'undone', 'edited', 'claimed', 'decided', 'gone'] as const
export type Outcome = (typeof outcomes)[number]
export type ImportCounts = Partial<Record<Verdict | Outcome | 'invited', number>>

/** Why a row is left: what it is the same as. */
export type Twin = { reason: 'in_file' | 'likely' | 'other_forum' | 'own_people' | 'suspended'; row?: number; company?: string; name?: string }

export type ImportSum = { id: string; fileName: string; state: ImportState; total: number; counts: ImportCounts; createdAt: string; appliedAt: string | null; by: string | null }
export type ImportFacts = ImportSum & {
  forum: string
  done: number
  headings: string[]
  mapping: Mapping
  country: Country | null
  movedAt: string
  samples: string[][]
  remembered: Record<string, string>
  sameFile: { id: string; at: string } | null
}
export type ImportRow = { row: number; verdict: Verdict | null; wrong: Wrong[]; twin: Twin | null; outcome: Outcome | null; company: string | null; name: string | null; cells: string[] | null }
export type JudgedRow = { row: number; wrong: Wrong[]; firm: Json; twin: Twin | null }
export type Progress = { state: ImportState | 'inviting' | 'invited'; done: number; counts: ImportCounts }

/** What importing needs of the database. Refusals are thrown as `DatabaseRefusal`. */
export interface ImportDesk {
  list(forum: string): Promise<ImportSum[]>
  one(id: string): Promise<ImportFacts>
  /** Rows after a row: of a verdict or outcome, or all of them with their cells. */
  rows(id: string, kind: Verdict | Outcome | 'cells', after?: number, size?: number): Promise<ImportRow[]>
  begin(forum: string, file: { name: string; hash: string; headings: string[] }): Promise<string>
  addRows(id: string, rows: { row: number; cells: string[] }[]): Promise<void>
  /** A dry run begins. `meanings`: heading key to field, for the next time. */
  check(id: string, mapping: Mapping, country: Country | null, meanings: Record<string, string>): Promise<void>
  judge(id: string, rows: JudgedRow[]): Promise<void>
  finishCheck(id: string): Promise<void>
  apply(id: string, size?: number): Promise<Progress>
  undo(id: string, size?: number): Promise<Progress>
  /** Invites the next firms' contacts to claim their profiles; `invited` when there are none left. */
  invite(id: string): Promise<Progress>
  /** What every firm of the forum is known by. */
  traces(forum: string): Promise<FirmTraces[]>
}

const TRACES_PAGE = 1000

export function importDesk(db: Db): ImportDesk {
  return {
    list: async forum => answered(await db.rpc('desk_imports', { forum })) as unknown as ImportSum[],
    one: async id => answered(await db.rpc('desk_import', { import: id })) as unknown as ImportFacts,
    rows: async (id, kind, after = 0, size = 100) => answered(await db.rpc('desk_import_rows', { import: id, of_kind: kind, after, page_size: size })) as unknown as ImportRow[],
    begin: async (forum, { name, hash, headings }) => answered(await db.rpc('begin_import', { forum, file_name: name, file_hash: hash, headings })),
    addRows: async (id, rows) => void answered(await db.rpc('add_import_rows', { import: id, items: rows })),
    check: async (id, mapping, country, meanings) => void answered(await db.rpc('check_import', { import: id, mapping, of_country: country as string, meanings })),
    judge: async (id, rows) => void answered(await db.rpc('judge_import_rows', { import: id, judged: rows as unknown as Json })),
    finishCheck: async id => void answered(await db.rpc('finish_import_check', { import: id })),
    apply: async (id, size) => answered(await db.rpc('apply_import', { import: id, size })) as unknown as Progress,
    undo: async (id, size) => answered(await db.rpc('undo_import', { import: id, size })) as unknown as Progress,
    invite: async id => answered(await db.rpc('invite_imported', { import: id })) as unknown as Progress,
    async traces(forum) {
      const found: FirmTraces[] = []
      for (let after: string | undefined; ; after = found.at(-1)?.id) {
        const page = answered(await db.rpc('firm_traces', { forum, after, page_size: TRACES_PAGE })) as unknown as FirmTraces[]
        found.push(...page)
        if (page.length < TRACES_PAGE) return found
      }
    },
  }
}
