import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { locales } from '~/core/locale'
import { flagCatalogue, flaggedTerms } from './reader-flags'

/** After `lingui extract`: marks in the catalogues what a native reader should look at first, by the glossary's ⚑. */
const terms = flaggedTerms(readFileSync('docs/glossary.md', 'utf8'))
for (const locale of locales.filter(locale => locale !== 'en')) {
  const folder = `app/i18n/locales/${locale}`
  for (const name of readdirSync(folder).filter(name => name.endsWith('.po'))) {
    const catalogue = readFileSync(`${folder}/${name}`, 'utf8')
    writeFileSync(`${folder}/${name}`, flagCatalogue(catalogue, terms))
  }
}
