import type { I18n } from '@lingui/core'

import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import { noticeName } from '~/features/introductions/notice-names'
import { formatDate, formatDateTime, formatUsd } from '~/i18n/format.server'
import { corridorName, corridorStatusName, languageName } from '~/i18n/words/companies'
import { declineReasonName, declineReasons, evidenceName, introductionStateName, outcomeKindName } from '~/i18n/words/matches'
import type { IntroductionFacts, IntroductionGroup, IntroductionRow, MailRow } from './introductions.store.server'
import { introductionGroups } from './introductions.store.server'
import { historyOf } from './history.server'
import { alarmSentence, mailStateName } from './mail-words'

type Reader = { i18n: I18n; locale: Locale }

export const groupName = (i18n: I18n, group: IntroductionGroup): string =>
  ({ held: i18n._('In the undo window'), open: i18n._('Waiting for answers'), connected: i18n._('Connected'), closed: i18n._('Closed'), trouble: i18n._('Needs a person') })[group]

function answerOf({ i18n }: Reader, row: IntroductionRow, country: Country): string {
  const said = row.answers.find(answer => answer.country === country)
  if (!said) return i18n._('no answer yet')
  const reason = declineReasons.find(known => known === said.reason)
  return { yes: i18n._('yes'), not_now: i18n._('not now'), no: reason ? i18n._('no: {reason}', { reason: declineReasonName(i18n, reason) }) : i18n._('no') }[said.answer]
}

function rowView(reader: Reader, row: IntroductionRow) {
  const { i18n, locale } = reader
  // A mail of it was refused: it will not leave by itself.
  const stuck = row.state === 'held' && row.alarms.length > 0
  return {
    id: row.id, match: row.match, state: row.state, pk: row.pk, kz: row.kz, onHold: row.onHold,
    stateName: stuck ? groupName(i18n, 'trouble') : row.onHold && row.state === 'held' ? i18n._('On hold') : introductionStateName(i18n, row.state),
    when: row.state === 'held' && !row.onHold && !stuck ? i18n._('leaves {when}', { when: formatDateTime(locale, row.sendAfter) })
      : row.sentAt ? i18n._('sent {when}', { when: formatDateTime(locale, row.sentAt) }) : formatDateTime(locale, row.createdAt),
    answers: { pk: answerOf(reader, row, 'PK'), kz: answerOf(reader, row, 'KZ') },
    outcomes: row.outcomes,
    alarms: row.alarms.map(alarm => alarmSentence(i18n, alarm)),
    flags: row.flags.map(flag => ({
      id: flag.corridor, bad: flag.status !== 'open',
      label: i18n._('{corridor}: {status} since {date}', { corridor: corridorName(i18n, flag.corridor), status: corridorStatusName(i18n, flag.status), date: formatDate(locale, flag.asOf) }),
    })),
  }
}

/** The list of introductions as its table shows it. */
export function introductionsView(reader: Reader, page: { total: number; groups: Partial<Record<IntroductionGroup, number>>; rows: IntroductionRow[] }, group: IntroductionGroup | null) {
  const last = page.rows.at(-1)
  return {
    group,
    total: reader.i18n._('{count, plural, one {# introduction} other {# introductions}}', { count: page.total }),
    groups: introductionGroups.map(name => ({ name, label: groupName(reader.i18n, name), count: page.groups[name] ?? 0 })),
    rows: page.rows.map(row => rowView(reader, row)),
    next: last && page.rows.length === 50 ? `?${new URLSearchParams({ ...(group ? { group } : {}), after: last.id }).toString()}` : null,
  }
}
export type IntroductionsView = ReturnType<typeof introductionsView>

function mailView({ i18n, locale }: Reader, mail: MailRow) {
  return {
    id: mail.id, country: mail.country, to: mail.to, language: languageName(i18n, mail.locale), lang: mail.locale,
    what: noticeName(i18n, mail.notice), subject: mail.subject, text: mail.text,
    state: mailStateName(i18n, mail.state),
    bad: ['bounced', 'complained', 'dead', 'unknown', 'suppressed'].includes(mail.state),
    when: mail.sentAt ? formatDateTime(locale, mail.sentAt) : mail.notBefore && mail.state === 'queued' ? i18n._('leaves {when}', { when: formatDateTime(locale, mail.notBefore) }) : '',
    tries: mail.attempts, why: [mail.alarm ? alarmSentence(i18n, mail.alarm) : '', mail.error ?? ''].filter(Boolean).join(' '),
  }
}

/** One introduction with all that bears on it. */
export function introductionView(reader: Reader, facts: IntroductionFacts) {
  const { i18n, locale } = reader
  return {
    ...rowView(reader, facts),
    mode: facts.mode === 'direct' ? i18n._('Direct: contacts pass with the approval') : i18n._('Contacts pass when both have said yes'),
    expires: facts.expiresAt ? formatDate(locale, facts.expiresAt) : null,
    editable: facts.state === 'held',
    withdrawable: ['held', 'sent', 'answered_by_one', 'postponed', 'connected'].includes(facts.state),
    reportable: facts.state === 'connected' || facts.mode === 'direct',
    notes: facts.notes,
    mails: facts.mails.map(mail => mailView(reader, mail)),
    outcomeList: facts.outcomeList.map(outcome => ({
      what: outcomeKindName(i18n, outcome.kind), value: outcome.value === null ? '' : formatUsd(locale, Number(outcome.value)), when: formatDate(locale, outcome.on),
      evidence: evidenceName(i18n, outcome.evidence), by: outcome.by ?? i18n._('the desk'), note: outcome.note,
    })),
    history: historyOf(reader, facts.history),
  }
}
export type IntroductionView = ReturnType<typeof introductionView>
