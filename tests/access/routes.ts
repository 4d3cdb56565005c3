import { randomUUID } from 'node:crypto'

import type { ServerBuild } from '@remix-run/node'

import { identities, type Identity, type Maker, type World } from './world'

/** A route of the build: where it is, and whether it reads or writes. */
export interface Route {
  id: string
  path: string
  reads: boolean
  writes: boolean
}

/** Every address of the route manifest. A layout without a page of its own has none. */
export function routesOf(manifest: ServerBuild['routes']): Route[] {
  const pathOf = (id: string): string => {
    const route = manifest[id]!
    return [route.parentId ? pathOf(route.parentId) : '', route.path ?? ''].filter(Boolean).join('/')
  }
  return Object.values(manifest)
    .filter(route => route !== undefined && route.id !== 'root')
    .map(route => ({ id: route.id, path: `/${pathOf(route.id)}`.replace('/:lang?', ''), reads: Boolean(route.module.loader ?? route.module.default), writes: Boolean(route.module.action) }))
    .map(route => ({ ...route, path: route.path || '/' }))
    .filter(({ reads, writes }) => reads || writes)
}

/** An object that an address names: A's or the first forum's, the like of it elsewhere, one that is nowhere, and none at all. */
export type Objects = Record<'own' | 'foreign' | 'unknown' | 'malformed', string>
const objects = (own: string, foreign: string, unknown = randomUUID()): Objects => ({ own, foreign, unknown, malformed: 'not-an-id' })

/** What stands for each parameter of an address. Parameters of the same name on other pages are told apart by `<route id>:<name>`. */
export function objectsOf(world: World<Maker>, listing: string): Record<string, Objects> {
  const { foreign, companies } = world
  const token = () => randomUUID().replaceAll('-', '').slice(0, 22)
  return {
    pair: objects(world.match, foreign.match),
    company: objects(companies.A, companies.elsewhere),
    introduction: objects(world.introduction, foreign.introduction),
    import: objects(world.imports.applied, foreign.import),
    memorandum: objects(world.memorandum, foreign.memorandum),
    table: { own: 'companies', foreign: 'matches', unknown: 'no-such-table', malformed: 'x' },
    mail: objects(world.mail, foreign.mail),
    listing: objects(listing, randomUUID()),
    'routes/company/home.introduction:id': objects(world.introduction, foreign.introduction),
    'routes/mailbox/message:id': objects(world.mail, foreign.mail),
    'routes/mailbox/html:id': objects(world.mail, foreign.mail),
    token: { own: token(), foreign: token(), unknown: token(), malformed: 'x' },
    sector: { own: 'leather', foreign: 'grain', unknown: 'no-such-sector', malformed: '%20' },
  }
}

/** The address with its parameters filled in. Throws when nobody has said what stands for one: then the route is not covered. */
export function addressOf(route: Route, table: Record<string, Objects>, which: keyof Objects = 'own'): string {
  return route.path.replace('*', 'no/such/page').replace(/:(\w+)\??/g, (_, name: string) => {
    const found = table[`${route.id}:${name}`] ?? table[name]
    if (!found) throw new Error(`Nobody has said what stands for :${name} of ${route.id} (tests/access/routes.ts)`)
    return found[which]
  })
}

export interface Form {
  /** Who gets past the door; all others are sent to sign in, or told that nothing is here. */
  may: readonly Identity[]
  fields: Record<string, string>
}

const desk = ['organizer', 'otherOrganizer'] as const
const firm = ['ownerA', 'memberA', 'ownerB'] as const

/** A form for each route that takes one, which would do something. `open` ones are anybody's: their tests stand with their features. */
export function formsOf({ match, suggestedMatch, asker, forum, companies }: World<Maker>): Record<string, Form | 'open'> {
  return {
    'routes/desk/decide': { may: desk, fields: { match: suggestedMatch, intent: 'reject:known' } },
    'routes/desk/decisions': { may: desk, fields: { match: suggestedMatch, intent: 'reject:known' } },
    'routes/desk/bulk': { may: desk, fields: { pair: suggestedMatch, intent: 'reject:known', confirmed: 'yes' } },
    'routes/desk/company': { may: desk, fields: { intent: 'note', body: 'A note' } },
    'routes/desk/import': { may: desk, fields: { file: 'x' } },
    'routes/desk/import.one': { may: desk, fields: { intent: 'undo' } },
    'routes/desk/introduction': { may: desk, fields: { intent: 'withdraw', match } },
    'routes/desk/mail': { may: desk, fields: {} },
    'routes/desk/mail-message': { may: desk, fields: { intent: 'cancel' } },
    'routes/desk/pairs': { may: desk, fields: {} },
    'desk-forum': { may: desk, fields: { forum } },
    'desk-keys': { may: desk, fields: { keys: 'off' } },
    'routes/desk/rounds': { may: desk, fields: { intent: 'propose' } },
    'routes/desk/company.edit': { may: desk, fields: { nameNative: 'X', nameLatin: 'X' } },
    'routes/desk/company.new': { may: desk, fields: { country: 'PK' } },
    'routes/desk/duplicates': { may: desk, fields: { intent: 'different', one: companies.A, other: companies.B } },
    'routes/desk/duplicates.merge': { may: desk, fields: { from: companies.A, into: companies.B } },
    'routes/desk/filters': { may: desk, fields: { name: 'Mine', query: '' } },
    'routes/desk/join': 'open',
    'routes/desk/memoranda': { may: desk, fields: { title: 'X' } },
    'routes/desk/memorandum': { may: desk, fields: { intent: 'close', closing: 'fulfilled' } },
    'routes/desk/settings.weights': { may: desk, fields: { product: '50' } },
    'routes/desk/team': { may: desk, fields: { intent: 'invite', address: 'x@example.test' } },
    'routes/desk/settings': { may: desk, fields: { corridor: 'uzbekistan', status: 'closed', as_of: '2026-01-01', source: 'A test' } },
    'routes/company/home': { may: firm, fields: { intent: 'confirm' } },
    'routes/company/home.introduction': { may: firm, fields: { said: 'not_now' } },
    'routes/company/home.leave': { may: firm, fields: { sure: 'yes' } },
    'routes/company/home.settings': { may: firm, fields: { intent: 'mail' } },
    'routes/company/home.team': { may: firm, fields: { user: asker, decision: 'accept' } },
    'routes/company/register.check': { may: firm, fields: { matching: 'yes', privacy: 'yes' } },
    'routes/company/register.company': { may: firm, fields: { nameNative: 'X', nameLatin: 'X', registrationNumber: '1234567-8', region: 'punjab' } },
    'routes/company/register.later': 'open',
    'register-brings': { may: firm, fields: { intent: 'remove' } },
    'register-seeks': { may: firm, fields: { intent: 'remove' } },
    'register-brings-line': { may: firm, fields: { text: 'Wool', kind: 'goods' } },
    'register-seeks-line': { may: firm, fields: { text: 'Wool', kind: 'goods' } },
    'routes/company/register.person': { may: firm, fields: { name: 'X' } },
    'routes/company/register.route': { may: firm, fields: { workingLanguages: 'en' } },
    'routes/company/register.start': 'open',
    'routes/company/register.taken': 'open',
    'routes/company/register.understood': { may: firm, fields: {} },
    'routes/hooks/cron': 'open',
    'routes/hooks/resend': 'open',
    'routes/hooks/send-email': 'open',
    'routes/links/answer': 'open',
    claim: 'open',
    join: 'open',
    'routes/links/unsubscribe': 'open',
    'routes/mailbox/list': 'open',
    'routes/public/sign-in': 'open',
    'routes/public/sign-in.code': 'open',
    'routes/public/sign-in.link': 'open',
    'routes/public/sign-out': 'open',
  }
}

/** The canaries a page may show beyond what the tables do: each side of an introduction reads who the other is, and a firm why it was judged so. */
export const alsoShown: Record<Identity, string[]> = {
  ...(Object.fromEntries(identities.map(identity => [identity, []])) as unknown as Record<Identity, string[]>),
  ownerA: ['A', 'B', 'connected'].flatMap(profileOf), memberA: ['A', 'B', 'connected'].flatMap(profileOf), ownerB: ['A', 'B'].flatMap(profileOf),
}
function profileOf(of: string): string[] {
  return ['name', 'latin', 'about', 'listing', 'review'].filter(field => field !== 'review' || of.length === 1).map(field => `canary-${of}-${field}`)
}
