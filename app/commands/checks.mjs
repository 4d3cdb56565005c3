// Everything besides `npm test`, for `npm run check:all`: long, and for when there is time. Add yours here, with the command that runs it.

/** @type {Array<{ name: string, command: string[], env?: Record<string, string> }>} */
export const checks = [
  { name: 'Killed ten times each under the story: database and web process', command: ['npm', 'run', '--silent', 'check:kills'] },
  { name: 'The lock file against the least safe versions', command: ['npm', 'run', '--silent', 'check:floors'] },
  { name: 'Every route as seven people: what they read, what they are told, what they can change', command: ['npm', 'run', '--silent', 'check:routes'] },
  { name: 'Supabase’s own advisors on the database', command: ['npm', 'run', '--silent', 'check:advisors'] },
  { name: 'Every hole that can be made in policies, grants and guards is noticed', command: ['npm', 'run', '--silent', 'test:mutants'] },
  { name: 'The interface on every page, in every language, theme and width', command: ['npm', 'run', '--silent', 'check:interface'] },
  { name: 'An organizer’s afternoon in the browser: firms, rounds, rules, team, memoranda', command: ['npx', 'playwright', 'test', '--grep', '@long'], env: { TESTS: 'long' } },
  {
    name: '10,000 firms that write whatever they like into their mails',
    command: ['npx', 'vitest', 'run', '--project=database', 'tests/integration/mail/injection.test.ts'],
    env: { MAIL_INJECTION_RUNS: '10000' },
  },
  { name: 'Approving in under half a second while the mail provider answers nothing', command: ['npm', 'run', '--silent', 'bench:approving'] },
  {
    name: 'Every link of every notice opened by a scanner, with and without a browser',
    command: ['npx', 'vitest', 'run', '--project=database', 'tests/integration/mail/scanner.test.ts'],
    env: { SCANNER_LINKS: 'all' },
  },
  { name: '400 introductions through kills and faults, each mail once', command: ['npm', 'run', '--silent', 'chaos'] },
]
