import type { Country, ScoredPair } from '~/core/matching/types'
import { labelOf } from '~/core/taxonomy/dictionary'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { formatNumber } from '~/i18n/format.server'
import { countryName, periodName, unitName } from '~/i18n/words/companies'
import { signalName } from '~/i18n/words/matches'
import { reasonSentence } from '~/i18n/words/reasons'
import { townName } from '~/i18n/words/towns'
import { exampleFirms } from './example-pair'
import type { ExampleLineView, ExampleView } from './how'
import type { Reader } from './views.server'

/** The example in the reader's language: each firm's own words, what they were understood as, the score taken apart, its reasons. */
export function exampleView({ i18n, locale }: Reader, lexicon: Lexicon, pair: ScoredPair): ExampleView {
  const label = (code: string) => labelOf(lexicon.dictionary, code, locale)
  const line = ({ text, language, confirmedCode, volume }: (typeof exampleFirms)['PK']['listings'][number]): ExampleLineView => ({
    words: text, language, understood: confirmedCode ? label(confirmedCode) : null,
    volume: volume ? `${formatNumber(locale, volume.amount)} ${unitName(i18n, volume.unit, volume.amount)} ${periodName(i18n, 'month')}` : null,
  })
  const firm = (country: Country) => {
    const { name, town, listings } = exampleFirms[country]
    const side = (direction: 'brings' | 'seeks') => listings.filter(listing => listing.direction === direction).map(line)
    return { country, name, place: `${townName(i18n, town)}, ${countryName(i18n, country)}`, brings: side('brings'), seeks: side('seeks') }
  }
  // Two listings may meet for the same reason: it is told once.
  const reasons = new Map(pair.reasons.map(reason => [reasonSentence(i18n, reason, { concept: label, listing: () => undefined }), reason]))
  return {
    firms: [firm('PK'), firm('KZ')],
    score: pair.score,
    points: pair.points.filter(({ points }) => points !== 0).map(({ signal, points }) => ({ name: signalName(i18n, signal), points })),
    reasons: [...reasons].map(([sentence, reason]) => ({
      sentence,
      good: !(reason.type === 'languages' && reason.shared.length === 0) && !(reason.type === 'certificates' && reason.missing.length > 0),
    })),
  }
}
