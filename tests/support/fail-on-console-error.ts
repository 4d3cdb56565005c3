import { afterEach, beforeEach, expect, vi } from 'vitest'

// A console.error in a test is a fault nobody looked at.
beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls
  vi.mocked(console.error).mockRestore()
  expect(calls, 'console.error was called').toEqual([])
})
