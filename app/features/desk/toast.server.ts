import type { I18n } from '@lingui/core'

import { introductionStateName } from '~/i18n/words/matches'
import type { Locale } from '~/core/locale'
import { formatTime } from '~/i18n/format.server'
import { DatabaseRefusal } from '~/platform/refusal'
import type { DeskStore } from './desk.store.server'
import type { BatchReport, PairFacts } from './desk-facts'
import type { Toast } from './queue-context'
import { refusalSentence } from './refusal-sentence.server'

type Reader = { i18n: I18n; locale: Locale; queue: Pick<DeskStore, 'pair' | 'batch'> }

/** What was just done, read again from what the address names (`did`, `batch`), so that it is true after a reload too. */
export async function toastOf(reader: Reader, query: URLSearchParams): Promise<Toast | null> {
  const [did, batch] = [query.get('did'), query.get('batch')]
  try {
    if (batch) return ofBatch(reader, await reader.queue.batch(batch))
    if (did) return ofPair(reader, await reader.queue.pair(did))
  } catch (error) {
    // An address that names nothing says nothing.
    if (!(error instanceof DatabaseRefusal) && !/invalid input syntax/.test(String(error))) throw error
  }
  return null
}

function ofPair({ i18n, locale }: Reader, pair: PairFacts): Toast {
  const names = { pk: pair.pk.nameNative ?? '', kz: pair.kz.nameNative ?? '' }
  const undo = { pair: pair.id }
  switch (pair.state) {
    case 'approved':
      return pair.introduction?.state === 'held'
        ? { sentence: i18n._('Approved: {pk} and {kz}. The e-mails leave at {time}.', { ...names, time: formatTime(locale, pair.introduction.sendAfter) }), bad: false, undo }
        : { sentence: pair.introduction ? introductionStateName(i18n, pair.introduction.state) : '', bad: false, undo: null }
    case 'approved_by_one':
      return { sentence: i18n._('Your approval of {pk} and {kz} is recorded. An organiser of the other country must approve too.', names), bad: false, undo }
    case 'rejected':
      return { sentence: i18n._('Rejected: {pk} and {kz}.', names), bad: false, undo }
    case 'snoozed':
      return { sentence: i18n._('Snoozed: {pk} and {kz}.', names), bad: false, undo }
    default:
      return { sentence: i18n._('{pk} and {kz} wait again.', names), bad: false, undo: null }
  }
}

function ofBatch({ i18n, locale }: Reader, batch: BatchReport): Toast {
  if (batch.undone) return { sentence: i18n._('Undone. The pairs wait again.'), bad: false, undo: null }
  const counted = { count: batch.done }
  const did = {
    approve: i18n._('{count, plural, one {# pair approved} other {# pairs approved}}', counted),
    reject: i18n._('{count, plural, one {# pair rejected} other {# pairs rejected}}', counted),
    snooze: i18n._('{count, plural, one {# pair snoozed} other {# pairs snoozed}}', counted),
  }[batch.decision]
  const leaves = batch.sendAfter ? i18n._('The e-mails leave at {time}.', { time: formatTime(locale, batch.sendAfter) }) : ''
  const kinds = [...new Set(batch.refused.map(refused => refused.reason))]
  const left = batch.refused.length
    ? i18n._('{count, plural, one {# was left:} other {# were left:}}', { count: batch.refused.length }) + ' ' + kinds.map(reason => refusalSentence(i18n, locale, { reason, facts: {} })).join(' ')
    : ''
  return { sentence: [`${did}.`, leaves, left].filter(Boolean).join(' '), bad: false, undo: batch.done ? { batch: batch.id } : null }
}
