import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { formatDate, formatUsd } from '~/i18n/format.server'
import { evidenceName, outcomeKindName } from '~/i18n/words/matches'
import type { Outcome } from './firm-introductions.store.server'

/** An outcome as a line of the timeline. */
export type OutcomeView = { id: string; what: string; date: string; value: string | null; evidence: string; proven: boolean; documentUrl: string | null; note: string | null; by: 'us' | 'them' | 'desk' }

export function outcomeView(i18n: I18n, locale: Locale, outcome: Outcome, company: string): OutcomeView {
  return {
    id: outcome.id, what: outcomeKindName(i18n, outcome.kind), date: formatDate(locale, outcome.happenedOn), value: outcome.valueUsd === null ? null : formatUsd(locale, outcome.valueUsd),
    evidence: evidenceName(i18n, outcome.evidence), proven: outcome.evidence !== 'claimed', documentUrl: outcome.documentUrl, note: outcome.note,
    by: outcome.companyId === null ? 'desk' : outcome.companyId === company ? 'us' : 'them',
  }
}
