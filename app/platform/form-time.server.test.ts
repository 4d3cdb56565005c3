import { describe, expect, it } from 'vitest'

import { sentByHand, stampOf } from './form-time.server'

const env = { sessionSecret: 'a'.repeat(40), mail: { resend: { apiKey: 're_x', webhookSecret: 'whsec_x' }, from: 'desk@example.test', replyTo: undefined } }
const shown = new Date('2026-11-22T08:00:00Z')
const after = (ms: number) => new Date(shown.getTime() + ms)

describe('a form that anybody may send', () => {
  it.each([[999, false], [1_000, true], [24 * 3_600_000, true], [24 * 3_600_000 + 1, false], [-5_000, false]])('%d ms after its page was made: %s', (ms, taken) => {
    expect(sentByHand(env, stampOf(env, shown), after(ms))).toBe(taken)
  })
  it.each([
    ['without a stamp', ''],
    ['with a time of its own making', `${shown.getTime()}.${'x'.repeat(43)}`],
    ['with the stamp of another secret', stampOf({ sessionSecret: 'b'.repeat(40) }, shown)],
    ['with another time before our signature', `${shown.getTime() - 60_000}.${stampOf(env, shown).split('.')[1]}`],
  ])('is not believed %s', (_, stamp) => expect(sentByHand(env, stamp, after(5_000))).toBe(false))
  it('is taken without where no mail leaves the house', () => {
    expect(sentByHand({ ...env, mail: { ...env.mail, resend: undefined } }, '', shown)).toBe(true)
  })
})
