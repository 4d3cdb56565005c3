import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * The fence: which rooms a room may not look into (docs/architecture.md). Look only down, and among the features only at those before.
 * `tests/fence` proves that each of these refuses.
 */
const above = (target, ...from) => from.map(room => ({ target: `./app/${target}`, from: `./app/${room}`, message: `${target} may not look into ${room}` }))
const tools = ['platform', 'ui', 'emails', 'i18n']
const features = ['accounts', 'companies', 'matching', 'introductions', 'desk', 'progress', 'public'].map(name => `features/${name}`)
const edges = ['routes', 'server', 'commands', 'services.server.ts']
export const fence = [
  ...above('core', ...tools, 'features', ...edges),
  ...tools.flatMap(tool => above(tool, 'features', ...edges)),
  ...above('ui', 'platform', 'emails'),
  ...above('emails', 'platform', 'ui'),
  ...features.flatMap((feature, i) => above(feature, ...features.slice(i + 1), ...edges)),
  ...above('routes', 'server', 'commands'),
]

const physical = String.raw`/(^|\s|:)-?(m[lr]|p[lr]|left|right|border-[lr]|rounded-(l|r|tl|tr|bl|br)|text-(left|right)|scroll-[mp][lr])(-|\s|$)/`
const impure = ['node:fs', 'node:path', 'node:crypto', 'node:child_process', 'node:worker_threads', 'react', '@supabase/supabase-js', '@supabase/ssr', 'resend']

export default tseslint.config(
  { ignores: ['build', 'node_modules', 'app/platform/database.types.ts', 'app/i18n/locales', 'tests/fence/broken'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      // Without it TypeScript's own files are not read, and no circle is ever seen.
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/extensions': ['.ts', '.tsx', '.js', '.mjs'],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: fence }],
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', { max: 250 }],
      'no-restricted-syntax': [
        'error',
        { selector: `JSXAttribute[name.name='className'] Literal[value=${physical}]`, message: 'Use logical utilities: ms me ps pe start end.' },
        { selector: `JSXAttribute[name.name='className'] TemplateElement[value.raw=${physical}]`, message: 'Use logical utilities: ms me ps pe start end.' },
      ],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only platform/env.server.ts reads the environment.' }],
    },
  },
  { files: ['app/core/**'], ignores: ['**/*.test.ts'], rules: { 'no-restricted-imports': ['error', { paths: impure }], 'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'window', 'document'], 'no-restricted-syntax': ['error', { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'The core is pure: randomness arrives as an argument.' }, { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The core is pure: time arrives as an argument.' }, { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core is pure: time arrives as an argument.' }] } },
  { files: ['app/core/**'], ignores: ['app/core/taxonomy/**', '**/*.test.ts'], rules: { 'no-restricted-imports': ['error', { paths: [...impure, 'fuse.js'] }] } },
  { files: ['app/features/**', 'app/routes/**', 'app/ui/**', 'app/emails/**'], ignores: ['**/*.test.ts'], rules: { 'no-restricted-imports': ['error', { paths: [...impure.filter(name => name !== 'react' && !name.startsWith('node:')), 'fuse.js'] }] } },
  { files: ['app/features/**/*.store.server.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['app/**/*.tsx'], ignores: ['app/core/**'], rules: {} },
  { files: ['app/platform/env.server.ts', 'app/commands/*.mjs', 'tests/**', 'supabase/local/**', 'scripts/**', '*.ts', '*.js'], rules: { 'no-restricted-properties': 'off' } },
)
