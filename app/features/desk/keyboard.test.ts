import { describe, expect, it } from 'vitest'

import { commandOf, isTyping, type Press } from './keyboard'

const press = (code: string, more: Partial<Press> = {}): Press => ({ code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, ...more })

describe('the queue by keyboard', () => {
  it('goes by the place of a key, so that every layout works', () => {
    // Under a Russian layout KeyJ types 'о', under an Urdu one 'ج': the code stays.
    expect(commandOf(press('KeyJ'), null)).toEqual({ do: 'next' })
    expect(commandOf(press('KeyA'), null)).toEqual({ do: 'approve' })
    expect(commandOf(press('Slash'), null)).toEqual({ do: 'search' })
    expect(commandOf(press('Slash', { shiftKey: true }), null)).toEqual({ do: 'help' })
  })
  it('rejects only after R, snoozes only after S, by number', () => {
    expect(commandOf(press('Digit1'), null)).toBeNull()
    expect(commandOf(press('Digit1'), 'reject')).toEqual({ do: 'reject', reason: 'not_complementary' })
    expect(commandOf(press('Numpad5'), 'reject')).toEqual({ do: 'reject', reason: 'other' })
    expect(commandOf(press('Digit2'), 'snooze')).toEqual({ do: 'snooze', choice: 'monday' })
    expect(commandOf(press('Digit5'), 'snooze')).toBeNull()
  })
  it('leaves the browser its own keys', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const) expect(commandOf(press('KeyR', { [held]: true }), null)).toBeNull()
  })
  it('goes on moving while a key is held, and decides nothing twice', () => {
    expect(commandOf(press('KeyJ', { repeat: true }), null)).toEqual({ do: 'next' })
    expect(commandOf(press('KeyA', { repeat: true }), null)).toBeNull()
  })
  it('selects a range with shift', () => {
    expect(commandOf(press('KeyX'), null)).toEqual({ do: 'select' })
    expect(commandOf(press('KeyX', { shiftKey: true }), null)).toEqual({ do: 'select-range' })
    expect(commandOf(press('KeyA', { shiftKey: true }), null)).toBeNull()
  })
  it('knows where somebody types', () => {
    expect(isTyping({ tagName: 'INPUT', type: 'text' })).toBe(true)
    expect(isTyping({ tagName: 'TEXTAREA' })).toBe(true)
    expect(isTyping({ tagName: 'DIV', isContentEditable: true })).toBe(true)
    expect(isTyping({ tagName: 'INPUT', type: 'checkbox' })).toBe(false)
    expect(isTyping({ tagName: 'A' })).toBe(false)
    expect(isTyping(null)).toBe(false)
  })
})
