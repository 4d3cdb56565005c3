import { DatabaseRefusal } from '~/platform/refusal'
import type { FirmIntroductionsStore, OutcomeDraft } from './firm-introductions.store.server'

/** Why an answer or a report was not taken. */
export type AnswerRefusal = 'reason_needed' | 'answer_stands' | 'introduction_state'
export type ReportRefusal = 'date_in_future' | 'introduction_state'

async function refusalAmong<Reason extends string>(call: Promise<void>, reasons: readonly Reason[]): Promise<Reason | null> {
  try {
    await call
    return null
  } catch (error) {
    const reason = error instanceof DatabaseRefusal && reasons.find(one => one === error.reason)
    if (reason) return reason
    throw error
  }
}

/** Answers for a firm. The same answer twice is one answer. */
export const answerIntroduction = (store: Pick<FirmIntroductionsStore, 'answer'>, ...answer: Parameters<FirmIntroductionsStore['answer']>): Promise<AnswerRefusal | null> =>
  refusalAmong(store.answer(...answer), ['reason_needed', 'answer_stands', 'introduction_state'])

/** Reports what became of an introduction. Sent twice (same kind, day and value), it is there once. */
export async function reportOutcome(store: Pick<FirmIntroductionsStore, 'report' | 'outcomes'>, introduction: string, company: string, outcome: OutcomeDraft): Promise<ReportRefusal | null> {
  const before = await store.outcomes(introduction)
  const already = before.some(one => one.companyId === company && one.kind === outcome.kind && one.happenedOn === outcome.happenedOn && one.valueUsd === outcome.valueUsd)
  return already ? null : refusalAmong(store.report(introduction, company, outcome), ['date_in_future', 'introduction_state'])
}
