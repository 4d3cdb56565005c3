import { useNavigate, useNavigation, useParams, useRevalidator } from '@remix-run/react'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import type { Decided } from './decide.server'
import { forgetPair, prefetchPair } from './pair-cache.client'
import type { QueueView } from './queue-view.server'

/** What stands at the foot of the screen after a decision. */
export type Toast = { sentence: string; bad: boolean; undo: { pair: string } | { batch: string } | null }

type Lookers = { pair: string; sentence: string | null }

type Queue = {
  /** The pair in view. */
  pairId: string | null
  /** Where the reader is heading: ahead of the pair in view while it is fetched. */
  heading: string | null
  /** The pair he is heading for is not in view yet. */
  moving: boolean
  position: number | null
  next: string | null
  previous: string | null
  /** Pairs just decided: gone from the list before the server has said so. */
  leaving: ReadonlySet<string>
  busy: boolean
  toast: Toast | null
  setToast: (toast: Toast | null) => void
  /** Who else looks at a pair, as last heard; null before anything was heard. */
  lookers: Lookers | null
  setLookers: (lookers: Lookers) => void
  /** Goes to a pair; the keyboard's focus goes along. */
  goTo: (pair: string | null) => void
  /** Sends a decision's form, and is at the next pair at once. */
  decide: (form: FormData) => void
}

const QueueContext = createContext<Queue | null>(null)

export function useQueue(): Queue {
  const queue = useContext(QueueContext)
  if (!queue) throw new Error('useQueue stands outside of its provider')
  return queue
}

/** The list as it is in the reader's hands: where he is, what he has just decided, what comes next. */
export function QueueProvider({ view, said, children }: { view: QueueView; said: Toast | null; children: ReactNode }) {
  const path = useLocalePath()
  const navigate = useNavigate()
  const navigation = useNavigation()
  const { revalidate } = useRevalidator()
  const params = useParams()
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const [toast, setToast] = useState(said)
  const [lookers, setLookers] = useState<Lookers | null>(null)
  const [late, setLate] = useState(false)
  const [ahead, setAhead] = useState<string | null>(null)
  const focusNext = useRef<string | null>(null)

  const ids = useMemo(() => view.items.map(item => item.id), [view.items])
  const stay = useMemo(() => ids.filter(id => !leaving.has(id)), [ids, leaving])
  const pairId = params.pair ?? stay[0] ?? null
  // Keys may come faster than pairs: each goes on from where the last one led.
  const heading = ahead ?? pairId
  const at = heading ? ids.indexOf(heading) : -1
  const after = (from: number) => ids.slice(from + 1).find(id => !leaving.has(id)) ?? null
  const next = at < 0 ? (stay.find(id => id !== pairId) ?? null) : after(at)
  const previous = ids.slice(0, Math.max(0, at)).reverse().find(id => !leaving.has(id)) ?? null
  const base = path('/desk/pairs')

  const goTo = useCallback(
    (pair: string | null) => {
      focusNext.current = pair
      setAhead(pair)
      navigate(path(pair ? `/desk/queue/${pair}${view.query}` : `/desk/queue${view.next ?? view.query}`), { preventScrollReset: true })
    },
    [navigate, path, view.query, view.next],
  )

  const decide = useCallback(
    async (form: FormData) => {
      const match = String(form.get('match'))
      const intent = String(form.get('intent'))
      const takes = intent !== 'undo' && intent !== 'validate'
      forgetPair(match)
      if (takes) {
        setLeaving(now => new Set(now).add(match))
        if (match === pairId) goTo(next ?? previous)
      }
      const answer = await send(path('/desk/decisions'), form)
      forgetPair(match)
      if (!answer.ok || !answer.gone) setLeaving(now => new Set([...now].filter(id => id !== match)))
      setToast({ sentence: answer.sentence, bad: !answer.ok, undo: answer.ok && answer.undo ? { pair: answer.undo } : null })
      if (intent === 'undo' && answer.ok) goTo(match)
      revalidate()
    },
    [goTo, next, pairId, path, previous, revalidate],
  )

  useEffect(() => setToast(said), [said])
  // Two ahead, so that J is at once.
  const afterNext = next ? after(ids.indexOf(next)) : null
  useEffect(() => {
    for (const id of [next, afterNext]) if (id) prefetchPair(base, id)
  }, [base, next, afterNext])
  useEffect(() => {
    if (params.pair) setAhead(was => (was === params.pair ? null : was))
  }, [params.pair])
  // Whoever moves by keyboard stays in the list; on a phone, at the pair.
  useEffect(() => {
    if (!pairId || focusNext.current !== pairId) return
    focusNext.current = null
    const row = document.querySelector<HTMLElement>(`[data-pair="${pairId}"] a`)
    if (row?.offsetParent) {
      row.focus({ preventScroll: true })
      row.scrollIntoView({ block: 'nearest' })
    } else document.getElementById('pair-title')?.focus({ preventScroll: true })
  }, [pairId, stay])
  // Old content stays; only what takes longer than 400 ms says so.
  useEffect(() => {
    if (navigation.state === 'idle') return setLate(false)
    const timer = setTimeout(() => setLate(true), 400)
    return () => clearTimeout(timer)
  }, [navigation.state])

  const queue = { pairId, heading, moving: heading !== pairId && navigation.state !== 'idle', position: view.items.find(item => item.id === pairId)?.position ?? null, next, previous, leaving, busy: late, toast, setToast, lookers, setLookers, goTo, decide }
  return <QueueContext.Provider value={queue}>{children}</QueueContext.Provider>
}

async function send(to: string, form: FormData): Promise<Decided> {
  try {
    const answer = await fetch(to, { method: 'POST', body: form, headers: { Accept: 'application/json' } })
    return (await answer.json()) as Decided
  } catch {
    const sentence = document.getElementById('main')?.dataset.offline ?? ''
    return { ok: false, status: 503, reason: 'offline', sentence }
  }
}
