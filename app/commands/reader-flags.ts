/** A word of the glossary that a native reader should look at first. */
export type FlaggedTerm = { name: string; pattern: RegExp }

const FLAG = '# ⚑ '
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The terms that `docs/glossary.md` marks with ⚑: the first cell of their rows, what stands in brackets left out, each of several by itself. */
export function flaggedTerms(glossary: string): FlaggedTerm[] {
  const marked = [...glossary.matchAll(/^\| ([^|]+) ⚑ \|/gm)].map(([, cell = '']) => cell.replace(/\([^)]*\)/g, '').trim())
  return marked.flatMap(cell => cell.split(' · ')).map(name => {
    const word = name.replace(/^the /, '')
    return { name: word, pattern: new RegExp(`\\b${escaped(word)}s?\\b`, 'i') }
  })
}

const sourceOf = (entry: string) => [...(/^msgid (.*(?:\n".*)*)/m.exec(entry)?.[1] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join('')

/**
 * A catalogue (PO) with a translator's comment at each entry that uses such a term: `# ⚑ listing`. Flags of before go; other comments stay.
 * `lingui extract` keeps translators' comments.
 */
export function flagCatalogue(catalogue: string, terms: readonly FlaggedTerm[]): string {
  const entries = catalogue.split('\n\n').map(entry => {
    const bare = entry.split('\n').filter(line => !line.startsWith(FLAG)).join('\n')
    const source = sourceOf(bare)
    const used = source === '' ? [] : terms.filter(term => term.pattern.test(source)).map(term => term.name)
    return used.length > 0 ? `${FLAG}${used.join(', ')}\n${bare}` : bare
  })
  return entries.join('\n\n')
}
