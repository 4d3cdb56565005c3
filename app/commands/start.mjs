// npm start: from a fresh clone to a running demonstration. Nothing here may need an installed package, or a Node newer than the oldest
// that can read this file: it is what tells people that theirs is too old.
import { fileURLToPath } from 'node:url'

import { Refusal, build, checkNode, installPackages } from './prepare.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)

const help = `npm start                the demonstration, on this machine only
npm start -- --fresh     the same, after removing its data (asks first; --yes does not)
npm run dev              the same while you change the code

PORT=3000                where it listens
LOCAL_DATABASE_URL=…     a PostgreSQL, as its superuser, in place of the embedded one`

async function main() {
  const flags = process.argv.slice(2)
  if (flags.includes('--help')) return console.log(help)
  checkNode(root)
  await installPackages(root)
  if (!flags.includes('--dev')) await build(root)
  const { register } = await import('tsx/esm/api')
  register()
  const { runStand } = await import('../server/stand.js')
  await runStand({ fresh: flags.includes('--fresh'), yes: flags.includes('--yes'), dev: flags.includes('--dev') })
}

main().catch(error => {
  console.error(error instanceof Refusal || error.name === 'StandRefusal' ? `\n${error.message}` : error)
  process.exit(1)
})
