// npm run check:kills [-- --kills 10 --stories 4 --port 4190]: the story is told again and again while database and web process are killed (-9).
// What was acknowledged must be there in the end, once; then the stand must come up by itself from what the last kill left.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { startStand, type Program, type RunningStand } from './stand'
import { firmsOf, insist, organizerOf, tell } from './story'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '10' }, stories: { type: 'string', default: '4' }, port: { type: 'string', default: '4190' } } })
const [kills, atOnce, port] = [Number(values.kills), Number(values.stories), Number(values.port)]
const wait = (milliseconds: number) => new Promise<void>(resolve => void setTimeout(resolve, milliseconds))

/** Kills one after the other, a little while after everything answers again, until each has been killed often enough. */
async function killAll(stand: RunningStand, told: () => number): Promise<Record<Program, number>> {
  const done: Record<Program, number> = { database: 0, web: 0 }
  while (done.database < kills || done.web < kills) {
    await insist('to be ready again', async () => ((await stand.isReady()) ? true : null))
    await wait(500 + Math.random() * 4_000)
    const program: Program = done.database <= done.web ? 'database' : 'web'
    if (stand.kill(program)) done[program] += 1
    process.stdout.write(`\rkilled: database ${done.database}, web ${done.web}; stories told ${told()} `)
  }
  return done
}

/** What is amiss with what one story left behind. */
async function amiss({ admin }: RunningStand, nth: number): Promise<string[]> {
  const faults: string[] = []
  const [kz, pk] = firmsOf(nth)
  const ids: string[] = []
  for (const firm of [kz, pk]) {
    const { data } = await admin.from('companies').select('id, state, listings(text, direction)').eq('name_latin', firm.latin)
    const [company] = data ?? []
    if (data?.length !== 1 || company?.state !== 'validated') faults.push(`${firm.latin}: ${data?.length} rows, ${company?.state}`)
    const listings = (company?.listings ?? []).map(listing => `${listing.direction} ${listing.text}`).sort()
    if (listings.join() !== [`brings ${firm.brings}`, `seeks ${firm.seeks}`].join()) faults.push(`${firm.latin}: ${listings.join(', ')}`)
    ids.push(company?.id ?? '')
    const { data: mails } = await admin.rpc('mailbox_list', { of_email: firm.email, max_rows: 200 })
    for (const notice of ['introduction', 'introduction_connected']) {
      const count = (mails as { notice: string }[]).filter(mail => mail.notice === notice).length
      if (count !== 1) faults.push(`${firm.latin}: ${count} mails ${notice}`)
    }
  }
  const { data: introductions } = await admin.from('introductions').select('state').eq('kz_company', ids[0]!).eq('pk_company', ids[1]!)
  if (introductions?.map(introduction => introduction.state).join() !== 'connected') faults.push(`story ${nth}: introductions ${JSON.stringify(introductions)}`)
  return faults
}

const directory = mkdtempSync(join(tmpdir(), 'dastarkhan-kills-'))
const first = await startStand(directory, port, true)
const organizer = await organizerOf(first.origin, first.admin)
const began = Date.now()
let started = 0
const told: number[] = []
let killing = true
const lane = async () => {
  while (killing || told.length === 0) {
    const nth = (started += 1)
    await tell(first.origin, first.admin, organizer, nth)
    told.push(nth)
  }
}
const lanes = Promise.all(Array.from({ length: atOnce }, lane))
lanes.catch(() => {})
const killed = await Promise.race([killAll(first, () => told.length), lanes.then(() => Promise.reject(new Error('The stories ended before the kills.')))])
killing = false
await lanes
const faults = (await Promise.all(told.map(nth => amiss(first, nth)))).flat()
await first.stop()
const second = await startStand(directory, port, false)
const after = (await Promise.all(told.map(nth => amiss(second, nth)))).flat()
await second.stop()
rmSync(directory, { recursive: true })

console.log(`\nkilled -9: database ${killed.database}, web ${killed.web}, in ${((Date.now() - began) / 1000).toFixed(0)} s; ${told.length} stories told to the end`)
console.log(`first start, seeded: ${first.seconds.toFixed(1)} s; next start: ${second.seconds.toFixed(1)} s`)
for (const fault of [...faults, ...after]) console.log(`✗ ${fault}`)
const sound = told.length > 0 && faults.length === 0 && after.length === 0
console.log(sound ? 'nothing lost, nothing doubled' : 'something is amiss')
process.exit(sound ? 0 : 1)
