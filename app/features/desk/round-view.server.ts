import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { SHORT_REASONS } from '~/core/matching/propose-round'
import { formatDateTime, formatNumber, formatTime } from '~/i18n/format.server'
import { refusalSentence } from './refusal-sentence.server'
import type { RoundFacts, RoundLine } from './rounds.store.server'
import { helpFor, helpSentence, shortReasonName } from './shortage'
import { sectorWords } from './words'

type Reader = { i18n: I18n; locale: Locale; forum: { undoMinutes: number; dualKey: boolean } }

export type RoundStage = 'proposed' | 'under_way' | 'applied' | 'undone'

const stageOf = (round: Pick<RoundLine, 'appliedAt' | 'undone'>, left: number): RoundStage =>
  round.undone ? 'undone' : !round.appliedAt ? 'proposed' : left > 0 ? 'under_way' : 'applied'

const stageName = (i18n: I18n, stage: RoundStage): string =>
  ({ proposed: i18n._('Proposed'), under_way: i18n._('Being applied'), applied: i18n._('Applied'), undone: i18n._('Round undone') })[stage]

/** The rounds so far, a line each. */
export function roundLines({ i18n, locale }: Reader, rounds: readonly RoundLine[]) {
  return rounds.map(round => ({
    id: round.id,
    title: i18n._('Round {number}', { number: formatNumber(locale, round.number) }),
    stage: stageName(i18n, stageOf(round, 0)),
    when: formatDateTime(locale, round.appliedAt ?? round.proposedAt),
    by: round.appliedBy ?? round.proposedBy ?? '',
    pairs: i18n._('{done} of {pairs} pairs approved', { done: formatNumber(locale, round.done), pairs: formatNumber(locale, round.pairs) }),
  }))
}

/** A round as its page shows it: what it comes to, what is done of it, who is left short. */
export function roundView(reader: Reader, round: RoundFacts) {
  const { i18n, locale, forum } = reader
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits)
  const { outcome, counts, rules } = round
  const stage = stageOf(round, counts.left)
  const said = { name: round.appliedBy ?? round.proposedBy ?? i18n._('An organiser'), when: formatDateTime(locale, round.appliedAt ?? round.proposedAt) }
  const passed = Object.entries(round.refused)
  return {
    id: round.id, stage, stageName: stageName(i18n, stage),
    title: i18n._('Round {number}', { number: number(round.number) }),
    said: round.appliedAt ? i18n._('Applied by {name} on {when}', said) : i18n._('Proposed by {name} on {when}', said),
    figures: [
      { label: i18n._('Pairs'), value: number(counts.pairs) },
      { label: i18n._('E-mails'), value: number(2 * counts.pairs) },
      { label: i18n._('Firms at the floor of {floor}', { floor: number(rules.floor) }), value: i18n._('{before} → {after} of {all}', { before: number(outcome.floorBefore), after: number(outcome.floorAfter), all: number(outcome.firms) }) },
      { label: i18n._('Gini of introductions'), value: number(outcome.gini, 2) },
    ],
    rules: i18n._('At most {most} new introductions a firm, {unanswered} unanswered and {cap} in all; pairs scoring {least} and more.', {
      most: number(rules.most), unanswered: number(rules.unansweredCap), cap: number(rules.cap), least: number(rules.leastScore),
    }),
    method: outcome.method === 'exact' ? i18n._('The best sum of scores there is under these rules.') : i18n._('Within three in a hundred of the best sum of scores under these rules.'),
    apply: counts.pairs === 0 ? null : i18n._('{count, plural, one {Approve # pair} other {Approve # pairs}}', { count: counts.pairs }),
    promise: i18n._('{count, plural, one {# e-mail} other {# e-mails}} will leave {minutes, plural, one {# minute} other {# minutes}} after this. Until then the whole round can be undone.', { count: 2 * counts.pairs, minutes: forum.undoMinutes }),
    dualKey: forum.dualKey ? i18n._('This forum wants two keys: the round gives the first approval, an organiser of the other country gives the second.') : null,
    progress: { done: counts.pairs - counts.left, all: counts.pairs, shown: i18n._('{done} of {pairs} pairs looked at', { done: number(counts.pairs - counts.left), pairs: number(counts.pairs) }) },
    result: [
      i18n._('{count, plural, one {# pair approved} other {# pairs approved}}', { count: counts.done }) + '.',
      round.sendAfter ? i18n._('The e-mails leave at {time}.', { time: formatTime(locale, round.sendAfter) }) : '',
    ].filter(Boolean).join(' '),
    passed: passed.map(([reason, count]) => i18n._('{count, plural, one {# pair was left:} other {# pairs were left:}}', { count }) + ' ' + refusalSentence(i18n, locale, { reason, facts: {} })),
    undoable: Boolean(round.appliedAt) && !round.undone && counts.done > 0,
    shortTotal: outcome.firms - outcome.floorAfter,
    shortTitle: i18n._('{count, plural, one {# firm stays below the floor} other {# firms stay below the floor}}', { count: outcome.firms - outcome.floorAfter }),
    shortBy: SHORT_REASONS.flatMap(why => (outcome.shortBy[why] ? [{ why, label: shortReasonName(i18n, why), count: number(outcome.shortBy[why]) }] : [])),
    short: round.short.map(firm => ({
      id: firm.id, country: firm.country, native: firm.native, latin: firm.latin, locale: firm.locale, has: number(firm.has),
      why: shortReasonName(i18n, firm.why), count: firm.count > 0 ? number(firm.count) : null, help: helpSentence(i18n, helpFor(firm.why, firm), firm),
    })),
    best: round.best.map(pair => ({ id: pair.id, score: pair.score, pk: pair.pk, kz: pair.kz, subject: sectorWords(i18n, pair.sector), left: pair.done === false })),
    bestMore: counts.pairs > round.best.length ? i18n._('And {count} more.', { count: number(counts.pairs - round.best.length) }) : null,
  }
}
export type RoundView = ReturnType<typeof roundView>
