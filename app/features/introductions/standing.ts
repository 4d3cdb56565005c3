import type { FirmIntroduction } from './firm-introductions.store.server'
import type { Answer } from './outbox/links.server'

/** Where an introduction stands for one of its firms: what it can do, or what it waits for. */
export type Standing = 'answer' | 'waiting' | 'may_say_yes' | 'not_ready' | 'connected' | 'declined' | 'not_come_about' | 'expired' | 'withdrawn' | 'undeliverable'

/** What a firm can do follows from the state and its own answer alone: what the other side said is not told. */
export function standingOf({ state, my_answer }: Pick<FirmIntroduction, 'state' | 'my_answer'>): Standing {
  switch (state) {
    case 'sent':
      return my_answer === 'yes' ? 'waiting' : 'answer'
    case 'answered_by_one':
      return my_answer === 'yes' ? 'waiting' : my_answer === 'not_now' ? 'may_say_yes' : 'answer'
    case 'postponed':
      return my_answer === 'not_now' ? 'may_say_yes' : 'not_ready'
    case 'declined':
      return my_answer === 'no' ? 'declined' : 'not_come_about'
    case 'connected':
    case 'expired':
    case 'withdrawn':
    case 'undeliverable':
      return state
    default:
      return 'withdrawn'
  }
}

/** What may be said from home, the first offered first. */
export function answersOf(standing: Standing): Answer[] {
  if (standing === 'answer') return ['yes', 'not_now', 'no']
  return standing === 'may_say_yes' ? ['yes', 'no'] : []
}

/** Still alive: shown under "in progress". */
export const isUnderWay = (standing: Standing) => ['waiting', 'may_say_yes', 'not_ready', 'connected'].includes(standing)
