import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { formatDate, formatUsd } from '~/i18n/format.server'
import { figureKinds, type Figure, type FigureKind } from './settings.store.server'

type Reader = { i18n: I18n; locale: Locale }

export const figureKindName = (i18n: I18n, kind: FigureKind): string => ({ baseline: i18n._('Trade before'), target: i18n._('Target'), deadline: i18n._('Deadline') })[kind]

/** The kinds of figures, for a choice. */
export const figureKindChoices = ({ i18n }: Reader) => figureKinds.map(kind => ({ kind, label: figureKindName(i18n, kind) }))

/** The figures with their sources, kind by kind. */
export function figureViews({ i18n, locale }: Reader, figures: readonly Figure[]) {
  return figureKinds.flatMap(kind =>
    figures.filter(figure => figure.kind === kind).map(figure => ({
      id: figure.id, kind: figureKindName(i18n, kind), inUse: figure.inUse,
      value: figure.usd !== null ? formatUsd(locale, figure.usd) : formatDate(locale, figure.on!),
      source: i18n._('{who}, {when}', { who: figure.saidBy, when: formatDate(locale, figure.saidOn) }),
    })),
  )
}
export type FigureView = ReturnType<typeof figureViews>[number]
