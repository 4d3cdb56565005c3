import { rejectReasons, type RejectReason } from '~/i18n/words/matches'
import { snoozeChoices, type SnoozeChoice } from './snooze'

/** What a key means at the queue. */
export type Command =
  | { do: 'next' | 'previous' | 'select' | 'select-range' | 'approve' | 'edit' | 'undo' | 'search' | 'filter' | 'help' | 'clear' }
  | { do: 'open'; menu: Menu }
  | { do: 'reject'; reason: RejectReason }
  | { do: 'snooze'; choice: SnoozeChoice }
export type Menu = 'reject' | 'snooze'

/** A key as pressed. `code` is its place on the keyboard: letters are dead on Cyrillic and Urdu layouts, places are not. */
export type Press = { code: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean; repeat: boolean; isComposing: boolean }

const letters: Record<string, Command> = {
  KeyJ: { do: 'next' }, KeyK: { do: 'previous' }, KeyX: { do: 'select' }, KeyA: { do: 'approve' }, KeyR: { do: 'open', menu: 'reject' }, KeyS: { do: 'open', menu: 'snooze' },
  KeyE: { do: 'edit' }, KeyZ: { do: 'undo' }, KeyF: { do: 'filter' }, Slash: { do: 'search' }, Escape: { do: 'clear' },
}

/**
 * The command of a key, or null for a key that is none of ours.
 * @param open the menu that R or S has opened: then digits choose from it
 */
export function commandOf(press: Press, open: Menu | null): Command | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(press.code)?.[1]
  if (digit && open && !press.shiftKey) {
    const i = Number(digit) - 1
    if (open === 'reject') return { do: 'reject', reason: rejectReasons[i]! }
    return snoozeChoices[i] ? { do: 'snooze', choice: snoozeChoices[i] } : null
  }
  if (press.shiftKey) return press.code === 'KeyX' ? { do: 'select-range' } : press.code === 'Slash' ? { do: 'help' } : null
  const command = letters[press.code]
  // Held down, only moving goes on: nobody approves ten pairs by a heavy finger.
  if (!command || (press.repeat && command.do !== 'next' && command.do !== 'previous')) return null
  return command
}

/** Whether somebody is typing there, so that letters are letters. */
export function isTyping(element: { tagName: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (!element) return false
  if (element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true
  return element.tagName === 'INPUT' && element.type !== 'checkbox' && element.type !== 'radio'
}
