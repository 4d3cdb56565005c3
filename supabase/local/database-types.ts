import type { Database } from './database'

interface Column {
  name: string
  type: string
  nullable: boolean
  hasDefault: boolean
  /** A column the database alone writes. */
  generated: boolean
}
interface Relationship {
  name: string
  columns: string[]
  isOneToOne: boolean
  referencedRelation: string
  referencedColumns: string[]
}
interface Relation {
  name: string
  kind: 'table' | 'view'
  updatable: boolean
  columns: Column[]
  relationships: Relationship[]
}
interface Routine {
  name: string
  arguments: Array<{ name: string; type: string; optional: boolean }>
  /** The columns of `returns table (…)`; else null. */
  columns: Array<{ name: string; type: string }> | null
  returns: string
  isSet: boolean
}
interface Catalogue {
  relations: Relation[]
  routines: Routine[]
  enums: Array<{ name: string; labels: string[] }>
}

/** Everything of the schema `public`, in alphabetical order, with types as `schema.name`, arrays as `schema.name[]`. */
const catalogueQuery = `
with type_names as (
  select t.oid, case
    when t.typelem <> 0 and t.typlen = -1 then en.nspname || '.' || e.typname || '[]'
    when t.typtype = 'd' then bn.nspname || '.' || b.typname
    else n.nspname || '.' || t.typname end as name
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
    left join pg_type e on e.oid = t.typelem left join pg_namespace en on en.oid = e.typnamespace
    left join pg_type b on b.oid = t.typbasetype left join pg_namespace bn on bn.oid = b.typnamespace
), relations as (
  select c.oid, c.relname::text as name, case when c.relkind in ('r', 'p') then 'table' else 'view' end as kind,
    pg_relation_is_updatable(c.oid, false) & 28 = 28 as updatable
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
), columns as (
  select a.attrelid, json_agg(json_build_object('name', a.attname, 'type', t.name, 'nullable', not (a.attnotnull or y.typnotnull),
    'hasDefault', a.atthasdef or a.attidentity <> '', 'generated', a.attgenerated <> '' or a.attidentity = 'a') order by a.attname) as list
  from pg_attribute a join relations r on r.oid = a.attrelid join type_names t on t.oid = a.atttypid join pg_type y on y.oid = a.atttypid
  where a.attnum > 0 and not a.attisdropped group by a.attrelid
), names as (
  select k.oid, array(select attname::text from unnest(k.conkey) with ordinality u(n, i) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n
      order by i) as own, array(select attname::text from unnest(k.confkey) with ordinality u(n, i) join pg_attribute a on a.attrelid = k.confrelid
      and a.attnum = u.n order by i) as theirs
  from pg_constraint k where k.contype = 'f'
), relationships as (
  select k.conrelid, json_agg(json_build_object('name', k.conname, 'columns', s.own, 'referencedRelation', r.name, 'referencedColumns', s.theirs,
    'isOneToOne', exists (select from pg_index i where i.indrelid = k.conrelid and i.indisunique and i.indpred is null
      and (i.indkey::int2[])[0:i.indnkeyatts - 1] @> k.conkey and k.conkey @> (i.indkey::int2[])[0:i.indnkeyatts - 1])) order by k.conname) as list
  from pg_constraint k join names s on s.oid = k.oid join relations r on r.oid = k.confrelid group by k.conrelid
), routines as (
  select p.oid, p.proname::text as name, t.name as returns, p.proretset as is_set,
    (select coalesce(json_agg(json_build_object('name', coalesce(p.proargnames[i], ''), 'type', y.name,
        'optional', i > p.pronargs - p.pronargdefaults) order by i), '[]')
      from unnest(p.proargtypes) with ordinality u(type, i) join type_names y on y.oid = u.type) as arguments,
    (select json_agg(json_build_object('name', p.proargnames[i], 'type', y.name) order by i)
      from unnest(p.proallargtypes, p.proargmodes) with ordinality u(type, mode, i) join type_names y on y.oid = u.type where u.mode in ('o', 't')) as columns
  from pg_proc p join type_names t on t.oid = p.prorettype
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and t.name not in ('pg_catalog.trigger', 'pg_catalog.event_trigger')
)
select json_build_object(
  'relations', (select coalesce(json_agg(json_build_object('name', r.name, 'kind', r.kind, 'updatable', r.updatable, 'columns', c.list,
    'relationships', coalesce(s.list, '[]')) order by r.name), '[]')
    from relations r join columns c on c.attrelid = r.oid left join relationships s on s.conrelid = r.oid),
  'routines', (select coalesce(json_agg(json_build_object('name', name, 'arguments', arguments, 'columns', columns, 'returns', returns,
    'isSet', is_set) order by name, oid), '[]') from routines),
  'enums', (select coalesce(json_agg(json_build_object('name', name, 'labels', labels) order by name), '[]') from (
    select t.typname::text as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace group by 1) enums)
) as catalogue`

const numbers = new Set(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'])
const texts = new Set(['text', 'varchar', 'bpchar', 'char', 'name', 'citext', 'uuid', 'date', 'time', 'timetz', 'timestamp', 'timestamptz', 'bytea'])

/** The TypeScript type of a value as the Data API gives it. Kinds that it knows no better are `unknown`, as in Supabase's own generator. */
function tsType(type: string, { relations, enums }: Catalogue): string {
  if (type.endsWith('[]')) {
    const item = tsType(type.slice(0, -2), { relations, enums, routines: [] })
    return item.includes(' | ') ? `(${item})[]` : `${item}[]`
  }
  const [schema, name = ''] = type.split('.')
  if (schema === 'public') {
    if (enums.some(known => known.name === name)) return `Database['public']['Enums']['${name}']`
    const relation = relations.find(known => known.name === name)
    if (relation) return `Database['public']['${relation.kind === 'table' ? 'Tables' : 'Views'}']['${name}']['Row']`
  }
  if (numbers.has(name)) return 'number'
  if (texts.has(name)) return 'string'
  if (name === 'bool') return 'boolean'
  if (name === 'json' || name === 'jsonb') return 'Json'
  if (name === 'void') return 'undefined'
  if (name === 'record') return 'Record<string, unknown>'
  return 'unknown'
}

const indent = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by))
const block = (entries: string[]) => (entries.length > 0 ? `{\n${indent(entries.join('\n'), 2)}\n}` : '{ [_ in never]: never }')

function renderRelation(relation: Relation, catalogue: Catalogue): string {
  const { kind, columns, relationships, updatable } = relation
  const value = (column: Column) => tsType(column.type, catalogue) + (column.nullable ? ' | null' : '')
  const written = (column: Column, optional: boolean) =>
    column.generated ? `${column.name}?: never` : `${column.name}${optional ? '?' : ''}: ${value(column)}`
  const inserts = columns.map(column => written(column, column.nullable || column.hasDefault))
  const updates = columns.map(column => written(column, true))
  const links = relationships.map(
    ({ name, columns: own, isOneToOne, referencedRelation, referencedColumns }) =>
      block([
        `foreignKeyName: '${name}'`,
        `columns: [${own.map(column => `'${column}'`).join(', ')}]`,
        `isOneToOne: ${isOneToOne}`,
        `referencedRelation: '${referencedRelation}'`,
        `referencedColumns: [${referencedColumns.map(column => `'${column}'`).join(', ')}]`,
      ]) + ',',
  )
  return block([
    `Row: ${block(columns.map(column => `${column.name}: ${value(column)}`))}`,
    ...(kind === 'table' || updatable ? [`Insert: ${block(inserts)}`, `Update: ${block(updates)}`] : []),
    `Relationships: [${links.length > 0 ? `\n${indent(links.join('\n'), 2)}\n` : ''}]`,
  ])
}

function renderRoutine(routine: Routine, catalogue: Catalogue): string {
  const args = [...routine.arguments].sort((a, b) => (a.name < b.name ? -1 : 1))
  const row = routine.columns && routine.columns.length > 1
  const one = row || (routine.columns && routine.isSet)
    ? block((routine.columns ?? []).map(column => `${column.name}: ${tsType(column.type, catalogue)}`))
    : tsType(routine.columns?.[0]?.type ?? routine.returns, catalogue)
  const argumentsType = args.length > 0 ? block(args.map(arg => `${arg.name}${arg.optional ? '?' : ''}: ${tsType(arg.type, catalogue)}`)) : 'never'
  return block([`Args: ${argumentsType}`, `Returns: ${one}${routine.isSet ? '[]' : ''}`])
}

/** The module `app/platform/database.types.ts` in the shape supabase-js wants, read from a migrated database. */
export async function databaseTypes(database: Pick<Database, 'query'>): Promise<string> {
  const [row] = await database.query<{ catalogue: Catalogue }>(catalogueQuery, [])
  const catalogue = row!.catalogue
  const { relations, routines, enums } = catalogue
  const of = (kind: Relation['kind']) => relations.filter(relation => relation.kind === kind)
  const named = (relation: Relation) => `${relation.name}: ${renderRelation(relation, catalogue)}`
  const routineNames = [...new Set(routines.map(({ name }) => name))]
  const overloads = (name: string) => routines.filter(routine => routine.name === name).map(routine => renderRoutine(routine, catalogue))
  const schema = block([
    `Tables: ${block(of('table').map(named))}`,
    `Views: ${block(of('view').map(named))}`,
    `Functions: ${block(routineNames.map(name => `${name}: ${overloads(name).join(' | ')}`))}`,
    `Enums: ${block(enums.map(({ name, labels }) => `${name}: ${labels.map(label => `'${label.replaceAll("'", "\\'")}'`).join(' | ')}`))}`,
    'CompositeTypes: { [_ in never]: never }',
  ])
  return `// Written by \`npm run db:types\` from the migrations. Do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  __InternalSupabase: { PostgrestVersion: '12' }
  public: ${indent(schema, 2).trimStart()}
}
`
}
