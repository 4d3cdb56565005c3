import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { makeCompose } from '~/features/introductions/outbox/compose.server'
import type { MailMaterial, Party } from '~/features/introductions/outbox/material'
import type { LeasedMail } from '~/features/introductions/outbox/outbox.store.server'
import { resendSender, type MailPayload } from '~/platform/mailer.server'
import { locales } from '~/core/locale'
import { ORIGIN } from '../../support/mail-world'
import { startResendStandIn, type ResendStandIn } from '../../support/resend-stand-in'

// Firms write what they like; no mail may be shaped by it. 10,000 of them with MAIL_INJECTION_RUNS=10000.
const RUNS = Number(process.env.MAIL_INJECTION_RUNS ?? 150)

const nasty = fc.constantFrom(
  '\r\nBcc: evil@evil.example', '\n\nSubject: you won', '\u0000', '\u202Eobe', '\u2066', '<script>alert(1)</script>', '<a href="https://evil.example">here</a>', '<img src=x onerror=alert(1)>',
  '"', "'", ',', ';', '<evil@evil.example>', 'https://evil.example/login', 'www.evil.example', 'javascript:alert(1)', '</td></table>', '&lt;b&gt;', '{{name}}', '\u2028', '\ud800', 'x'.repeat(10_000),
)
const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('Chenab', 'Тері', 'چمڑا', ' ')), { minLength: 1, maxLength: 5 }).map(parts => parts.join(''))

const party = (country: 'PK' | 'KZ', words: string[]): Party => ({
  company_id: country, country, name_native: words[0]!, name_latin: words[1]!, name_locale: 'ur', region: words[2]!, city: words[3]!, founded_year: 1998, employees_band: '50-249', about: words[4]!,
  sectors: [], corridors: ['turkmenistan', words[2]!], ports: [words[1]!], incoterms: [words[3]!], certificates: [], working_languages: ['en'], is_demo: false,
  listings: (['brings', 'seeks'] as const).map(direction => ({ id: `${country}-${direction}`, direction, kind: 'goods', text: words[5]!, language: 'ru', amount: 40, unit: words[1]!, period: 'month', code: null })),
})

function materialOf(words: string[], direct: boolean): MailMaterial {
  return {
    now: '2026-11-21T00:00:00Z',
    forum: { id: 'f', slug: 'f', name: words[4]!, host_city: 'Astana', starts_on: '2026-02-03', ends_on: '2026-02-04', desk_email: 'desk@forum.example.test', expire_days: 14, is_demo: false },
    company: { id: 'PK', country: 'PK', name_native: words[0]!, name_latin: words[1]!, name_locale: 'ur' },
    introduction: {
      id: 'i', mode: direct ? 'direct' : 'double_opt_in', state: 'held', deal_type: 'supply', sent_at: null, expires_at: null, connected_at: null,
      reasons: [{ type: 'listing', bringer: 'KZ', brought: 'KZ-brings', met: 'PK-seeks', metDirection: 'seeks', via: { by: 'concept', code: '4102' }, deal: 'supply', points: 30 }, { type: 'route', corridors: [words[2]!], ports: [], incoterms: [words[3]!] }],
    },
    parties: [party('PK', words), party('KZ', [...words].reverse())],
    note: words[5]!,
    contact: direct ? { name: words[0]!, role_title: words[1]!, email: 'aigul@ontustik.example', phone: words[2]! } : null,
    answer: null,
    corridors: [{ id: 'turkmenistan', status: 'open', as_of: '2026-02-04' }],
  }
}

let provider: ResendStandIn
beforeAll(async () => {
  provider = await startResendStandIn({ perSecond: 100_000 })
})
afterAll(() => provider.stop())

const compose = makeCompose({ origin: ORIGIN, from: 'Dastarkhan <desk@desk.example.test>', replyTo: undefined, conceptLabel: () => () => null })
const leased = (locale: LeasedMail['locale'], key: string): LeasedMail => ({
  id: crypto.randomUUID(), lease: 'l', key, notice: 'introduction', category: 'introductions', locale, to: 'bilal@chenab.example', toName: 'Bilal\r\nBcc: evil@evil.example', data: {}, attempts: 1, frozen: null, sendAt: 0,
})

function expectHarmless(payload: MailPayload, direct: boolean): void {
  expect(payload.replyTo).toBe(direct ? 'aigul@ontustik.example' : 'desk@forum.example.test')
  expect(payload.subject).toMatch(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]{1,199}$/u)
  expect(Object.keys(payload.headers).sort()).toEqual(['List-Unsubscribe', 'List-Unsubscribe-Post'])
  expect(/<(script|img|iframe|object|form|svg)\b/i.test(payload.html)).toBe(false)
  expect(/<[^>]*\bon[a-z]+=/i.test(payload.html.replace(/="[^"]*"/g, '=""'))).toBe(false)
  expect(/[\u0000\u202a-\u202e\u2066-\u2069]/.test(payload.html + payload.text)).toBe(false)
  for (const [, href] of payload.html.matchAll(/\bhref="([^"]*)"/g)) expect(href!.startsWith(`${ORIGIN}/`)).toBe(true)
  for (const [address] of payload.text.matchAll(/[a-z][a-z0-9+.-]*:\/\/\S+/gi)) expect(address.startsWith(`${ORIGIN}/`)).toBe(true)
  // A bare host name would become a link in most readers; a joiner before its dots prevents it.
  expect(/evil\.example/.test(payload.html.replace(/<title>.*?<\/title>/s, ''))).toBe(false)
  expect(Buffer.byteLength(payload.html)).toBeLessThan(100 * 1024)
}

test('whatever a firm writes: one recipient, the right reply-to, no added header, no markup, no foreign link', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 6, maxLength: 6 }), fc.constantFrom(...locales), fc.boolean(), async (words, locale, direct) => {
      const key = crypto.randomUUID()
      const { payload } = await compose(leased(locale, key), materialOf(words, direct))
      expectHarmless(payload, direct)
      const outcome = await resendSender({ apiKey: 're_test', baseUrl: provider.url })(key, payload)
      expect(outcome.kind).toBe('sent')
      const sent = provider.accepted.at(-1)!
      expect(sent.to).toEqual(['bilal@chenab.example'])
      expect(sent.body).not.toHaveProperty('bcc')
      expect(sent.body).not.toHaveProperty('cc')
    }),
    { numRuns: RUNS },
  )
}, 1_800_000)

test.each(['a@x.example, b@x.example', 'a@x.example\r\nBcc: b@x.example', '"a" <a@x.example>', 'a@x', ''])('an address that is not one address (%j) is never sent to', async to => {
  await expect(compose({ ...leased('en', 'k'), to }, materialOf(Array<string>(6).fill('x'), false))).rejects.toThrow('not one address')
})
