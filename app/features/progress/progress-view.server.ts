import type { I18n } from '@lingui/core'
import { scaleLinear, scaleQuantize } from 'd3-scale'

import { countries } from '~/core/companies/country'
import { sectors } from '~/core/companies/sectors'
import type { Locale } from '~/core/locale'
import { gini } from '~/core/progress/gini'
import { formatNumber, formatUsd } from '~/i18n/format.server'
import { countryName, sectorName } from '~/i18n/words/companies'
import { evidenceLevels, evidenceName, outcomeKindName, outcomeKinds } from '~/i18n/words/matches'
import { funnelSteps, type ExposedFirm, type FunnelStep, type ProgressFacts } from './progress.store.server'

type Reader = { i18n: I18n; locale: Locale; forum: { floor: number; cap: number } }

/** Width of the bars' drawing, in its own units. */
const BAR_WIDTH = 400

const stepName = (i18n: I18n, step: FunnelStep): string =>
  ({
    suggested: i18n._('Suggested'), approved: i18n._('Approved'), sent: i18n._('Sent'), answered: i18n._('Answered'), connected: i18n._('Connected'), met: i18n._('Outcome reported'),
    agreed: i18n._('Agreed or signed'),
  })[step]

/** What would help a firm that is shown too little. */
function helpFor(i18n: I18n, firm: ExposedFirm): string {
  if (firm.listings > firm.coded) return i18n._('A listing was not understood: confirm its meaning.')
  if (firm.completeness < 60) return i18n._('The profile is thin: ask for volumes, certificates and languages.')
  return firm.country === 'PK' ? i18n._('Too few counterparts: recruit firms from Kazakhstan in this sector.') : i18n._('Too few counterparts: recruit firms from Pakistan in this sector.')
}

function heatOf({ i18n, locale }: Reader, meetings: ProgressFacts['meetings']) {
  const used = (side: 'pk' | 'kz') => sectors.filter(sector => meetings.some(cell => cell[side] === sector))
  const most = Math.max(1, ...meetings.map(cell => cell.pairs))
  const shade = scaleQuantize<number>().domain([1, Math.max(2, most)]).range([1, 2, 3, 4, 5])
  const columns = used('kz')
  return {
    columns: columns.map(sector => sectorName(i18n, sector)),
    rows: used('pk').map(pk => ({
      label: sectorName(i18n, pk),
      cells: columns.map(kz => {
        const cell = meetings.find(one => one.pk === pk && one.kz === kz)
        return cell ? { shown: formatNumber(locale, cell.pairs), shade: shade(cell.pairs) } : null
      }),
    })),
  }
}

/** The figures of the forum as its page shows them. */
export function progressView(reader: Reader, facts: ProgressFacts) {
  const { i18n, locale, forum } = reader
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const width = scaleLinear().domain([0, Math.max(1, facts.funnel.suggested)]).range([0, BAR_WIDTH])
  const shown = (firm: ExposedFirm) => firm.suggested + firm.introduced
  const starved = facts.exposure.filter(firm => shown(firm) < forum.floor)
  return {
    barWidth: BAR_WIDTH,
    funnel: funnelSteps.map(step => ({ step, label: stepName(i18n, step), shown: number(facts.funnel[step]), width: Math.round(width(facts.funnel[step]) * 10) / 10 })),
    hours: facts.hours === null ? null : number(facts.hours, 1),
    bands: facts.bands.map(band => ({ label: `${band.from}–${band.from + 9}`, sent: number(band.sent), yes: number(band.yes), rate: `${number((100 * band.yes) / Math.max(1, band.sent))} %` })),
    exposure: {
      gini: number(gini(facts.exposure.map(shown)), 2),
      coverage: countries.map(country => {
        const firms = facts.exposure.filter(firm => firm.country === country)
        return {
          label: countryName(i18n, country), firms: number(firms.length), floor: number(firms.filter(firm => shown(firm) >= forum.floor).length),
          over: number(firms.filter(firm => shown(firm) > forum.cap).length), mean: number(firms.reduce((sum, firm) => sum + shown(firm), 0) / Math.max(1, firms.length), 1),
        }
      }),
      starved: starved.map(firm => ({ id: firm.id, country: firm.country, native: firm.native, latin: firm.latin, locale: firm.locale, shown: number(shown(firm)), help: helpFor(i18n, firm) })),
    },
    heat: heatOf(reader, facts.meetings),
    ledger: {
      levels: evidenceLevels.map(level => evidenceName(i18n, level)),
      rows: outcomeKinds.map(kind => ({
        label: outcomeKindName(i18n, kind),
        cells: evidenceLevels.map(level => {
          const entry = facts.ledger.find(one => one.kind === kind && one.evidence === level)
          return entry ? `${number(entry.count)} · ${formatUsd(locale, Number(entry.usd))}` : '–'
        }),
      })),
    },
  }
}
export type ProgressView = ReturnType<typeof progressView>

/** Who was shown how much, for a spreadsheet. */
export function exposureTable({ i18n }: Reader, facts: ProgressFacts) {
  return {
    head: [i18n._('Country'), i18n._('Name'), i18n._('Name in Latin letters'), i18n._('Suggested'), i18n._('Introduced'), i18n._('Connected'), i18n._('Complete, %')],
    rows: facts.exposure.map(firm => [countryName(i18n, firm.country), firm.native, firm.latin, firm.suggested, firm.introduced, firm.connected, firm.completeness]),
  }
}
