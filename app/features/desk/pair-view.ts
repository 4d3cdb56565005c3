import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import type { MatchState, ProfileState } from '~/core/transitions'
import type { Flag } from './desk-facts'

/** The mail one side would get, in few lines and in its language. */
export type MailPreview = { locale: Locale; dir: 'ltr' | 'rtl'; subject: string; lines: string[]; buttons: string[] }

/** A pair as the screen shows it: every word and figure already in the reader's language, made on the server. */
export type Cell = { key: string; value: string; /** The language the value is written in, where it is a firm's own words. */ lang?: string; more?: string }

export type ComparisonRow = { id: string; label: string; points: number; shown: string; left: Cell[]; right: Cell[] }

export type BarSegment = { label: string; shown: string; points: number; /** Per cent of the track. */ start: number; width: number; negative: boolean }

export type FirmView = {
  id: string
  country: Country
  native: string | null
  latin: string | null
  locale: Locale | null
  /** 'Sialkot, Punjab · 50–249 people · founded 1998' */
  facts: string
  state: ProfileState
  stateName: string
  isDemo: boolean
  /** It has as many unanswered introductions as the forum allows. */
  full: string | null
  /** Why its address is not written to. */
  unreachable: string | null
}

export type PairView = {
  id: string
  state: MatchState
  stateName: string
  score: number
  subject: string
  rules: string
  tags: { flag: Flag; name: string; sentence: string }[]
  lookers: string | null
  /** What was decided, by whom, when. */
  decided: string | null
  decidable: boolean
  undoable: boolean
  /** The first of two approvals is given; what is wanted now. */
  secondKey: string | null
  pk: FirmView
  kz: FirmView
  bar: BarSegment[]
  rows: ComparisonRow[]
  mail: { when: string; to: { country: Country; firm: string; line: string; preview: MailPreview | null }[]; introduction: string | null }
  history: { when: string; what: string }[]
}
