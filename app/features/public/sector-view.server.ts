import type { Country } from '~/core/companies/country'
import type { Sector } from '~/core/companies/sectors'
import { labelOf, type Dictionary } from '~/core/taxonomy/dictionary'
import { formatNumber } from '~/i18n/format.server'
import { kindName, prerequisiteName, volumeBandName } from '~/i18n/words/companies'
import { dealTypeName } from '~/i18n/words/matches'
import { sectorSheetOf, type Meeting, type SheetLine } from './meeting-points'
import type { OpenTable } from './open-table.server'
import { prerequisiteAbout } from './sector-about'
import type { LineView, MeetingView, SectorView } from './sector-page'
import type { Reader } from './views.server'

const MOST_LINES = 12
const MOST_MEETINGS = 10

function mergedByMeaning(meetings: readonly Meeting[]): Meeting[] {
  const merged = new Map<string, Meeting>()
  for (const meeting of meetings) {
    const key = [meeting.brought, meeting.sought, meeting.deal].join(' ')
    const known = merged.get(key)
    merged.set(key, known ? { ...known, pairs: known.pairs + meeting.pairs } : meeting)
  }
  return [...merged.values()].sort((a, b) => b.pairs - a.pairs)
}

/** A sector's page in the reader's words. `seeker` keeps only what companies of that sector seek. */
export function sectorView({ i18n, locale }: Reader, table: OpenTable, dictionary: Dictionary, sector: Sector, seeker: Sector | null): SectorView {
  const sheet = sectorSheetOf(table.teasers, table.meetings, sector)
  const label = (code: string) => labelOf(dictionary, code, locale)
  const line = ({ code, kinds, volumes, listings }: SheetLine): LineView => ({
    code,
    label: label(code),
    kinds: kinds.map(kind => kindName(i18n, kind)),
    volumes: volumes.map(band => volumeBandName(i18n, band)).join(', '),
    listings: i18n._('{count, plural, one {# listing} other {# listings}}', { count: listings }),
  })
  const side = (country: Country) => ({ brings: sheet.sides[country].brings.slice(0, MOST_LINES).map(line), seeks: sheet.sides[country].seeks.slice(0, MOST_LINES).map(line) })
  const meetings = (from: Country): MeetingView[] =>
    mergedByMeaning(sheet.meetings[from].filter(meeting => !seeker || meeting.seeker === seeker))
      .slice(0, MOST_MEETINGS)
      .map(({ brought, sought, deal, pairs }) => ({ brought: label(brought), sought: label(sought), deal: dealTypeName(i18n, deal), pairs: formatNumber(locale, pairs) }))
  return {
    firms: { PK: formatNumber(locale, sheet.firms.PK), KZ: formatNumber(locale, sheet.firms.KZ) },
    sides: { PK: side('PK'), KZ: side('KZ') },
    meetings: { PK: meetings('PK'), KZ: seeker ? [] : meetings('KZ') },
    deals: sheet.deals.map(deal => dealTypeName(i18n, deal)),
    prerequisites: sheet.prerequisites.map(paper => ({ name: prerequisiteName(i18n, paper), about: prerequisiteAbout(i18n, paper) })),
    demo: table.forum?.isDemo ?? false,
  }
}
