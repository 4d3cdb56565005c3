import type { Country } from '~/core/companies/country'
import type { Kind } from '~/core/companies/kinds'
import type { Direction } from '~/core/companies/profile'
import type { Sector } from '~/core/companies/sectors'
import type { Locale } from '~/core/locale'

export type VolumeBand = 'small' | 'medium' | 'large'

/** A listing as anyone may see it: what it means, of which kind, in what band of volume. None of the firm's own words. */
export type TeaserListing = { direction: Direction; kind: Kind; code: string | null; volume: VolumeBand | null; unit: string | null }

/** A firm as anyone may see it. Its name only if it agreed. */
export type Teaser = {
  id: string
  country: Country
  region: string | null
  sectors: Sector[]
  isDemo: boolean
  name: { native: string | null; latin: string | null; locale: Locale | null } | null
  listings: TeaserListing[]
}

/** The edition of the event that the public pages speak of. */
export type PublicForum = { id: string; name: string; hostCity: string; startsOn: string; endsOn: string; isDemo: boolean; deskEmail: string }

export type CorridorState = 'open' | 'restricted' | 'closed'
export type Corridor = { id: string; legs: string[]; status: CorridorState; asOf: string; source: string }

/** Sums of a forum; money in US dollars, apart by what proves it. */
/** What trade is measured against, as organizers have set it: the figure that is reckoned with, and who said it when. */
export type Measure = { usd: number; saidBy: string; saidOn: string }
export type Measures = { baseline: Measure | null; target: Measure | null }

export type ForumCounts = {
  companies: Record<Country, number>
  introductions: number
  answered: number
  connected: number
  met: number
  usd: { claimed: number; documented: number; verified: number }
}
