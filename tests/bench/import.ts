import { guessMapping } from '~/core/import/fields'
import { keepFile } from '~/features/desk/import/bring-file.server'
import { checkImport, runBatches } from '~/features/desk/import/check-import.server'
import { importDesk } from '~/features/desk/import/import.store.server'
import { readFile } from '~/features/desk/import/read-file.server'
import { readLexicon } from '~/platform/dictionary.server'
import { startBackend } from '../support/backend'
import { makeForum } from '../support/forum-fixture'
import { asCsv, HEAD, importRows } from '../support/import-file'

// npm run bench:import [-- rows]: a spreadsheet through dry run, taking in, the same file again, and undo, on an embedded stand of its own.
const rows = Number(process.argv[2] ?? 10_000)
const lexicon = readLexicon()
const backend = await startBackend()
const forum = await makeForum(backend)
const desk = importDesk(backend.asUser(forum.ayesha.token) as never)
const file = await readFile(asCsv([HEAD, ...importRows(rows)]))

async function lap<Value>(name: string, target: number | null, work: () => Promise<Value>): Promise<Value> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  const own = ((user + system) / 1e6).toFixed(1)
  console.log(`${name.padEnd(20)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s   of it ${own} s of this process${target ? `   target ${target} s` : ''}`)
  return value
}
const upload = async () => {
  const id = await keepFile(desk, forum.forum, 'firms.csv', file)
  await desk.check(id, guessMapping(file.headings), null, {})
  return id
}
const check = (id: string) => checkImport({ store: desk, lexicon, year: new Date().getUTCFullYear() }, id)

console.log(`${rows} rows`)
const first = await lap('upload', null, upload)
await lap('dry run', 30, () => check(first))
await lap('taken in', 60, () => runBatches(() => desk.apply(first), 'applied'))
const second = await upload()
await lap('the same file again', 30, () => check(second))
console.log(JSON.stringify((await desk.one(second)).counts))
await lap('undo', null, () => runBatches(() => desk.undo(first), 'undone'))
await backend.stop()
