import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules/.cache/dastarkhan')

/** What tells that a file is another now. */
const stampOf = (file: string) => (existsSync(file) ? `${statSync(file).mtimeMs} ${statSync(file).size}` : 'gone')

/** Our own files go on to find what lies beside them. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) =>
      path.includes('node_modules') ? undefined : { loader: 'ts', contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) },
    ),
}

/**
 * One file made of a program and all that it imports: read one by one through tsx they cost two seconds of processor time at each start, and
 * every test file starts a stand. Made anew when one of its sources has changed.
 */
export async function bundled(program: string): Promise<string> {
  const place = join(cache, `${relative(root, program).replace(/\W+/g, '-')}.mjs`)
  const record = `${place}.json`
  const known = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Record<string, string>) : {}
  if (existsSync(place) && known[program] && Object.entries(known).every(([file, stamp]) => stampOf(file) === stamp)) return place
  mkdirSync(cache, { recursive: true })
  const draft = `${place}.${process.pid}`
  const { metafile } = await build({
    entryPoints: [program], outfile: draft, absWorkingDir: root, bundle: true, metafile: true, platform: 'node', format: 'esm', logLevel: 'error', plugins: [ownAddresses],
    // PGlite reads its own files from beside it.
    external: ['@electric-sql/*', 'pg-native'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  renameSync(draft, place)
  writeFileSync(record, JSON.stringify(Object.fromEntries(Object.keys(metafile.inputs).map(name => [join(root, name), stampOf(join(root, name))]))))
  return place
}
