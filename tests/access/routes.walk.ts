import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { startBackend } from '../support/backend'
import { startWeb, type Web } from '../support/web'
import { canariesIn, mayRead } from './may-read'
import { addressOf, alsoShown, formsOf, objectsOf, routesOf, type Objects, type Route } from './routes'
import { hashOfTables, identities, makeWorld, type Identity, type World } from './world'

// Seven people, every route, and pages compiled as they are asked for.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

let world: World
let web: Web
let routes: Route[]
let table: Record<string, Objects>
let before: string
const cookies = new Map<Identity, string>()

beforeAll(async () => {
  const backend = await startBackend()
  world = await makeWorld(backend)
  // With a provider the mailbox is not there; nobody sends in this test.
  web = await startWeb(backend, 3420, { LOG_LEVEL: 'silent', RESEND_API_KEY: 're_none', RESEND_BASE_URL: 'http://127.0.0.1:9', RESEND_WEBHOOK_SECRET: 'whsec_' + 'a'.repeat(32), MAIL_FROM: 'desk@example.test' })
  routes = routesOf(web.routes)
  const [listing] = await backend.sql<{ id: string }>('select id from public.listings where company_id = $1', [world.companies.A])
  table = objectsOf(world, listing!.id)
  for (const identity of identities) {
    if (identity === 'visitor') continue
    const { id, email, token, refreshToken } = await backend.signIn(world.users[identity].email)
    const session = { access_token: token, refresh_token: refreshToken, token_type: 'bearer', expires_in: 3600, expires_at: Math.floor(Date.now() / 1000) + 3600, user: { id, email } }
    cookies.set(identity, `dastarkhan=base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`)
  }
  before = await hashOfTables(backend)
})
afterAll(async () => {
  await web?.stop()
  await world?.backend.stop()
})

interface Answer {
  status: number
  /** Status line, headers and body: all that left the house. */
  bytes: string
}

async function ask(identity: Identity, address: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { 'X-Forwarded-For': `198.51.100.${identities.indexOf(identity) + 1}`, ...(cookies.has(identity) ? { Cookie: cookies.get(identity)! } : {}), ...(init.headers as Record<string, string>) }
  const answer = await fetch(web.origin + address, { ...init, headers, redirect: 'manual' })
  const said = [...answer.headers].filter(([name]) => !['date', 'x-request-id', 'content-security-policy', 'set-cookie', 'etag', 'content-length'].includes(name))
  return { status: answer.status, bytes: `${said.map(pair => pair.join(': ')).join('\n')}\n\n${await answer.text()}` }
}

const asData = (address: string) => (address === '/' ? '/_root.data' : `${address}.data`)
const post = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST', body: new URLSearchParams(fields), headers: { Origin: web.origin, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
})
/** What differs from one answer to the next without meaning: nonces, request ids, and the id that was asked for. */
const alike = (bytes: string, id: string) => bytes.replaceAll(id, '<id>').replaceAll(encodeURIComponent(id), '<id>').replace(/nonce(=|\\?":\\?"|",")[^"\\]*/g, 'nonce').replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')

describe.each(identities)('%s', identity => {
  it('reads no canary that is not meant for him: every route, as page, as data and as HEAD', async () => {
    const may = new Set([...mayRead[identity], ...alsoShown[identity]])
    const faults: string[] = []
    const seen = new Set<string>()
    for (const route of routes) {
      const addresses = [...new Set([addressOf(route, table), addressOf(route, table, 'foreign')])]
      for (const address of addresses) {
        const answers = [await ask(identity, address), await ask(identity, asData(address)), await ask(identity, address, { method: 'HEAD' })]
        for (const [i, { status, bytes }] of answers.entries()) {
          for (const canary of canariesIn(bytes)) if (may.has(canary)) seen.add(canary); else faults.push(`${address} (${['page', 'data', 'HEAD'][i]}, ${status}) shows ${canary}`)
          if (status >= 500) faults.push(`${address} (${['page', 'data', 'HEAD'][i]}) answers ${status}`)
        }
      }
    }
    expect(faults).toEqual([])
    // The scan would see something: whoever may read, reads.
    if (mayRead[identity].length > 0) expect(seen.size).toBeGreaterThan(5)
    expect(await hashOfTables(world.backend)).toBe(before)
  })

  it('is answered alike about another’s, an unknown and a malformed object', async () => {
    const faults: string[] = []
    for (const route of routes.filter(({ path, reads }) => reads && /:(pair|company|introduction|import|mail|memorandum|id)\b/.test(path))) {
      const [foreign, unknown, malformed] = await Promise.all((['foreign', 'unknown', 'malformed'] as const).map(async which => {
        const address = addressOf(route, table, which)
        const id = address.split('/').find(part => Object.values(table).some(objects => objects[which] === part)) ?? ''
        const { status, bytes } = await ask(identity, address)
        return { status, bytes: alike(bytes, id) }
      }))
      // To whom it belongs it is shown; that is another test's matter.
      if (identity === 'otherOrganizer' && foreign!.status === 200 && route.id.includes('/desk/')) continue
      if (![302, 404].includes(foreign!.status)) faults.push(`${route.id}: another's answers ${foreign!.status}`)
      if (foreign!.status !== unknown!.status || foreign!.bytes !== unknown!.bytes) faults.push(`${route.id}: another's and unknown differ (${foreign!.status}, ${unknown!.status})`)
      if (malformed!.status !== unknown!.status || malformed!.bytes !== unknown!.bytes) faults.push(`${route.id}: malformed and unknown differ (${malformed!.status}, ${unknown!.status})`)
    }
    expect(faults).toEqual([])
  })

  it('changes nothing by forms that are not his to send', async () => {
    const forms = formsOf(world)
    const faults: string[] = []
    const [all, ofOthers] = [['own', 'foreign', 'unknown', 'malformed'], identity === 'otherOrganizer' ? ['own', 'unknown', 'malformed'] : ['foreign', 'unknown', 'malformed']] as Array<Array<keyof Objects>>
    for (const route of routes.filter(({ writes }) => writes)) {
      const form = forms[route.id]
      if (form === 'open') continue
      const admitted = form!.may.includes(identity)
      // Whoever gets in tries it on what is another's; whoever does not, on what is there.
      if (admitted && !route.path.includes('/:')) continue
      for (const which of admitted ? ofOthers! : all!) {
        const { status } = await ask(identity, addressOf(route, table, which), post(form!.fields))
        // A redirect leads to the sign-in page, to registration, or back to the list of one's own.
        if (![302, 303, 404, 405].includes(status)) faults.push(`${route.id}, ${which}: ${status}`)
      }
    }
    expect(faults).toEqual([])
    expect(await hashOfTables(world.backend)).toBe(before)
  })
})

it('every route that takes a form has one here, and every form a route', () => {
  expect(Object.keys(formsOf(world)).sort()).toEqual(routes.filter(({ writes }) => writes).map(({ id }) => id).sort())
})

describe('from another site', () => {
  const machines = /^\/(hooks|unsubscribe)\//
  const senders: Array<[string, Record<string, string>]> = [
    ['evil', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['null', { Origin: 'null' }],
    ['garbage', { Origin: 'not an origin' }],
    ['missing', { Origin: '' }],
    ['plain text', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
    ['a forged host', { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
  ]
  it.each(senders)('no route takes anything: %s', async (_, headers) => {
    const forms = formsOf(world)
    const faults: string[] = []
    for (const route of routes) {
      const form = forms[route.id]
      const fields = form && form !== 'open' ? form.fields : {}
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const given = Object.fromEntries(Object.entries({ ...post(fields).headers as Record<string, string>, ...headers }).filter(([, value]) => value))
        for (const identity of ['ownerA', 'organizer'] as const) {
          const address = addressOf(route, table)
          const { status } = await ask(identity, address, { ...post(fields), method, headers: given })
          // Machines bring a signature or a token of their own; these have none.
          if (machines.test(address) ? ![400, 401, 404, 405].includes(status) : status !== 403) faults.push(`${method} ${route.id} as ${identity}: ${status}`)
        }
      }
    }
    expect(faults).toEqual([])
    expect(await hashOfTables(world.backend)).toBe(before)
  })
})
