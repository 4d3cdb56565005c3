// npm run check:kills: the story is told again and again while database and web process are killed (-9), KILLS times each.
// What was acknowledged must be there in the end, once; and again after the stand came up by itself from what the last kill left.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFailed, test } from 'vitest'

import { startStand, type Program, type RunningStand } from './stand'
import { firmsOf, organizerOf, sending, tell } from './story'

const kills = Number(process.env.KILLS ?? 10)
const storiesAtOnce = Number(process.env.STORIES ?? 3)
const port = Number(process.env.KILLS_PORT ?? 4210)

/** Kills one program after the other, each time while some form is under way, until each has been killed often enough. */
async function killAll(stand: RunningStand): Promise<void> {
  for (let nth = 1; nth <= kills; nth += 1) {
    for (const program of ['database', 'web'] satisfies Program[]) {
      // Not the next form but one of the next few, so that every step of the story has its turn.
      for (let forms = 1 + Math.floor(Math.random() * 6); forms > 0; forms -= 1) await once(sending, 'form')
      await stand.kill(program)
      console.log(`killed and back: ${program}, ${nth} of ${kills}`)
    }
  }
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

const amissInAll = async (stand: RunningStand, told: number[]) => (await Promise.all(told.map(nth => amiss(stand, nth)))).flat()

test('what was acknowledged is there, once, however often database and web process are killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'dastarkhan-kills-'))
  const first = await startStand(directory, port, true)
  onTestFailed(first.stop)
  const organizer = await organizerOf(first)
  const told: number[] = []
  let begun = 0
  let killing = true
  const lane = async () => {
    while (killing) {
      const nth = (begun += 1)
      await tell(first, organizer, nth)
      told.push(nth)
    }
  }
  const lanes = Array.from({ length: storiesAtOnce }, lane)
  const began = Date.now()
  // A story that fails ends the test at once; otherwise the stories end after the kills.
  await Promise.race([killAll(first), Promise.all(lanes)])
  killing = false
  await Promise.all(lanes)
  expect(await amissInAll(first, told)).toEqual([])
  await first.stop()

  const second = await startStand(directory, port, false)
  onTestFailed(second.stop)
  expect(await amissInAll(second, told)).toEqual([])
  await second.stop()
  rmSync(directory, { recursive: true })
  console.log(`killed -9: ${kills} times each in ${((Date.now() - began) / 1000).toFixed(0)} s; ${told.length} stories told to the end; nothing lost, nothing doubled`)
  console.log(`first start, seeded: ${first.seconds.toFixed(1)} s; next start: ${second.seconds.toFixed(1)} s`)
})
