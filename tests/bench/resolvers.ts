import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { type Dictionary } from '~/core/taxonomy/dictionary'
import { LANGUAGES } from '~/core/taxonomy/language'
import { buildLexicon } from '~/core/taxonomy/lexicon'
import { resolve } from '~/core/taxonomy/resolve'
import { randomOf, slip } from './population'

/** The resolver beside Fuse.js and MiniSearch over the same terms: each term misspelt once, found among all. Rows of a table. */
export function* resolverTable(dictionary: Dictionary, sample = 400): Generator<string> {
  const random = randomOf(11)
  const terms = dictionary.concepts.flatMap(concept => LANGUAGES.flatMap(language => concept.terms[language].map(term => ({ heading: concept.heading, term }))))
  const documents = terms.map(({ heading, term }, id) => ({ id, heading, term }))
  const queries = Array.from({ length: sample }, () => terms[Math.floor(random() * terms.length)]!).map(({ heading, term }) => ({
    heading, text: term.split(' ').map(word => slip(random, word)).join(' '),
  }))
  const lexicon = buildLexicon(dictionary)
  const mini = new MiniSearch<(typeof documents)[number]>({ fields: ['term'], storeFields: ['heading'] })
  mini.addAll(documents)
  const fuse = new Fuse(documents, { keys: ['term'], ignoreLocation: true, threshold: 0.35 })
  const found = {
    ours: (text: string) => resolve(lexicon, text, { top: 10 }).concepts.map(({ code }) => code),
    MiniSearch: (text: string) => [...new Set(mini.search(text, { prefix: true, fuzzy: 0.2 }).map(result => String(result.heading)))].slice(0, 10),
    'Fuse.js': (text: string) => [...new Set(fuse.search(text.slice(0, 32), { limit: 60 }).map(({ item }) => item.heading))].slice(0, 10),
  }
  for (const [name, answer] of Object.entries(found)) {
    const asked = name === 'Fuse.js' ? queries.slice(0, 12) : queries
    const before = process.cpuUsage().user
    const ranks = asked.map(({ heading, text }) => answer(text).indexOf(heading))
    const each = (process.cpuUsage().user - before) / asked.length
    const share = (most: number) => ((100 * ranks.filter(rank => rank >= 0 && rank < most).length) / asked.length).toFixed(1).padStart(6)
    yield `${name.padEnd(12)} recall@1 ${share(1)} %   @10 ${share(10)} %   ${each.toFixed(0).padStart(8)} µs a phrase`
  }
}
