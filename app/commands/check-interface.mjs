// npm run check:interface: every check of the interface over all routes, languages, themes and widths; the table is printed at the end.
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', 'tests/e2e/interface', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, INTERFACE: 'all' },
})
process.exit(status ?? 1)
