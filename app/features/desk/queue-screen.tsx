import { useLingui } from '@lingui/react'
import { useEffect, useRef, type ReactNode } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import { Icon } from '~/ui/icon'
import { QueueProvider, useQueue, type Toast } from './queue-context'
import { QueueList } from './queue-list'
import type { QueueView } from './queue-view.server'
import { selectRange, useQueueKeys } from './use-queue-keys'

/** The review queue: list and pair side by side; on a phone one after the other. */
export function QueueScreen({ view, toast, singleKeys, showing, children }: { view: QueueView; toast: Toast | null; singleKeys: boolean; showing: 'list' | 'pair'; children: ReactNode }) {
  return (
    <QueueProvider view={view} said={toast}>
      <Screen view={view} singleKeys={singleKeys} showing={showing}>{children}</Screen>
    </QueueProvider>
  )
}

function Screen({ view, singleKeys, showing, children }: { view: QueueView; singleKeys: boolean; showing: 'list' | 'pair'; children: ReactNode }) {
  const { i18n } = useLingui()
  const list = useRef<HTMLElement>(null)
  const { pairId, setLookers } = useQueue()
  // Where a range begins, whether it was ticked by a key or by hand.
  const anchor = useRef<string | null>(null)
  useQueueKeys(singleKeys, anchor)
  usePresence(pairId, showing, setLookers)
  // Shift and a click tick a range, as in every list of files.
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const box = event.target
      if (!(box instanceof HTMLInputElement) || box.name !== 'pair') return
      if (event.shiftKey) selectRange(anchor.current, box.value)
      anchor.current = box.value
    }
    const onAway = (event: MouseEvent) => {
      for (const open of document.querySelectorAll<HTMLDetailsElement>('details.pop[open], details.me[open]')) if (!open.contains(event.target as Node)) open.open = false
    }
    const here = list.current
    here?.addEventListener('click', onClick)
    document.addEventListener('click', onAway)
    return () => {
      here?.removeEventListener('click', onClick)
      document.removeEventListener('click', onAway)
    }
  }, [])
  return (
    <main id="main" tabIndex={-1} className="queue" data-showing={showing} data-offline={i18n._('The desk could not be reached. Nothing was decided; try again.')} ref={list}>
      <QueueList view={view} />
      {children}
      <ToastBar query={view.query} />
      <KeysHelp />
    </main>
  )
}

/** Tells the other organizers which pair is looked at, while it is; and hears who else looks. */
function usePresence(pairId: string | null, showing: 'list' | 'pair', heard: (lookers: { pair: string; sentence: string | null }) => void) {
  const path = useLocalePath()
  useEffect(() => {
    if (!pairId || (showing === 'list' && window.innerWidth <= 900)) return
    let gone = false
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      // Presence is a courtesy: without an answer nothing is shown, and nothing is lost.
      const answer = await fetch(path(`/desk/pairs/${pairId}`), { method: 'POST' }).catch(() => null)
      const said = answer?.ok ? ((await answer.json().catch(() => null)) as { lookers: string | null } | null) : null
      if (said && !gone) heard({ pair: pairId, sentence: said.lookers })
    }
    const soon = setTimeout(look, 600)
    const again = setInterval(look, 20_000)
    return () => {
      clearTimeout(soon)
      clearInterval(again)
      gone = true
    }
  }, [pairId, path, showing, heard])
}

function ToastBar({ query }: { query: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { toast, setToast, decide } = useQueue()
  const undo = toast?.undo
  return (
    <div className="toast-place" role="status">
      {toast && (
        <div className={`toast ${toast.bad ? 'toast-bad' : ''}`}>
          <span>{toast.sentence}</span>
          {undo && (
            <form
              id="undo"
              method="post"
              action={path('pair' in undo ? '/desk/decide' : '/desk/bulk')}
              onSubmit={event => {
                if (!('pair' in undo)) return
                event.preventDefault()
                const form = new FormData(event.currentTarget)
                form.set('intent', 'undo')
                decide(form)
              }}
            >
              <input type="hidden" name="query" value={query} />
              {'pair' in undo ? <input type="hidden" name="match" value={undo.pair} /> : <input type="hidden" name="batch" value={undo.batch} />}
              <button name="intent" value="undo">{i18n._('Undo')} <kbd aria-hidden="true">Z</kbd></button>
            </form>
          )}
          <button type="button" className="toast-close" aria-label={i18n._('Close')} onClick={() => setToast(null)}><Icon name="close" size={14} /></button>
        </div>
      )}
    </div>
  )
}

function KeysHelp() {
  const { i18n } = useLingui()
  const keys: [string, string][] = [
    ['J', i18n._('next pair')], ['K', i18n._('previous pair')], ['X', i18n._('select; with Shift, up to here')], ['A', i18n._('approve')], ['R 1–5', i18n._('reject, with a reason')],
    ['S 1–4', i18n._('snooze')], ['E', i18n._('edit the e-mails first')], ['Z', i18n._('undo')], ['/', i18n._('search')], ['F', i18n._('filter')], ['?', i18n._('these keys')], ['Esc', i18n._('close, clear')],
  ]
  return (
    <dialog id="keys-help" className="keys-help" aria-labelledby="keys-help-title">
      <h2 id="keys-help-title" className="mb-3 text-xl">{i18n._('Keys')}</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>
        ))}
      </dl>
      <p className="text-ink-2 mt-3 text-sm">{i18n._('They go by the place of the key, so they work on every keyboard layout.')}</p>
      <form method="dialog" className="mt-4"><button className="btn btn-secondary">{i18n._('Close')}</button></form>
    </dialog>
  )
}
