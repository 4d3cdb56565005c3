import type { Country, ScoredPair } from '~/core/matching/types'
import { resolve } from '~/core/taxonomy/resolve'
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
  const line = ({ text, language, volume }: (typeof exampleFirms)['PK']['listings'][number]): ExampleLineView => {
    const code = resolve(lexicon, text, { top: 1 }).concepts[0]?.code
    return {
      words: text, language, understood: code ? label(code) : null,
      volume: volume ? `${formatNumber(locale, volume.amount)} ${unitName(i18n, volume.unit, volume.amount)} ${periodName(i18n, 'month')}` : null,
    }
  }
  const firm = (country: Country) => {
    const { name, town, listings } = exampleFirms[country]
    const side = (direction: 'brings' | 'seeks') => listings.filter(listing => listing.direction === direction).map(line)
    return { country, name, place: `${townName(i18n, town)}, ${countryName(i18n, country)}`, brings: side('brings'), seeks: side('seeks') }
  }
  return {
    firms: [firm('PK'), firm('KZ')],
    score: pair.score,
    points: pair.points.filter(({ points }) => points !== 0).map(({ signal, points }) => ({ name: signalName(i18n, signal), points })),
    reasons: pair.reasons.map(reason => ({
      sentence: reasonSentence(i18n, reason, { concept: label, listing: () => undefined }),
      good: !(reason.type === 'languages' && reason.shared.length === 0) && !(reason.type === 'certificates' && reason.missing.length > 0),
    })),
  }
}
