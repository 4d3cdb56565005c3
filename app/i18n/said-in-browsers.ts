import { runInNewContext } from 'node:vm'

import type { Plugin } from 'vite'

const catalogue = /\/app\/i18n\/locales\/(\w+)\/\w+\.ts$/
const queue = /\/app\/features\/desk\/(?:action-bar|bulk-bar|comparison|desk-shell|keyboard|pair-|queue-|snooze|use-queue|why-bar|words)[^/]*\.tsx?$/
// As the compiler writes a catalogue, whichever quotes it chose.
const compiled = /JSON\.parse\((["'`])(?:(?!\1)[^\\]|\\.)*\1\)/g
const quotes = ['"', "'", '`']

/** The texts of a compiled catalogue whose ids stand in `code` between quotes of any kind; escapes aside, which each writes in its own way. */
export function textsIn(code: string, texts: Record<string, unknown>): Record<string, unknown> {
  const bare = code.replaceAll('\\', '')
  const isSaid = (id: string) => quotes.some(quote => bare.includes(quote + id + quote))
  return Object.fromEntries(Object.entries(texts).filter(([id]) => isSaid(id)))
}

/**
 * For the client's build: a language's catalogues come to the browser as one file, with those texts alone that the browser's own code can say.
 * Two thirds of the desk's words are said by the server: loaders' sentences, refusals, mails.
 */
export function saidInBrowsers(): Plugin {
  return {
    name: 'said-in-browsers',
    apply: 'build',
    // Before the file's name is made of what is in it.
    renderChunk(code, chunk, _options, { chunks }) {
      if (!chunk.moduleIds.some(id => catalogue.test(id))) return null
      const modules = Object.values(chunks).flatMap(({ modules }) => Object.entries(modules))
      const said = modules.filter(([id]) => !catalogue.test(id)).map(([, { code }]) => code ?? '').join('\n')
      return {
        code: code.replace(compiled, parsed => {
          const few = textsIn(said, runInNewContext(parsed) as Record<string, unknown>)
          return `JSON.parse(${JSON.stringify(JSON.stringify(few))})`
        }),
        map: null,
      }
    },
  }
}

/** Which file of the client a module goes into: a language's texts in one, libraries in another, the kit and the words for codes in a third, the review queue's in a fourth; else Rollup decides. */
export function clientFileOf(id: string): string | undefined {
  const language = catalogue.exec(id)?.[1]
  if (language) return `texts-${language}`
  if (id.includes('/node_modules/')) return 'libraries'
  if (queue.test(id)) return 'queue'
  return /\/app\/(ui|core|i18n)\/[^?]*\.tsx?$/.test(id) ? 'kit' : undefined
}
