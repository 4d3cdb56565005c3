import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'

import { casesOf } from './cases'
import { catalogueFaults, type Catalogue } from './catalogue'
import { canariesIn, mayRead, rowsFor, rowsIn } from './may-read'
import { functionOf, verbs } from './verbs'
import { identities, type Identity, type Maker, type World } from './world'

/** One statement as somebody, and what must come of it. */
interface Check {
  name: string
  identity: Identity | 'server'
  prelude?: string
  statement: string
  /** A fault in a sentence, or undefined. `outcome` is "ok …" with the answer, or the SQLSTATE and message. */
  judge: (outcome: string) => string | undefined
}

const REFUSED = /^(42501|PT401|PT403|PT404) /
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
const bench = readFileSync(new URL('./battery.sql', import.meta.url), 'utf8')

type Argument = { name: string; type: string; hasDefault: boolean }
type ApiFunction = { name: string; call: string; arguments: Argument[]; open: boolean }

/** The functions of the API as the catalogue has them. */
const functions = (world: World<Maker>) =>
  world.backend.sql<ApiFunction>(`
    select p.proname as name, p.oid::regprocedure::text as call,
      has_function_privilege('authenticated', p.oid, 'execute') or has_function_privilege('anon', p.oid, 'execute') as open,
      (select coalesce(jsonb_agg(jsonb_build_object('name', p.proargnames[n], 'type', format_type(p.proargtypes[n - 1], null), 'hasDefault', n > p.pronargs - p.pronargdefaults) order by n), '[]')
        from generate_series(1, p.pronargs) n) as arguments
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype order by 1`)

/** Calls a function with named arguments, as the API does with a body. */
function callOf(all: ApiFunction[], name: string, body: Record<string, unknown>): string {
  const given = Object.keys(body)
  const found = all.find(one => one.name === name && given.every(key => one.arguments.some(argument => argument.name === key)) && one.arguments.every(argument => argument.hasDefault || given.includes(argument.name)))
  if (!found) throw new Error(`There is no function ${name}(${given.join(', ')})`)
  if (given.length === 0) return `select count(*)::text from public.${name}()`
  const columns = found.arguments.filter(argument => given.includes(argument.name)).map(argument => `"${argument.name}" ${argument.type}`)
  return `select count(*)::text from jsonb_to_record(${quote(JSON.stringify(body))}) as x(${columns.join(', ')}), lateral public.${name}(${given.map(key => `"${key}" => x."${key}"`).join(', ')})`
}

const passes = (outcome: string) => (outcome.startsWith('ok ') ? undefined : `is refused: ${outcome}`)
const isRefused = (outcome: string) => (REFUSED.test(outcome) ? undefined : `is let in: ${outcome}`)
const isNotThere = (outcome: string) => (outcome === 'PT404 not_found' ? undefined : `is not told "not there": ${outcome}`)

/** Reading: the canaries of all tables and views, for each identity exactly its own. */
function readingChecks(): Check[] {
  return identities.map(identity => ({
    name: 'reads exactly what it may',
    identity,
    statement: 'select access_checks.everything()',
    judge: outcome => {
      const [found, wanted] = [[...canariesIn(outcome), ...rowsIn(outcome)], [...mayRead[identity], ...rowsFor(identity)]]
      const [leaked, missing] = [found.filter(one => !wanted.includes(one)), wanted.filter(one => !found.includes(one))]
      return leaked.length + missing.length === 0 && outcome.startsWith('ok ') ? undefined : `leaks ${leaked.join(' ') || 'nothing'}, misses ${missing.join(' ') || 'nothing'}`
    },
  }))
}

/** The like of an object in the other forum; what has none there is replaced by an unknown id. */
function foreignOf(world: World<Maker>): Map<string, string> {
  const { companies, foreign } = world
  return new Map([
    [world.forum, world.otherForum], [companies.A, companies.elsewhere], [world.introduction, foreign.introduction], [world.heldIntroduction, foreign.introduction],
    [world.connectedIntroduction, foreign.introduction], [world.match, foreign.match], [world.suggestedMatch, foreign.match], [world.mail, foreign.mail], [world.unknownMail, foreign.mail],
    [world.batch, foreign.batch], [world.round, foreign.round], [world.filter, foreign.filter], [world.figure, foreign.figure], [world.memorandum, foreign.memorandum], [world.asker, randomUUID()],
  ])
}

/** Each verb as each identity: let in or refused; and whoever is let in is told "not there" of another's object and of none alike. */
function verbChecks(world: World<Maker>, all: ApiFunction[]): Check[] {
  const foreign = foreignOf(world)
  return Object.entries(verbs).flatMap(([verb, { may, body, loose = [] }]) => {
    const name = functionOf(verb)
    const own = body(world)
    const asEach = identities.map((identity): Check => ({
      name: `${verb}: ${may.includes(identity) ? 'lets in' : 'keeps out'}`, identity, statement: callOf(all, name, own),
      judge: may.includes(identity) ? passes : verb === 'leave' && identity.endsWith('rganizer') ? outcome => (outcome === 'PT409 organizer' ? undefined : outcome) : isRefused,
    }))
    const ids = Object.entries(own).filter(([key, value]) => foreign.has(String(value)) && !loose.includes(key))
    const ofOthers = ids.flatMap(([key, value]) =>
      [['another’s', foreign.get(String(value))!], ['an unknown', randomUUID()]].flatMap(([whose, id]) =>
        may.map((identity): Check => ({ name: `${verb}: ${whose} ${key}`, identity, statement: callOf(all, name, { ...own, [key]: id }), judge: isNotThere })),
      ),
    )
    return [...asEach, ...ofOthers]
  })
}

/** The second lock: a stand that grants too much opens nothing that is the server's alone. */
function serviceChecks(all: ApiFunction[]): Check[] {
  const theirs = new Set(Object.keys(verbs).map(functionOf))
  return all
    .filter(({ name }) => !theirs.has(name))
    .flatMap(({ name, call, arguments: taken }) =>
      (['visitor', 'organizer'] as const).map((identity): Check => ({
        name: `${name}: is the server’s alone, even where it is granted`,
        identity,
        prelude: `grant execute on function ${call.startsWith('public.') ? call : `public.${call}`} to anon, authenticated`,
        statement: `select count(*)::text from public.${name}(${taken.map(argument => `"${argument.name}" => null::${argument.type}`).join(', ')})`,
        judge: outcome => (outcome === 'PT403 service_only' ? undefined : `is not told "service_only": ${outcome}`),
      })),
    )
}

const caseChecks = (world: World<Maker>, all: ApiFunction[]): Check[] =>
  casesOf(world).map(({ name, identity, given, verb, body, outcome: wanted }) => ({
    name, identity, prelude: given, statement: callOf(all, verb, body), judge: outcome => (outcome === wanted ? undefined : `answers ${outcome}`),
  }))

/** Who a statement runs as: the role and the claims that the API puts on for a token. */
function runsAs(world: World<Maker>, identity: Check['identity']): { role: string; claims: string } {
  if (identity === 'server') return { role: 'service_role', claims: JSON.stringify({ role: 'service_role' }) }
  if (identity === 'visitor') return { role: 'anon', claims: JSON.stringify({ role: 'anon' }) }
  const { id, email } = world.users[identity]
  return { role: 'authenticated', claims: JSON.stringify({ sub: id, email, role: 'authenticated' }) }
}

/** All that is tried, laid on the bench once and run as often as one likes. Nothing of it stays. */
export interface Battery {
  size: number
  /** The faults found, in sentences. With a mutant, those that first came to light: the checks that its hint begins, else all others. */
  run: (mutant?: { sql: string; hint: string }) => Promise<string[]>
}

export async function makeBattery(world: World<Maker>): Promise<Battery> {
  await world.backend.sql(bench)
  const all = await functions(world)
  const checks = [...readingChecks(), ...verbChecks(world, all), ...serviceChecks(all), ...caseChecks(world, all)]
  const rows = checks.map(({ identity, prelude, statement }, id) => ({ id, ...runsAs(world, identity), prelude: prelude ?? null, statement }))
  await world.backend.sql(`insert into access_checks.statements select * from jsonb_to_recordset(${quote(JSON.stringify(rows))}) as x(id int, role text, claims text, prelude text, statement text)`)

  const faultsOf = async (ids: number[], sql?: string): Promise<string[]> => {
    const [row] = await world.backend.sql<{ said: { outcomes: string[] | null; catalogue: Catalogue } }>('select access_checks.run($1, $2) as said', [sql ?? null, ids])
    const { outcomes, catalogue } = row!.said
    const ofChecks = ids.flatMap((id, i) => {
      const { name, identity, judge } = checks[id]!
      const fault = judge(outcomes![i]!)
      return fault ? [`${identity}, ${name} ${fault}`.slice(0, 300)] : []
    })
    return [...catalogueFaults(catalogue), ...ofChecks]
  }
  return {
    size: checks.length,
    async run(mutant) {
      const ids = checks.map((_, id) => id)
      if (!mutant) return faultsOf(ids)
      const first = ids.filter(id => checks[id]!.name.startsWith(mutant.hint))
      const soon = await faultsOf(first, mutant.sql)
      return soon.length > 0 ? soon : faultsOf(ids.filter(id => !first.includes(id)), mutant.sql)
    },
  }
}
