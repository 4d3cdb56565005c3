import type { Locale } from '~/core/locale'
import { labelOf } from '~/core/taxonomy/dictionary'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { formatDate } from '~/i18n/format.server'
import type { FirmIntroduction } from './firm-introductions.store.server'
import type { IntroductionView } from './introduction-card'
import type { ConceptLabel } from './outbox/describe.server'
import { standingOf } from './standing'

/** An introduction with what follows from its state, and its dates in the reader's words. */
export function introductionView(locale: Locale, introduction: FirmIntroduction): IntroductionView {
  const { sent_at, expires_at } = introduction
  return { ...introduction, standing: standingOf(introduction), answerBy: expires_at && formatDate(locale, expires_at), since: sent_at && formatDate(locale, sent_at) }
}

/** Concept names in the reader's language; null where the dictionary is silent. */
export const conceptLabels = ({ dictionary }: Lexicon, locale: Locale): ConceptLabel => code => {
  const label = labelOf(dictionary, code, locale)
  return label === code ? null : label
}
