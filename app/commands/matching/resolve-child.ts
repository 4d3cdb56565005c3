import { LINKS_KEPT } from '~/core/matching/links'
import { conceptId } from '~/core/matching/concepts'
import { parseDictionary } from '~/core/taxonomy/dictionary'
import { buildLexicon, type Lexicon } from '~/core/taxonomy/lexicon'
import { resolve } from '~/core/taxonomy/resolve'
import { type Vocabulary } from '~/core/taxonomy/vocabulary'
import { readTermFiles } from '~/platform/dictionary.server'

/** Texts to read, and their places in the whole list. */
export interface Task {
  first: number
  texts: readonly string[]
}

/** For each text its links, LINKS_KEPT places each, empty places with weight 0. */
export interface Answer {
  first: number
  concepts: Int32Array
  weights: Float32Array
}

// When the parent is gone, so is the work.
process.on('disconnect', () => process.exit())

let lexicon: Lexicon | undefined

process.on('message', (message: Task | { vocabulary: Vocabulary }) => {
  if ('vocabulary' in message) {
    lexicon = buildLexicon(parseDictionary(readTermFiles()).dictionary, message.vocabulary)
    process.send?.('ready')
  } else if (lexicon) process.send?.(answerTo(message, lexicon))
})

function answerTo({ first, texts }: Task, known: Lexicon): Answer {
  const concepts = new Int32Array(texts.length * LINKS_KEPT)
  const weights = new Float32Array(texts.length * LINKS_KEPT)
  texts.forEach((text, t) =>
    resolve(known, text, { top: LINKS_KEPT }).concepts.forEach(({ code, score }, i) => {
      concepts[t * LINKS_KEPT + i] = conceptId(code)
      weights[t * LINKS_KEPT + i] = score
    }),
  )
  return { first, concepts, weights }
}
