import { defineConfig } from '@lingui/conf'

// Four catalogues a language: what every page shares, the public and company pages, the organizer's desk, the mails.
const catalog = (name: string, include: string[], exclude: string[] = []) => ({
  path: `<rootDir>/app/i18n/locales/{locale}/${name}`,
  include: include.map(path => `<rootDir>/app/${path}`),
  exclude: ['**/*.test.*', ...exclude.map(path => `<rootDir>/app/${path}/**`)],
})

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru', 'kk', 'ur'],
  catalogs: [
    catalog('common', ['ui', 'i18n', 'root.tsx']),
    catalog('site', ['routes', 'features'], ['routes/desk', 'features/desk', 'features/progress']),
    catalog('desk', ['routes/desk', 'features/desk', 'features/progress']),
    catalog('mail', ['emails']),
  ],
  compileNamespace: 'ts',
  // A message is found by searching for it; line numbers would change the catalogues with every edit.
  formatOptions: { lineNumbers: false },
  orderBy: 'messageId',
})
