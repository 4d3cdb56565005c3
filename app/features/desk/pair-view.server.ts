import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { isDealType } from '~/core/taxonomy/deal-types'
import { nextState, matchTransitions } from '~/core/transitions'
import { formatDateTime } from '~/i18n/format.server'
import { countryName, languageName, profileStateName } from '~/i18n/words/companies'
import { dealTypeName, matchStateName, rejectReasonName, signalName } from '~/i18n/words/matches'
import { regionName } from '~/i18n/words/regions'
import { comparisonRows } from './comparison.server'
import type { DeskFirm, Forum, PairFacts } from './desk-facts'
import { historyOf } from './history.server'
import type { FirmView, MailPreview, PairView } from './pair-view'
import { suppressionName } from './refusal-sentence.server'
import { barOf } from './why-bar'
import { flagName, flagSentence, sectorWords } from './words'

export type Reader = { i18n: I18n; locale: Locale; now: Date; /** The mail to one side, while it is not written. */ preview?: (firm: DeskFirm, pair: PairFacts) => MailPreview | null }

function firmView({ i18n }: Reader, firm: DeskFirm, cap: number): FirmView {
  const place = [firm.city, firm.region ? regionName(i18n, firm.region) : null].filter((word, i, words) => word && words.indexOf(word) === i).join(', ')
  const people = firm.employeesBand ? i18n._('{band} people', { band: firm.employeesBand.replace('-', '–') }) : ''
  const founded = firm.foundedYear ? i18n._('founded {year}', { year: String(firm.foundedYear) }) : ''
  return {
    id: firm.id, country: firm.country, native: firm.nameNative, latin: firm.nameLatin, locale: firm.nameLocale,
    facts: [place, people, founded].filter(Boolean).join(' · '),
    state: firm.state, stateName: profileStateName(i18n, firm.state), isDemo: firm.isDemo,
    full: firm.unanswered >= cap ? i18n._('{count, plural, one {# introduction waits for its answer: it takes no more now.} other {# introductions wait for its answer: it takes no more now.}}', { count: firm.unanswered }) : null,
    unreachable: firm.contact?.suppressed ? suppressionName(i18n, firm.contact.suppressed) : null,
  }
}

function decidedWords({ i18n, locale }: Reader, facts: PairFacts): string | null {
  if (!facts.decidedAt) return null
  const said = { name: facts.decidedBy ?? i18n._('An organiser'), when: formatDateTime(locale, facts.decidedAt) }
  if (facts.state === 'rejected' && facts.rejectReason) {
    const why = [rejectReasonName(i18n, facts.rejectReason), facts.rejectNote].filter(Boolean).join(': ')
    return i18n._('Rejected by {name} on {when}. {why}', { ...said, why })
  }
  if (facts.state === 'snoozed' && facts.snoozedUntil) return i18n._('Snoozed by {name} until {until}', { ...said, until: formatDateTime(locale, facts.snoozedUntil) })
  if (facts.state === 'approved') return i18n._('Approved by {name} on {when}', said)
  return null
}

/** Who else looks at a pair, as a sentence; null where nobody does. */
export const lookersSentence = (i18n: I18n, names: readonly string[]): string | null =>
  names.length ? i18n._('{count, plural, one {{names} is looking at this pair} other {{names} are looking at this pair}}', { count: names.length, names: names.join(', ') }) : null

/** The pair as its screen shows it. @param forum tells how long mails wait, and whether two must approve */
export function pairView(reader: Reader, facts: PairFacts, forum: Forum): PairView {
  const { i18n, locale } = reader
  return {
    id: facts.id, state: facts.state, stateName: matchStateName(i18n, facts.state), score: facts.score,
    subject: [sectorWords(i18n, facts.sector), facts.deal && isDealType(facts.deal) ? dealTypeName(i18n, facts.deal) : ''].filter(Boolean).join(' · '),
    rules: i18n._('Rules version {version} · computed {when}', { version: /^\d+/.exec(facts.engineVersion)?.[0] ?? facts.engineVersion, when: formatDateTime(locale, facts.scoredAt) }),
    tags: facts.flags.map(flag => ({ flag, name: flagName(i18n, flag), sentence: flagSentence(i18n, flag) })),
    lookers: lookersSentence(i18n, facts.lookers),
    decided: decidedWords(reader, facts),
    decidable: nextState(matchTransitions, facts.state, 'approve', 'organizer') !== null,
    undoable: facts.state !== 'suggested' && (facts.state !== 'approved' || facts.introduction?.state === 'held'),
    secondKey: facts.firstApprover && facts.state === 'approved_by_one'
      ? i18n._('{name} has approved for {country}. One approval of the other country is wanted.', { name: facts.firstApprover.name, country: countryName(i18n, facts.firstApprover.country) })
      : null,
    pk: firmView(reader, facts.pk, forum.unansweredCap), kz: firmView(reader, facts.kz, forum.unansweredCap),
    bar: barOf(facts.points, signal => signalName(i18n, signal)),
    rows: comparisonRows(reader, facts),
    mail: {
      when: facts.introduction
        ? i18n._('Leaves at {when}', { when: formatDateTime(locale, facts.introduction.sendAfter) })
        : i18n._('{minutes, plural, one {Sent # minute after approval, so you can undo} other {Sent # minutes after approval, so you can undo}}', { minutes: forum.undoMinutes }),
      to: [facts.pk, facts.kz].map(firm => ({ country: firm.country, firm: firm.nameLatin ?? '', line: firm.contact ? `${firm.contact.name}, ${firm.nameLatin ?? ''} · ${languageName(i18n, firm.contact.locale)}` : (firm.nameLatin ?? ''), preview: reader.preview?.(firm, facts) ?? null })),
      introduction: facts.introduction?.id ?? null,
    },
    history: historyOf(reader, facts.history),
  }
}
