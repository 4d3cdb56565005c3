import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { createEngine } from '~/core/matching/engine'
import type { LinkListing } from '~/core/matching/links'
import { DEFAULT_WEIGHTS, sharesOf, WEIGHED_SIGNALS, weightsOf, type Shares } from '~/core/matching/weights'
import type { Transform } from '~/core/taxonomy/transforms'
import { toEngineFirm, type PublishedFirm } from '~/features/matching/engine-firms'
import { formatDateTime, formatNumber } from '~/i18n/format.server'
import { signalName } from '~/i18n/words/matches'
import type { SamplePair, SavedWeights } from './settings.store.server'
import { signed } from './why-bar'

/** Pairs on which a change is tried. */
export const SAMPLE = 20
/** Without goods that fit, nothing else matters. */
const LEAST_PRODUCT = 10

type Reader = { i18n: I18n; locale: Locale }

/** The shares an address or a form names; null where it names none. What is missing or no number counts nothing. */
export function readShares(query: { get(name: string): unknown }): Shares | null {
  if (WEIGHED_SIGNALS.every(signal => query.get(signal) === null)) return null
  return Object.fromEntries(WEIGHED_SIGNALS.map(signal => [signal, Math.max(0, Math.min(100, Math.trunc(Number(query.get(signal)) || 0)))])) as Shares
}

/** Why these shares cannot be used, or null. */
export function troubleWith({ i18n, locale }: Reader, shares: Shares): string | null {
  const sum = WEIGHED_SIGNALS.reduce((total, signal) => total + shares[signal], 0)
  if (sum !== 100) return i18n._('Together they make {sum} %: they must make 100 %.', { sum: formatNumber(locale, sum) })
  return shares.product < LEAST_PRODUCT ? i18n._('The product fit needs {least} % at least: without goods that fit, nothing else matters.', { least: formatNumber(locale, LEAST_PRODUCT) }) : null
}

/** The shares in force: the last saved, else the engine's own. */
export const sharesInForce = (history: readonly SavedWeights[]): Shares => history[0]?.share ?? sharesOf(DEFAULT_WEIGHTS)

/** What a change of weights does to some pairs: the very engine scores them twice. */
export function compareWeights(pairs: readonly SamplePair[], firms: readonly PublishedFirm[], before: Shares, after: Shares, linkListing: LinkListing, transforms: readonly Transform[]) {
  const scored = [before, after].map(shares => {
    const engine = createEngine({ linkListing, transforms, weights: weightsOf(1, shares) })
    for (const firm of firms) engine.upsert(toEngineFirm(firm))
    const exact = new Map(pairs.map(({ id, pk, kz }) => [id, engine.pair(pk, kz)?.exact ?? 0]))
    const order = [...pairs].sort((a, b) => exact.get(b.id)! - exact.get(a.id)! || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
    return { score: (id: string) => Math.round(exact.get(id)!), place: (id: string) => order.indexOf(id) + 1 }
  }) as [Scored, Scored]
  return pairs
    .map(pair => ({ pair, before: scored[0].score(pair.id), after: scored[1].score(pair.id), from: scored[0].place(pair.id), to: scored[1].place(pair.id) }))
    .sort((a, b) => a.to - b.to)
}
type Scored = { score: (id: string) => number; place: (id: string) => number }

/** The page of weights: the form's rows, the effect, the versions so far. */
export function weightsView(reader: Reader, history: readonly SavedWeights[], wanted: Shares, compared: ReturnType<typeof compareWeights>, run: { total: number; done: number } | null) {
  const { i18n, locale } = reader
  const inForce = sharesInForce(history)
  const asQuery = (shares: Shares) => `?${new URLSearchParams(WEIGHED_SIGNALS.map(signal => [signal, String(shares[signal])])).toString()}`
  return {
    basedOn: history[0]?.version ?? 0,
    changed: WEIGHED_SIGNALS.some(signal => wanted[signal] !== inForce[signal]),
    rows: WEIGHED_SIGNALS.map(signal => ({ signal, label: signalName(i18n, signal), value: wanted[signal], now: `${formatNumber(locale, inForce[signal])} %` })),
    trouble: troubleWith(reader, wanted),
    effect: compared.map(({ pair, before, after, from, to }) => ({
      id: pair.id, pk: pair.pkNames, kz: pair.kzNames, before, after, change: signed(after - before), tone: after > before ? 'pos' : after < before ? 'neg' : 'same', place: from === to ? String(to) : `${from} → ${to}`,
    })),
    moved: i18n._('{count, plural, one {# of these pairs changes its place} other {# of these pairs change their places}}', { count: compared.filter(row => row.from !== row.to).length }),
    running: run && run.done < run.total ? i18n._('Pairs are being scored anew: {done} of {total} firms.', { done: formatNumber(locale, run.done), total: formatNumber(locale, run.total) }) : null,
    history: [
      ...history.map(saved => ({
        label: i18n._('Version {version}', { version: formatNumber(locale, saved.version) }), by: saved.by ?? '', when: formatDateTime(locale, saved.at), shares: sharesLine(reader, saved.share), query: asQuery(saved.share),
      })),
      { label: i18n._('The engine’s own'), by: '', when: '', shares: sharesLine(reader, sharesOf(DEFAULT_WEIGHTS)), query: asQuery(sharesOf(DEFAULT_WEIGHTS)) },
    ],
  }
}
export type WeightsView = ReturnType<typeof weightsView>

const sharesLine = ({ i18n, locale }: Reader, shares: Shares): string => WEIGHED_SIGNALS.map(signal => `${signalName(i18n, signal)} ${formatNumber(locale, shares[signal])}`).join(' · ')
