import type { I18n } from '@lingui/core'

import { countries, employeeBands } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import type { ShortReason } from '~/core/matching/propose-round'
import { gini } from '~/core/progress/gini'
import { formatNumber } from '~/i18n/format.server'
import { countryName, profileStateName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import type { ExposedFirm } from './rounds.store.server'
import { helpFor, helpSentence, helps, shortReasonName, type Help } from './shortage'
import { sectorWords } from './words'

type Reader = { i18n: I18n; locale: Locale; forum: { floor: number; cap: number; unansweredCap: number } }

/** By what the firms are put together. */
export const exposureGroups = ['country', 'sector', 'region', 'size'] as const
export type ExposureGroup = (typeof exposureGroups)[number]

const STARVED_SHOWN = 200

const groupName = (i18n: I18n, group: ExposureGroup): string =>
  ({ country: i18n._('Country'), sector: i18n._('Sector'), region: i18n._('Region'), size: i18n._('People') })[group]

function valueName(i18n: I18n, group: ExposureGroup, value: string | null): string {
  if (value === null) return i18n._('Not stated')
  if (group === 'country') return countryName(i18n, value as 'PK' | 'KZ')
  if (group === 'sector') return sectorWords(i18n, value)
  return group === 'region' ? regionName(i18n, value) : value.replace('-', '–')
}

/** What a firm has before it: suggestions that wait, and introductions made. */
const shownTo = (firm: ExposedFirm) => firm.suggested + firm.introduced

/** Why a firm is shown too little; null where it has its floor. */
export function starvedBy(firm: ExposedFirm, { floor, unansweredCap }: Reader['forum']): ShortReason | null {
  if (shownTo(firm) >= floor && (firm.introduced >= floor || firm.validatedCounterparts + firm.introduced >= floor || firm.suggested >= 20)) return null
  if (!firm.reachable) return 'unreachable'
  if (firm.unanswered >= unansweredCap) return 'unanswered'
  if (shownTo(firm) === 0) return 'no_counterparts'
  return shownTo(firm) >= floor ? 'counterparts_not_validated' : 'few_counterparts'
}

/** A firm that is not validated gets nothing, whatever its counterparts. */
const stepFor = (firm: ExposedFirm, why: ShortReason): Help =>
  firm.state === 'published' ? 'validate_firm' : helpFor(why, { understood: firm.understood >= firm.listings, completeness: firm.completeness })

function groupRows({ i18n, locale, forum }: Reader, firms: readonly ExposedFirm[], group: ExposureGroup) {
  const order: readonly string[] = group === 'country' ? countries : group === 'size' ? employeeBands : []
  const byValue = new Map<string | null, ExposedFirm[]>()
  for (const firm of firms) byValue.set(firm[group], [...(byValue.get(firm[group]) ?? []), firm])
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  return [...byValue]
    .sort(([a, some], [b, others]) => (order.length ? order.indexOf(a ?? '') - order.indexOf(b ?? '') : others.length - some.length))
    .map(([value, members]) => {
      const sum = (of: (firm: ExposedFirm) => number) => members.reduce((total, firm) => total + of(firm), 0)
      const covered = members.filter(firm => shownTo(firm) >= forum.floor).length
      return {
        label: valueName(i18n, group, value), firms: number(members.length),
        covered: number(covered), coverage: `${number((100 * covered) / members.length)} %`,
        over: number(members.filter(firm => firm.introduced > forum.cap).length),
        suggested: number(sum(firm => firm.suggested) / members.length, 1), approved: number(sum(firm => firm.approved) / members.length, 1),
        introduced: number(sum(firm => firm.introduced) / members.length, 1), gini: number(gini(members.map(shownTo)), 2),
      }
    })
}

/** Who is shown how much, put together by one property; and who starves, with what would help. */
export function exposureView(reader: Reader, firms: readonly ExposedFirm[], group: ExposureGroup) {
  const { i18n, locale, forum } = reader
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const starved = firms
    .flatMap(firm => {
      const why = starvedBy(firm, forum)
      return why ? [{ firm, why, help: stepFor(firm, why) }] : []
    })
    .sort((a, b) => shownTo(a.firm) - shownTo(b.firm) || helps.indexOf(a.help) - helps.indexOf(b.help))
  const covered = firms.filter(firm => shownTo(firm) >= forum.floor).length
  return {
    group,
    groups: exposureGroups.map(name => ({ name, label: groupName(i18n, name) })),
    figures: [
      { label: i18n._('Firms'), value: number(firms.length) },
      { label: i18n._('With the floor of {floor} or more', { floor: number(forum.floor) }), value: `${number(covered)} (${number(firms.length ? (100 * covered) / firms.length : 100)} %)` },
      { label: i18n._('Introduced more often than the cap of {cap}', { cap: number(forum.cap) }), value: number(firms.filter(firm => firm.introduced > forum.cap).length) },
      { label: i18n._('Gini of suggestions'), value: number(gini(firms.map(shownTo)), 2) },
      { label: i18n._('Gini of introductions'), value: number(gini(firms.map(firm => firm.introduced)), 2) },
    ],
    rows: groupRows(reader, firms, group),
    starvedTitle: i18n._('{count, plural, one {# firm is shown too little} other {# firms are shown too little}}', { count: starved.length }),
    starvedMore: starved.length > STARVED_SHOWN ? i18n._('And {count} more.', { count: number(starved.length - STARVED_SHOWN) }) : null,
    starved: starved.slice(0, STARVED_SHOWN).map(({ firm, why, help }) => ({
      id: firm.id, country: firm.country, native: firm.native, latin: firm.latin, locale: firm.locale, waiting: firm.state === 'published' ? profileStateName(i18n, firm.state) : null,
      suggested: number(firm.suggested), introduced: number(firm.introduced), why: shortReasonName(i18n, why), help: helpSentence(i18n, help, firm),
    })),
    helps: helps.flatMap(help => {
      const count = starved.filter(one => one.help === help).length
      return count ? [{ help, count: number(count) }] : []
    }),
  }
}
export type ExposureView = ReturnType<typeof exposureView>

/** A row a firm, for a spreadsheet. */
export function exposureSheet({ i18n, forum }: Reader, firms: readonly ExposedFirm[]) {
  return {
    head: [
      i18n._('Country'), i18n._('Name'), i18n._('Name in Latin letters'), i18n._('State'), i18n._('Sector'), i18n._('Region'), i18n._('People'), i18n._('Suggested'), i18n._('Approved'),
      i18n._('Introduced'), i18n._('Unanswered'), i18n._('Connected'), i18n._('Complete, %'), i18n._('Shown too little: why'), i18n._('What would help'),
    ],
    rows: firms.map(firm => {
      const why = starvedBy(firm, forum)
      return [
        countryName(i18n, firm.country), firm.native, firm.latin, profileStateName(i18n, firm.state), sectorWords(i18n, firm.sector), firm.region ? regionName(i18n, firm.region) : '', firm.size,
        firm.suggested, firm.approved, firm.introduced, firm.unanswered, firm.connected, firm.completeness,
        why ? shortReasonName(i18n, why) : '', why ? helpSentence(i18n, stepFor(firm, why), firm) : '',
      ]
    }),
  }
}
