import type { Maker } from './world'

/** A hole made on purpose: SQL that opens it, and what it is called. */
export interface Mutant {
  kind: string
  name: string
  sql: string
  /** Where the checks that should notice begin: tried first. */
  hint: string
}

type Policy = { table: string; name: string; has_using: boolean; has_check: boolean }
type Relation = { name: string; kind: 'table' | 'view'; private: boolean }
type Function = { call: string; short: string; definition: string; visitor: boolean; signed_in: boolean; helper: boolean }

/** What lets somebody in or not: a call of a guard, and a refusal on a condition of the function's own. */
const guards = /perform private\.require_(?:service|organizer|member|owner)\([^;]*\);|if [^;]*? then\s+perform private\.refuse\(40[134],[^;]*\);\s+end if;/g

/** Holes behind which stands another wall: what a caller gets is the same with and without them. */
const behindAnotherWall: Record<string, string> = {
  'public.run_due_work(), guard 1': 'each of the jobs it calls asks for the server itself',
  'public.changed_traces(forum uuid, since timestamp with time zone), guard 1': 'changed_companies asks for the server itself',
  'public.answer_by_token(hash text, why text, words text), guard 2': 'record_answer knows no introduction without an id',
}

/** The same function with one guard taken out. */
function withoutGuards({ call, short, definition }: Function): Mutant[] {
  return [...definition.matchAll(guards)].flatMap((guard, i) => behindAnotherWall[`${call}, guard ${i + 1}`] ? [] : ({
    kind: 'a guard removed',
    hint: short,
    name: `${call}, guard ${i + 1}: ${guard[0].replace(/\s+/g, ' ').slice(0, 110)}`,
    sql: `${definition.slice(0, guard.index)} null; ${definition.slice(guard.index + guard[0].length)}`,
  }))
}

/** The helpers that policies and guards ask, with the array each answers made everybody's. */
const everybodys: Record<string, string> = {
  'private.my_forums()': 'select coalesce(array_agg(id), $a${}$a$) from public.forums',
  'private.my_companies()': 'select coalesce(array_agg(id), $a${}$a$) from public.companies',
  'private.my_forum_companies()': 'select coalesce(array_agg(id), $a${}$a$) from public.companies',
  'private.visible_companies()': 'select coalesce(array_agg(id), $a${}$a$) from public.companies',
  'private.my_introductions()': 'select coalesce(array_agg(id), $a${}$a$) from public.introductions',
  'private.open_counterparts()': 'select coalesce(array_agg(id), $a${}$a$) from public.companies',
}

/** Every mutant of the database as it is, read from its catalogue: what is added later is mutated too. */
export async function allMutants(backend: Pick<Maker, 'sql'>): Promise<Mutant[]> {
  const policies = await backend.sql<Policy>(
    `select format('%I.%I', schemaname, tablename) as "table", policyname as name, qual is distinct from 'true' as has_using, with_check is not null as has_check from pg_policies where schemaname in ('public', 'private') order by 1, 2`,
  )
  const relations = await backend.sql<Relation>(
    `select format('%I.%I', relnamespace::regnamespace, relname) as name, case when relkind = 'v' then 'view' else 'table' end as kind, relnamespace = 'private'::regnamespace as private
       from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind in ('r', 'v', 'm', 'p') order by 1`,
  )
  const functions = await backend.sql<Function>(
    `select format('%I.%I(%s)', pronamespace::regnamespace, proname, pg_get_function_identity_arguments(p.oid)) as call, proname as short, pg_get_functiondef(p.oid) as definition,
       has_function_privilege('anon', p.oid, 'execute') as visitor, has_function_privilege('authenticated', p.oid, 'execute') as signed_in, pronamespace = 'private'::regnamespace as helper
       from pg_proc p where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and prosecdef order by 1`,
  )
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
  return [
    ...policies.filter(one => one.has_using).map(({ table, name }) => ({ kind: 'a policy true', name: `${table}: ${name}`, sql: `alter policy ${quoted(name)} on ${table} using (true)`, hint: 'reads' })),
    ...policies.filter(one => one.has_check).map(({ table, name }) => ({ kind: 'a check dropped', name: `${table}: ${name}`, sql: `alter policy ${quoted(name)} on ${table} with check (true)`, hint: 'reads' })),
    ...relations.filter(one => one.kind === 'table' && !one.private).map(({ name }) => ({ kind: 'policies off', name, sql: `alter table ${name} disable row level security`, hint: 'reads' })),
    ...relations.filter(one => !one.private).map(({ name }) => ({ kind: 'a revoke undone', name: `write ${name}`, sql: `grant insert, update, delete on ${name} to authenticated`, hint: 'reads' })),
    ...relations.filter(one => one.private).map(({ name }) => ({ kind: 'a revoke undone', name: `read ${name}`, sql: `grant select on ${name} to authenticated`, hint: 'reads' })),
    ...functions.filter(one => !one.signed_in).map(({ call }) => ({ kind: 'a revoke undone', name: `run ${call}`, sql: `grant execute on function ${call} to authenticated`, hint: 'reads' })),
    ...functions.filter(one => !one.visitor && !one.helper).map(({ call }) => ({ kind: 'a revoke undone', name: `run ${call} as a visitor`, sql: `grant execute on function ${call} to anon`, hint: 'reads' })),
    ...functions.flatMap(withoutGuards),
    ...functions.filter(({ call }) => everybodys[call]).map(({ call, definition }) => ({
      kind: 'a helper for everybody', name: call, hint: 'reads', sql: definition.replace(/AS \$function\$[\s\S]*\$function\$/, () => `AS $function$ ${everybodys[call]} $function$`).replace('LANGUAGE plpgsql', 'LANGUAGE sql'),
    })),
  ]
}

/** Some of each kind, spread over the whole list; the same ones each time. */
export function sampleOf(mutants: Mutant[], ofEachKind: number): Mutant[] {
  return [...new Set(mutants.map(({ kind }) => kind))].flatMap(kind => {
    const same = mutants.filter(mutant => mutant.kind === kind)
    const step = Math.max(1, Math.floor(same.length / ofEachKind))
    return same.filter((_, i) => i % step === 0).slice(0, ofEachKind)
  })
}
