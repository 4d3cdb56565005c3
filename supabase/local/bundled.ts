import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import type { Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
const programs = join(root, 'build/programs')

/** What tells that a file is another now. */
const stampOf = (file: string) => (existsSync(file) ? `${statSync(file).mtimeMs} ${statSync(file).size}` : 'gone')

/** Our own files go on to find what lies beside them. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
      path.includes('node_modules') ? undefined : { loader: path.endsWith('x') ? 'tsx' : 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) },
    ),
}

/**
 * One file made of a program and what it imports, made anew when a source of it has changed. Read one by one through tsx, seven hundred
 * modules cost a start more than its work does. `packages`: whether those of others are in it too, or stay where they are.
 */
export async function bundled(program: string, packages: 'inside' | 'outside'): Promise<string> {
  const place = join(programs, `${relative(root, program).replace(/\W+/g, '-')}.mjs`)
  const record = `${place}.json`
  const known = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Record<string, string>) : {}
  if (existsSync(place) && known[program] && Object.entries(known).every(([file, stamp]) => stampOf(file) === stamp)) return place
  mkdirSync(programs, { recursive: true })
  const draft = `${place}.${process.pid}`
  const { build } = await import('esbuild')
  const { metafile } = await build({
    entryPoints: [program], outfile: draft, absWorkingDir: root, bundle: true, metafile: true, platform: 'node', format: 'esm', logLevel: 'error', plugins: [ownAddresses],
    // PGlite reads its own files from beside it.
    ...(packages === 'outside' ? { packages: 'external' } : { external: ['@electric-sql/*', 'pg-native'] }),
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  renameSync(draft, place)
  writeFileSync(record, JSON.stringify(Object.fromEntries(Object.keys(metafile.inputs).map(name => [join(root, name), stampOf(join(root, name))]))))
  return place
}
