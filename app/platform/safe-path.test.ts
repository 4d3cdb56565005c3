import { describe, expect, it } from 'vitest'

import { redirectPayloads } from '../../tests/support/redirect-payloads'
import { safePath } from './session.server'

const ORIGIN = 'https://desk.example.test'

describe('where to go after signing in', () => {
  it.each(redirectPayloads)('stays with us: %j', wanted => {
    const path = safePath(wanted, ORIGIN, '/home')
    expect(path.startsWith('/')).toBe(true)
    expect(new URL(path, ORIGIN).origin).toBe(ORIGIN)
    // What the answer says is what a browser reads: nothing that it would mend into something else.
    expect(safePath(path, ORIGIN, '/elsewhere')).toBe(path)
  })
  it.each(['/desk', '/ur/home?saved=route#goods', '/desk/queue/1?sector=leather&score=70', '/a/%D0%B0'])('is where one wanted to: %j', wanted => {
    expect(safePath(wanted, ORIGIN, '/home')).toBe(wanted)
  })
  it('is the fallback when nothing was wanted', () => expect(safePath(null, ORIGIN, '/home')).toBe('/home'))
})
