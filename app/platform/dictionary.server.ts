import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDictionary, type TermFile } from '~/core/taxonomy/dictionary'
import { parseTransforms, type Transform } from '~/core/taxonomy/transforms'
import { buildLexicon, type Lexicon } from '~/core/taxonomy/lexicon'

/** Every command and the server start in the project's folder, built or not; the term files are read from the source tree. */
function folder(): string {
  return join(process.cwd(), 'app/core/taxonomy')
}

/** The files of the term dictionary, as text. Parsing is the core's (`parseDictionary`). */
export function readTermFiles(): TermFile[] {
  const terms = join(folder(), 'terms')
  return readdirSync(terms)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => ({ name, text: readFileSync(join(terms, name), 'utf8') }))
}

/** The text of the value chain's edges (`parseTransforms`). */
export function readTransforms(): string {
  return readFileSync(join(folder(), 'transforms.txt'), 'utf8')
}

let edges: readonly Transform[] | undefined
/** The value chain's edges, parsed once a process. */
export const readEdges = (): readonly Transform[] => (edges ??= parseTransforms(readTransforms()).transforms.edges)

/** The term dictionary made searchable. Up to three seconds of work: once a process. */
export const readLexicon = (): Lexicon => buildLexicon(parseDictionary(readTermFiles()).dictionary)
