import { defineConfig } from '@playwright/test'

import { chooseBrowser } from './tests/support/browser.mjs'

// The story in the browser, on a demonstration stand of its own: fresh data, its own port (E2E_PORT), the built app; or on one that runs already (E2E_URL).
const port = Number(process.env.E2E_PORT ?? 4130)
const cache = 'node_modules/.cache'

export default defineConfig({
  testDir: 'tests/e2e',
  // Those are for `npm run check:all`.
  grepInvert: process.env.TESTS === 'long' ? [] : /@long/,
  outputDir: `${cache}/playwright`,
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `${cache}/tests/browser.json` }]],
  use: {
    baseURL: process.env.E2E_URL ?? `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    launchOptions: (await chooseBrowser()) ?? {},
    // Pages as they were, not pictures of them: taking those all the time costs as much as the tests.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
  webServer: process.env.E2E_URL ? undefined : {
    command: 'node app/commands/start.mjs --fresh --yes',
    // It says so when its demonstration is filled; it answers before.
    wait: { stdout: /is ready at/ },
    env: { PORT: String(port), DATA_DIRECTORY: `${cache}/e2e-data` },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 12_000 },
  },
})
