import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

import { clientFileOf, saidInBrowsers } from './app/i18n/said-in-browsers'
import { pressedFiles } from './app/commands/pressed-files'
import remixConfig from './remix.config.js'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), ...(isSsrBuild ? [] : [saidInBrowsers(), pressedFiles()])],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2022', assetsInlineLimit: 0, sourcemap: false,
    // Each file costs a kilobyte of headers: what every page of the desk uses comes in few.
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: clientFileOf } } }),
  },
}))
