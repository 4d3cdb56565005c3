import { useEffect, useRef, type MutableRefObject } from 'react'

import { commandOf, isTyping, type Command, type Menu } from './keyboard'
import { useQueue } from './queue-context'

const menu = (name: Menu) => document.querySelector<HTMLDetailsElement>(`#${name}-menu`)
const openMenu = (): Menu | null => (['reject', 'snooze'] as const).find(name => menu(name)?.open) ?? null
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('#pairs input[name="pair"]')]
const boxOf = (pair: string | null) => boxes().find(box => box.value === pair)

function closeMenus() {
  for (const open of document.querySelectorAll<HTMLDetailsElement>('details.pop[open]')) open.open = false
}

function tick(box: HTMLInputElement, on: boolean) {
  box.checked = on
  box.dispatchEvent(new Event('change', { bubbles: true }))
}

/**
 * The queue's single keys.
 * @param on the reader's setting: some people's voices and sticks type letters by chance
 * @param anchor the pair a range begins at
 */
export function useQueueKeys(on: boolean, anchor: MutableRefObject<string | null>) {
  const queue = useQueue()
  const latest = useRef(queue)
  latest.current = queue

  useEffect(() => {
    const press = (intent: string) => document.querySelector<HTMLButtonElement>(`#decide button[value="${intent}"]`)?.click()
    const run = (command: Command) => {
      const { next, previous, heading, moving, goTo, toast, decide, setToast } = latest.current
      // Nobody decides on a pair that is not in view yet.
      if (moving && ['approve', 'reject', 'snooze', 'open', 'edit'].includes(command.do)) return
      switch (command.do) {
        case 'next': return next ? goTo(next) : undefined
        case 'previous': return previous ? goTo(previous) : undefined
        case 'approve': return press('approve')
        case 'reject':
          closeMenus()
          if (command.reason === 'other' && !document.querySelector<HTMLInputElement>('#decide [name="note"]')?.value) return document.getElementById('note')?.focus()
          return press(`reject:${command.reason}`)
        case 'snooze':
          if (command.choice === 'date') return document.querySelector<HTMLInputElement>('#decide [name="date"]')?.focus()
          closeMenus()
          return press(`snooze:${command.choice}`)
        case 'open': {
          const wanted = menu(command.menu)
          const was = wanted?.open
          closeMenus()
          if (wanted) wanted.open = !was
          return wanted?.querySelector<HTMLElement>(was ? 'summary' : 'button')?.focus()
        }
        case 'undo': {
          if (!toast?.undo) return
          // Its button says what the form asks for: sent without it, the form asks for nothing.
          if ('batch' in toast.undo) return document.querySelector<HTMLButtonElement>('#undo button[name=intent]')?.click()
          const form = new FormData()
          form.set('match', toast.undo.pair)
          form.set('intent', 'undo')
          return decide(form)
        }
        case 'select':
        case 'select-range': {
          const box = boxOf(heading)
          if (!box) return
          if (command.do === 'select') tick(box, !box.checked)
          else selectRange(anchor.current, heading)
          anchor.current = heading
          return
        }
        case 'edit': {
          document.querySelector<HTMLDetailsElement>('#mails')?.setAttribute('open', '')
          return document.querySelector<HTMLTextAreaElement>('#mails textarea')?.focus()
        }
        case 'search': return document.getElementById('queue-search')?.focus()
        case 'filter': {
          const filters = document.querySelector<HTMLDetailsElement>('#queue-filters')
          if (filters) filters.open = true
          return filters?.querySelector('select')?.focus()
        }
        case 'help': return document.querySelector<HTMLDialogElement>('#keys-help')?.showModal()
        case 'clear': {
          const menuWas = document.querySelector<HTMLDetailsElement>('details.pop[open]')
          if (menuWas) {
            closeMenus()
            return menuWas.querySelector('summary')?.focus()
          }
          document.querySelectorAll<HTMLInputElement>('#pairs input[type=checkbox]:checked').forEach(box => tick(box, false))
          setToast(null)
        }
      }
    }
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      // Esc is no letter: it works while typing too, and with single keys off.
      const typing = isTyping(target as HTMLInputElement)
      if (event.code === 'Escape' && typing) return target.blur()
      if ((typing || !on) && event.code !== 'Escape') return
      const command = commandOf(event, openMenu())
      if (!command) return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on, anchor])
}

/** Ticks every pair from one to another, both included. */
export function selectRange(from: string | null, to: string | null) {
  const all = boxes()
  const [a, b] = [all.findIndex(box => box.value === from), all.findIndex(box => box.value === to)]
  if (b < 0) return
  const start = a < 0 ? b : Math.min(a, b)
  all.slice(start, Math.max(a, b) + 1).forEach(box => tick(box, true))
}
