import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { startCluster } from '../support/postgrest/cluster'

// npm run check:advisors: the linters of `supabase db advisors` on a real PostgreSQL with all migrations; clean at warn level, or allowed below by name.

/** What the advisors may go on saying, and why it is meant so. One that they say no more is a fault as well: then its line goes. */
const allowed: Array<{ rule: string; of: string; why: string }> = [
  { rule: 'security_definer_view', of: 'public.company_teasers', why: 'the one public view, of its owner on purpose (docs/decisions/0004): a teaser’s columns to everybody, the table to nobody' },
]
// Below warn level one rule is heeded; that no index was used yet is no news on an empty database.
const kept = (level: string, rule: string) => level !== 'INFO' || rule === 'unindexed_foreign_keys'

interface Finding {
  name: string
  level: 'INFO' | 'WARN' | 'ERROR'
  detail: string
  metadata: { schema?: string; name?: string }
}

/** All that the advisors have to say of a database. Throws when they did not come to an answer. */
function adviceOn(url: string): Finding[] {
  const program = fileURLToPath(new URL('../../node_modules/.bin/supabase', import.meta.url))
  // A home of its own, and nothing told to anybody: the check asks no network.
  const home = mkdtempSync(join(tmpdir(), 'dastarkhan-advisors-'))
  try {
    const { stdout, stderr } = spawnSync(program, ['db', 'advisors', `--remote=${url}?sslmode=disable`, '--level', 'info', '--output-format', 'json', '--agent', 'no'], {
      cwd: home, encoding: 'utf8', env: { ...process.env, SUPABASE_HOME: home, SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    })
    const answer = stdout?.split('\n').find(line => line.startsWith('{"results"'))
    if (!answer) throw new Error(`The advisors gave no answer: ${stderr || stdout}`)
    return (JSON.parse(answer) as { results: Finding[] }).results
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const cluster = await startCluster()
try {
  const found = adviceOn(cluster.url).filter(({ level, name }) => kept(level, name))
  const placeOf = ({ metadata: { schema, name } }: Finding) => `${schema}.${name}`
  const isAllowed = (finding: Finding) => allowed.some(({ rule, of }) => rule === finding.name && of === placeOf(finding))
  const faults = found.filter(finding => !isAllowed(finding))
  const unsaid = allowed.filter(({ rule, of }) => !found.some(finding => finding.name === rule && placeOf(finding) === of))
  for (const { level, name, detail } of faults) console.error(`${level}  ${name}: ${detail}`)
  for (const { rule, of } of unsaid) console.error(`allowed and no longer found: ${rule} of ${of}`)
  for (const { rule, of, why } of allowed) console.log(`allowed  ${rule} of ${of}: ${why}`)
  console.log(`${faults.length === 0 ? 'Nothing' : faults.length} found that is not allowed; ${allowed.length} allowed by name`)
  process.exitCode = faults.length + unsaid.length > 0 ? 1 : 0
} finally {
  await cluster.stop()
}
