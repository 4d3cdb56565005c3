import { type Code } from './codes'

/** What the firms' own codes say a phrase means. */
export interface Taught {
  /** Headings with how many listings gave them; confirmed codes count more than stated ones. */
  counts: ReadonlyMap<Code, number>
  total: number
}
