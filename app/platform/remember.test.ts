import { describe, expect, it } from 'vitest'

import { rememberFor } from './remember'

describe('a remembered read', () => {
  it('is asked once while it is fresh, and again after', async () => {
    let time = 0
    let reads = 0
    const remembered = rememberFor<number>(10, () => new Date(time))
    const ask = () => remembered(async () => ++reads)
    expect([await ask(), await ask()]).toEqual([1, 1])
    time = 10_000
    expect(await ask()).toBe(2)
  })
  it('does not keep a failure', async () => {
    const remembered = rememberFor<string>(10, () => new Date(0))
    await expect(remembered(() => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect(await remembered(async () => 'up')).toBe('up')
  })
})
