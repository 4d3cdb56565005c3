import type { I18n } from '@lingui/core'
import { redirect, type AppLoadContext } from '@remix-run/node'

import { isLocale, type Locale } from '~/core/locale'
import type { Organizer, QueuePage } from '~/features/desk/desk-facts'
import type { DeskFrame } from '~/features/desk/desk.store.server'
import type { DeskRooms } from '~/features/desk/rooms.server'
import { previewFor } from '~/features/desk/mail-preview.server'
import type { PairView } from '~/features/desk/pair-view'
import { pairView } from '~/features/desk/pair-view.server'
import { readFilters } from '~/features/desk/queue-filters'
import { serverI18n } from '~/i18n/catalogues.server'
import { DatabaseRefusal } from '~/platform/refusal'
import { callerFor, signInPath } from '~/platform/session.server'
import type { Services } from '~/services.server'

/** What every page of the desk starts from. */
export interface Desk extends DeskRooms {
  me: Organizer
  forum: Organizer['forum']
  /** All forums the caller organizes. */
  forums: Organizer['forum'][]
  i18n: I18n
  locale: Locale
  now: Date
  /** The figures of this moment, asked once a request. */
  frame: () => Promise<DeskFrame>
  /** The pairs that the address asks for, asked once a request. */
  listed: () => Promise<QueuePage>
  /** The reader turned single-key shortcuts off. */
  singleKeys: boolean
}

type Args = { request: Request; params: { lang?: string }; context: AppLoadContext }

// A page is several loaders; who calls is asked once a request.
const known = new WeakMap<Services, Promise<Desk>>()

const cookie = (request: Request, name: string) => new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(request.headers.get('cookie') ?? '')?.[1]

/** The desk of the caller. A visitor is sent to sign in; whoever organizes nothing is told that there is nothing here. */
export function requireDesk(args: Args): Promise<Desk> {
  const found = known.get(args.context.services) ?? openDesk(args)
  known.set(args.context.services, found)
  return found
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined
  return () => (answer ??= read())
}

async function openDesk({ request, params, context }: Args): Promise<Desk> {
  const { now, desk, accounts } = context.services
  const locale: Locale = isLocale(params.lang) ? params.lang : 'en'
  const { pathname, search, searchParams } = new URL(request.url)
  const toSignIn = () => redirect(signInPath(locale, request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '/desk'))
  const caller = await callerFor(context.services, request)
  if (!caller) throw toSignIn()
  // The frame is part of a whole page; where only some of its parts are asked for anew, it may not be.
  const framed = request.method === 'GET' && !searchParams.has('_routes')
  const chosen = cookie(request, 'desk-forum')
  const { mine, stands, at, frame } = await desk.queue.open(chosen && UUID.test(chosen) ? chosen : undefined, framed)
  // Left alone too long, or begun too long ago: the session ends here and at Auth.
  if (!stands) {
    await accounts.signOut('local')
    throw toSignIn()
  }
  const me = mine.find(({ forum }) => forum.id === at)
  if (!me) throw new Response(null, { status: 404 })
  return {
    frame: once(async () => frame ?? desk.queue.frame(me.forum.id)),
    listed: once(() => desk.queue.queue(me.forum.id, readFilters(searchParams))),
    me, forum: me.forum, forums: mine.map(({ forum }) => forum), ...desk, i18n: serverI18n(locale), locale, now: now(),
    singleKeys: cookie(request, 'desk-keys') !== 'off',
  }
}

/** A page's reading: what the database refuses becomes the same page that answers for what is not there. */
export async function orNotFound<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof DatabaseRefusal && error.status === 404) throw new Response(null, { status: 404 })
    throw error
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id of an address; a malformed one is not there. */
export function idOf(value: string | undefined): string {
  if (!value || !UUID.test(value)) throw new Response(null, { status: 404 })
  return value
}

/** A pair as its screen shows it, with the mails it would make. */
export async function pairOf(desk: Desk, conceptLabel: Services['conceptLabel'], match: string): Promise<PairView> {
  const facts = await orNotFound(desk.queue.pair(match))
  return pairView({ ...desk, preview: (firm, pair) => previewFor(firm, pair, desk.now, conceptLabel) }, facts, desk.forum)
}
