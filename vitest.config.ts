import { configDefaults, defineConfig } from 'vitest/config'

const common = {
  setupFiles: ['tests/support/fail-on-console-error.ts'],
  exclude: [...configDefaults.exclude, 'build'],
}

// On the real PostgREST what asks no database is left out, and what asks it only by way of pages and seeds, whose stores are tried there themselves.
const besideTheDatabase = process.env.TEST_STAND !== 'postgrest' ? [] : [
  'tests/integration/{demo-pairs,match-command,matching-world}.test.ts', 'tests/integration/mail/scanner.test.ts', 'tests/integration/doors/before-remix.test.ts', 'tests/integration/registration/**',
  'tests/integration/company/home-pages.test.ts', 'tests/integration/desk/{pages,demonstration}.test.ts', 'tests/access/mutants.test.ts',
]

// The same tests of the database run on two stands: TEST_STAND=embedded (the default) or postgrest (npm run test:parity).
export default defineConfig({
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  test: {
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      {
        extends: true,
        test: { ...common, name: 'unit', include: ['app/**/*.test.{ts,tsx}', 'tests/{fence,unit}/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'database',
          globalSetup: ['tests/support/app-is-built.ts'],
          include: ['tests/{integration,access,contracts}/**/*.test.{ts,tsx}'],
          exclude: [...common.exclude, ...besideTheDatabase, 'tests/integration/stand/**'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      // The embedded stand itself: processes are started, killed and locked out.
      {
        extends: true,
        test: {
          ...common,
          name: 'stand',
          include: ['tests/integration/stand/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // The whole story while its processes are killed: minutes, so apart (npm run check:kills).
      { extends: true, test: { name: 'kills', include: ['tests/kills/*.test.ts'], testTimeout: 1_800_000, disableConsoleIntercept: true } },
      // Every route as seven people: minutes, so apart (npm run check:routes).
      { extends: true, test: { ...common, name: 'routes', globalSetup: ['tests/support/app-is-built.ts'], include: ['tests/access/**/*.walk.ts'] } },
      { extends: true, test: { ...common, name: 'parity', include: ['tests/parity/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
})
