import { describe, expect, it } from 'vitest'

import { Preparation } from '../../supabase/local/preparation'

describe('what only prepares a request', () => {
  it('goes to the database as two statements in one message, with its parameters written out', () => {
    const preparation = new Preparation()
    expect(preparation.takes('begin', [])).toBe(true)
    expect(preparation.takes("select set_config('request.jwt.claims', $1, true)", [`{"name":"O'Neil $1"}`])).toBe(true)
    expect(preparation.takes('set local role "authenticated"', [])).toBe(true)
    expect(preparation.takes('select 1', [])).toBe(false)
    expect(preparation.script()).toBe(`begin;select set_config('request.jwt.claims', '{"name":"O''Neil $1"}', true), set_config('role', 'authenticated', true)`)
    expect(preparation.script()).toBe('')
  })

  it('is nothing outside a transaction, and no statement that says more', () => {
    const preparation = new Preparation()
    for (const alone of ['set local role "authenticated"', "select set_config('role', $1, true)", 'begin; drop table firms', "select set_config('a', $1, true), 1"])
      expect(preparation.takes(alone, ['x']), alone).toBe(false)
    expect(preparation.script()).toBe('')
  })
})
