import { guessMapping } from '~/core/import/fields'
import { proposeRound, type RoundRules } from '~/core/matching/propose-round'
import { deskStore } from '~/features/desk/desk.store.server'
import { keepFile } from '~/features/desk/import/bring-file.server'
import { checkImport, runBatches } from '~/features/desk/import/check-import.server'
import { importDesk } from '~/features/desk/import/import.store.server'
import { readFile } from '~/features/desk/import/read-file.server'
import { roundsDesk } from '~/features/desk/rounds.store.server'
import { readLexicon } from '~/platform/dictionary.server'
import type { Db } from '~/platform/supabase.server'
import { asCsv, HEAD, importRows } from '../support/import-file'
import type { Gauge } from './gauge'

/** A round for everyone in the forum, its first approvals, and its undoing: the forum is as it was. */
export async function benchRound(gauge: Gauge, db: Db, forum: string, approvals = 500): Promise<void> {
  const rounds = roundsDesk(db)
  const rules: RoundRules = { floor: 3, cap: 20, unansweredCap: 5, most: 3, leastScore: 50, round: 1 }
  const round = await gauge.once('round, proposed for everyone', 30_000, async () => {
    const { number, firms, offers } = await rounds.material(forum)
    const { pairs, short, ...rest } = proposeRound(firms, offers, { ...rules, round: number })
    console.log(`  ${pairs.length} of ${offers.length} pairs, ${rest.floorAfter} of ${rest.firms} firms at their floor, ${rest.method}`)
    return rounds.propose(forum, pairs.map(({ match }) => match), rules, { ...rest, shortBy: {}, short: short.slice(0, 300) })
  })
  await gauge.once(`round, its first ${approvals} pairs approved`, null, async () => {
    for (let done = 0; done < approvals; ) {
      const answer = await rounds.apply(round, 50)
      done += answer.done
      if (answer.left === 0) break
    }
  })
  const { batch } = await rounds.one(round)
  await gauge.once('round, undone', null, () => deskStore(db).undoBatch(batch))
}

/** A spreadsheet through dry run, taking in, the same file again, and undo: the forum is as it was. */
export async function benchImport(gauge: Gauge, db: Db, forum: string, rows: number): Promise<void> {
  const [desk, lexicon] = [importDesk(db), readLexicon()]
  const file = await readFile(asCsv([HEAD, ...importRows(rows)]))
  const upload = async () => {
    const id = await keepFile(desk, forum, 'firms.csv', file)
    await desk.check(id, guessMapping(file.headings), null, {})
    return id
  }
  const check = (id: string) => checkImport({ store: desk, lexicon, year: new Date().getUTCFullYear() }, id)
  const first = await gauge.once(`import of ${rows} rows, uploaded`, null, upload)
  await gauge.once('import, dry run', 30_000, () => check(first))
  await gauge.once('import, applied', 60_000, () => runBatches(() => desk.apply(first), 'applied'))
  const second = await upload()
  await gauge.once('import, the same file again', 30_000, () => check(second))
  console.log(`  ${JSON.stringify((await desk.one(second)).counts)}`)
  await gauge.once('import, undone', null, () => runBatches(() => desk.undo(first), 'undone'))
}
