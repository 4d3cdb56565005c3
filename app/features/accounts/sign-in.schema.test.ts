import { describe, expect, it } from 'vitest'

import { makeI18n } from '~/i18n/i18n'
import { readForm } from '~/platform/forms.server'
import { addressSchema, codeSchema } from './sign-in.schema'

const i18n = makeI18n('en', {})
const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('an address', () => {
  const read = (email: string) => readForm(form({ email }), addressSchema(i18n))
  it('is trimmed and made small', () => expect(read(' Ayesha@Example.PK ')).toEqual({ ok: true, value: { email: 'ayesha@example.pk' } }))
  it('is needed', () => expect(read('')).toMatchObject({ ok: false, errors: { email: 'Enter your e-mail address.' } }))
  it('is refused without a domain, and typed back', () => expect(read('ayesha')).toMatchObject({ ok: false, errors: { email: expect.stringContaining('@') as string }, typed: { email: 'ayesha' } }))
})

describe('a code', () => {
  const read = (code: string) => readForm(form({ code }), codeSchema(i18n))
  it('may be typed with spaces and in Urdu digits', () => expect(read('۱۲۳ ۴۵۶')).toEqual({ ok: true, value: { code: '123456' } }))
  it('of five digits is refused, and never typed back', () => {
    const read5 = read('12345')
    expect(read5).toMatchObject({ ok: false, errors: { code: 'The code has six digits.' } })
    expect(read5).not.toHaveProperty('typed.code')
  })
})
