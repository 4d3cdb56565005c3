import { readFileSync } from 'node:fs'

import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

// The fence refuses what it says it refuses: each rule is shown a line that breaks it, in the file where that line would stand, and one that keeps it.
const eslint = new ESLint({ cwd: process.cwd(), ignore: false })
const refusals = async (filePath: string, code: string) => (await eslint.lintText(code, { filePath }))[0]!.messages.filter(message => message.severity === 2).map(message => message.ruleId ?? message.message)

// From the room at the left, what stands in the room at the right is out of sight.
const uphill: Array<[from: string, to: string]> = [
  ['app/core/x.ts', '~/platform/env.server'],
  ['app/core/x.ts', '~/ui/button'],
  ['app/core/x.ts', '~/i18n/format.server'],
  ['app/core/x.ts', '~/features/desk/words'],
  ['app/platform/x.ts', '~/features/desk/words'],
  ['app/platform/x.ts', '~/services.server'],
  ['app/ui/x.tsx', '~/platform/env.server'],
  ['app/ui/x.tsx', '~/features/desk/words'],
  ['app/emails/x.tsx', '~/platform/env.server'],
  ['app/features/companies/x.ts', '~/features/matching/matching.store.server'],
  ['app/features/matching/x.ts', '~/features/introductions/sentences'],
  ['app/features/introductions/x.ts', '~/features/desk/words'],
  ['app/features/desk/x.ts', '~/features/progress/progress-view.server'],
  ['app/features/companies/x.ts', '~/services.server'],
  ['app/features/companies/x.ts', '~/routes/page.server'],
  ['app/routes/x.tsx', '~/server/app'],
  ['app/routes/x.tsx', '~/commands/command'],
]
const downhill: Array<[from: string, to: string]> = [
  ['app/core/x.ts', '~/core/transitions'],
  ['app/platform/x.ts', '~/core/transitions'],
  ['app/features/desk/x.ts', '~/features/introductions/sentences'],
  ['app/features/companies/x.ts', '~/platform/refusal'],
  ['app/routes/x.tsx', '~/features/desk/words'],
]
const importing = (to: string) => `import * as room from '${to}'\n\nexport const kept = room\n`

describe('imports look only down', () => {
  test.each(uphill)('%s may not look into %s', async (from, to) => {
    expect(await refusals(from, importing(to))).toContain('import-x/no-restricted-paths')
  })
  test.each(downhill)('%s may look into %s', async (from, to) => {
    expect(await refusals(from, importing(to))).toEqual([])
  })
  test('a circle is refused', async () => {
    const file = 'tests/fence/broken/one.ts'
    expect(await refusals(file, readFileSync(file, 'utf8'))).toEqual(['import-x/no-cycle'])
  })
})

const broken: Array<[what: string, file: string, code: string, rule: string]> = [
  ['the core reads no files', 'app/core/x.ts', `import { readFileSync } from 'node:fs'\n\nexport const read = readFileSync\n`, 'no-restricted-imports'],
  ['the core draws nothing', 'app/core/x.ts', `import { useState } from 'react'\n\nexport const kept = useState\n`, 'no-restricted-imports'],
  ['the core asks nobody for the time', 'app/core/x.ts', 'export const now = () => Date.now()\n', 'no-restricted-syntax'],
  ['nor makes one up', 'app/core/x.ts', 'export const now = () => new Date()\n', 'no-restricted-syntax'],
  ['the core draws no lots', 'app/core/x.ts', 'export const lot = () => Math.random()\n', 'no-restricted-syntax'],
  ['the core fetches nothing', 'app/core/x.ts', `export const got = () => fetch('/')\n`, 'no-restricted-globals'],
  ['only stores speak to Supabase', 'app/features/desk/x.ts', `import { createClient } from '@supabase/supabase-js'\n\nexport const kept = createClient\n`, 'no-restricted-imports'],
  ['Fuse.js stays with the vocabulary', 'app/features/desk/x.ts', `import Fuse from 'fuse.js'\n\nexport const kept = Fuse\n`, 'no-restricted-imports'],
  ['in the core too', 'app/core/matching/x.ts', `import Fuse from 'fuse.js'\n\nexport const kept = Fuse\n`, 'no-restricted-imports'],
  ['only the settings read the environment', 'app/routes/x.tsx', 'export const port = process.env.PORT\n', 'no-restricted-properties'],
  ['sides are logical, since Urdu is mirrored', 'app/ui/x.tsx', `export const Part = () => <p className="ml-4">x</p>\n`, 'no-restricted-syntax'],
  ['in templates too', 'app/ui/x.tsx', 'export const Part = ({ more }: { more: string }) => <p className={`text-left ${more}`}>x</p>\n', 'no-restricted-syntax'],
  ['a file can be read in one sitting', 'app/core/x.ts', 'export const count = [\n' + '  1,\n'.repeat(260) + ']\n', 'max-lines'],
]
test.each(broken)('%s', async (_what, file, code, rule) => {
  expect(await refusals(file, code)).toContain(rule)
})
test('a store may speak to Supabase, and logical sides are welcome', async () => {
  expect(await refusals('app/features/desk/x.store.server.ts', `import { createClient } from '@supabase/supabase-js'\n\nexport const kept = createClient\n`)).toEqual([])
  expect(await refusals('app/ui/x.tsx', `export const Part = () => <p className="ms-4 text-start">x</p>\n`)).toEqual([])
})
