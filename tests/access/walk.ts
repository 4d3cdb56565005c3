import { startBackend } from '../support/backend'
import { startWeb, type Web } from '../support/web'
import { canariesIn, mayRead } from './may-read'
import { addressOf, alsoShown, formsOf, objectsOf, routesOf, type Form, type Objects, type Route } from './routes'
import { hashOfTables, identities, makeWorld, type Identity, type World } from './world'

/** The world with the web application before it, and somebody of each identity signed in. */
export interface Walk {
  world: World
  routes: Route[]
  forms: Record<string, Form | 'open'>
  /** A request as somebody. */
  ask: (identity: Identity, address: string, init?: RequestInit) => Promise<Answer>
  /** A form of our own page, or of whomever the headers name. */
  post: (fields: Record<string, string>, headers?: Record<string, string>) => RequestInit
  /** What of the tables is not as it was at the beginning. */
  changed: () => Promise<string[]>
  stop: () => Promise<void>
}

interface Answer {
  status: number
  /** Headers and body: all that left the house. */
  bytes: string
}

// Chance, or the request's own: says nothing of what was asked for.
const incidental = ['date', 'x-request-id', 'content-security-policy', 'set-cookie', 'etag', 'content-length', 'keep-alive', 'connection']
let requests = 0

export async function startWalk(port: number): Promise<Walk> {
  const backend = await startBackend()
  const world = await makeWorld(backend)
  // As it stands in earnest: with a provider, so without a mailbox, and with few codes an hour. Nobody sends in this test.
  const web: Web = await startWeb(backend, port, { APP_STAND: 'none', LOG_LEVEL: 'silent', RESEND_API_KEY: 're_none', RESEND_BASE_URL: 'http://127.0.0.1:9', RESEND_WEBHOOK_SECRET: 'whsec_' + 'a'.repeat(32), MAIL_FROM: 'desk@example.test' })
  const cookies = new Map<Identity, string>()
  for (const identity of identities) {
    if (identity === 'visitor') continue
    const { id, email, token, refreshToken } = await backend.signIn(world.users[identity].email)
    const session = { access_token: token, refresh_token: refreshToken, token_type: 'bearer', expires_in: 3600, expires_at: Math.floor(Date.now() / 1000) + 3600, user: { id, email } }
    cookies.set(identity, `dastarkhan=base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`)
  }
  const before = await hashOfTables(backend)
  const ask: Walk['ask'] = async (identity, address, init = {}) => {
    // Each comes from a network of its own: how much one network may ask is another test's matter.
    requests++
    const headers = { 'X-Forwarded-For': `10.${requests >> 16}.${(requests >> 8) & 255}.${requests & 255}`, ...(cookies.has(identity) ? { Cookie: cookies.get(identity)! } : {}), ...(init.headers as Record<string, string>) }
    const answer = await fetch(web.origin + address, { ...init, headers, redirect: 'manual' })
    const said = [...answer.headers].filter(([name]) => !incidental.includes(name))
    return { status: answer.status, bytes: `${said.map(pair => pair.join(': ')).join('\n')}\n\n${await answer.text()}` }
  }
  return {
    world, ask, routes: routesOf(web.routes), forms: formsOf(world),
    post: (fields, headers = {}) => ({ method: 'POST', body: new URLSearchParams(fields), headers: { Origin: web.origin, 'Content-Type': 'application/x-www-form-urlencoded', ...headers } }),
    changed: async () => {
      const [was, is] = [before.split('\n'), (await hashOfTables(backend)).split('\n')]
      return is.filter((line, i) => line !== was[i]).map(line => line.split(':')[0]!)
    },
    stop: async () => {
      await web.stop()
      await backend.stop()
    },
  }
}

/** Does the work of each, a few at once: web and database are two processes. Gives all the faults. */
async function faultsOf<T>(all: readonly T[], work: (one: T) => Promise<string[]>): Promise<string[]> {
  const [left, faults] = [[...all], [] as string[]]
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) faults.push(...(await work(one)))
  }))
  return faults.sort()
}

const asData = (address: string) => (address === '/' ? '/_root.data' : `${address}.data`)
/** An answer without what differs from one to the next and means nothing: nonces, request ids, and the id that was asked for. */
function alike(bytes: string, id: string): string {
  const nonce = / nonce="([^"]+)"/.exec(bytes)?.[1] ?? 'none'
  return bytes.replaceAll(id, '<id>').replaceAll(encodeURIComponent(id), '<id>').replaceAll(nonce, '<nonce>').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
}

/** What an identity reads that is not meant for him, on these routes as page, as data and as HEAD; and how many canaries that are. */
export async function readFaults({ ask }: Walk, identity: Identity, routes: readonly Route[], table: Record<string, Objects>): Promise<{ faults: string[]; seen: number }> {
  // A firm's name is kept in small letters too, for finding it again.
  const may = new Set([...mayRead[identity], ...alsoShown[identity]].map(canary => canary.toLowerCase()))
  const seen = new Set<string>()
  const addresses = [...new Set(routes.flatMap(route => [addressOf(route, table), addressOf(route, table, 'foreign')]))]
  const faults = await faultsOf(addresses, async address => {
    const found: string[] = []
    const answers = [['page', await ask(identity, address)], ['data', await ask(identity, asData(address))], ['HEAD', await ask(identity, address, { method: 'HEAD' })]] as const
    for (const [how, { status, bytes }] of answers) {
      for (const canary of canariesIn(bytes)) if (may.has(canary.toLowerCase())) seen.add(canary); else found.push(`${address} (${how}, ${status}) shows ${canary}`)
      if (status >= 500) found.push(`${address} (${how}) answers ${status}`)
    }
    return found
  })
  return { faults, seen: seen.size }
}

const NAMES_AN_OBJECT = /:(pair|company|introduction|import|mail|memorandum|id)\b/
/** Another forum's organizer is at home where the others are strangers. */
const othersOf = (identity: Identity, route: Route): keyof Objects => (identity === 'otherOrganizer' && route.path.startsWith('/desk') ? 'own' : 'foreign')

/** Where two texts part, and how each goes on. */
function parting(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i])
  const from = Math.max(0, (at < 0 ? one.length : at) - 30)
  return [one, other].map(text => JSON.stringify(text.slice(from, from + 90))).join(' and ')
}

/** Where an identity is told another's object from one that is not there, or from one that cannot be. */
export function likenessFaults({ ask }: Walk, identity: Identity, routes: readonly Route[], table: Record<string, Objects>): Promise<string[]> {
  return faultsOf(routes.filter(({ path, reads }) => reads && NAMES_AN_OBJECT.test(path)), async route => {
    const place = route.path.split('/').findIndex(part => NAMES_AN_OBJECT.test(part))
    const [others, unknown, malformed] = await Promise.all([othersOf(identity, route), 'unknown' as const, 'malformed' as const].map(async which => {
      const address = addressOf(route, table, which)
      const id = address.split('/')[place] ?? ''
      const { status, bytes } = await ask(identity, address)
      return { status, bytes: alike(bytes, id) }
    }))
    return [
      ...([302, 404].includes(others!.status) ? [] : [`${route.id}: another's answers ${others!.status}`]),
      ...(others!.status === unknown!.status && others!.bytes === unknown!.bytes ? [] : [`${route.id}: another's and unknown differ (${others!.status}, ${unknown!.status}): ${parting(others!.bytes, unknown!.bytes)}`]),
      ...(malformed!.status === unknown!.status && malformed!.bytes === unknown!.bytes ? [] : [`${route.id}: malformed and unknown differ (${malformed!.status}, ${unknown!.status}): ${parting(malformed!.bytes, unknown!.bytes)}`]),
    ]
  })
}

/** Which forms that are not an identity's to send are answered by anything but a way out. */
export function formFaults({ ask, post, forms }: Walk, identity: Identity, routes: readonly Route[], table: Record<string, Objects>): Promise<string[]> {
  const tries = routes.filter(({ writes }) => writes).flatMap(route => {
    const form = forms[route.id]
    if (!form || form === 'open') return []
    const admitted = form.may.includes(identity)
    // Whoever gets in tries it on what is another's; whoever does not, on what is there.
    if (admitted && !NAMES_AN_OBJECT.test(route.path) && !route.path.includes(':listing')) return []
    const which: Array<keyof Objects> = admitted ? [othersOf(identity, route), 'unknown', 'malformed'] : ['own', 'foreign', 'unknown', 'malformed']
    return which.map(one => ({ route, which: one, fields: form.fields }))
  })
  return faultsOf(tries, async ({ route, which, fields }) => {
    const { status } = await ask(identity, addressOf(route, table, which), post(fields))
    // A redirect leads to the sign-in page, to registration, or back to the list of one's own.
    return [302, 303, 404, 405].includes(status) ? [] : [`${route.id}, ${which}: ${status}`]
  })
}

// Machines bring a signature or a token of their own; these have none.
const MACHINES = /^\/(hooks|unsubscribe)\//

/** Which routes take anything at all from elsewhere. @param headers what the sender says of himself; an empty one is left out */
export function foreignFaults({ ask, post, forms }: Walk, headers: Record<string, string>, routes: readonly Route[], table: Record<string, Objects>): Promise<string[]> {
  const tries = routes.flatMap(route => ['POST', 'PUT', 'PATCH', 'DELETE'].flatMap(method => (['ownerA', 'organizer'] as const).map(identity => ({ route, method, identity }))))
  return faultsOf(tries, async ({ route, method, identity }) => {
    const form = forms[route.id]
    const init = post(form && form !== 'open' ? form.fields : {})
    const given = Object.fromEntries(Object.entries({ ...(init.headers as Record<string, string>), ...headers }).filter(([, value]) => value))
    const address = addressOf(route, table)
    const { status } = await ask(identity, address, { ...init, method, headers: given })
    return (MACHINES.test(address) ? [400, 401, 404, 405].includes(status) : status === 403) ? [] : [`${method} ${route.id} as ${identity}: ${status}`]
  })
}

/** What stands for each parameter of an address in this world. */
export async function objectsIn({ world }: Walk): Promise<Record<string, Objects>> {
  const [listing] = await world.backend.sql<{ id: string }>('select id from public.listings where company_id = $1', [world.companies.A])
  return objectsOf(world, listing!.id)
}
