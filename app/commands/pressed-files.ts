import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

import type { Plugin } from 'vite'

/** For the client's build: each script and style a second time, as small as Brotli makes it (`name.js.br`); `app/server/built.ts` serves it. */
export function pressedFiles(): Plugin {
  return {
    name: 'pressed-files',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets')
      for (const name of readdirSync(assets).filter(name => /\.(js|css)$/.test(name))) writeFileSync(join(assets, `${name}.br`), brotliCompressSync(readFileSync(join(assets, name))))
    },
  }
}
