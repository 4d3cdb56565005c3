import { describe, expect, it } from 'vitest'

import { isUnderWay, standingOf } from './standing'

describe('where an introduction stands for a firm', () => {
  it.each([
    ['sent', null, 'answer'],
    ['answered_by_one', null, 'answer'],
    ['answered_by_one', 'yes', 'waiting'],
    ['postponed', 'not_now', 'may_say_yes'],
    ['postponed', null, 'not_ready'],
    ['postponed', 'yes', 'not_ready'],
    ['connected', 'yes', 'connected'],
    ['declined', 'no', 'declined'],
    ['declined', 'yes', 'not_come_about'],
    ['expired', null, 'expired'],
    ['withdrawn', 'yes', 'withdrawn'],
  ] as const)('%s, own answer %s: %s', (state, my_answer, standing) => expect(standingOf({ state, my_answer })).toBe(standing))

  it('does not tell whether the other side has said yes', () =>
    expect(standingOf({ state: 'sent', my_answer: null })).toBe(standingOf({ state: 'answered_by_one', my_answer: null })))
})

it('what waits for an answer is a duty, not under way', () => expect([isUnderWay('answer'), isUnderWay('waiting'), isUnderWay('declined')]).toEqual([false, true, false]))
