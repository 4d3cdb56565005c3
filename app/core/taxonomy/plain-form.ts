/** What a word may be a form of. */
export interface Root {
  text: string
  /** Whether what was taken off can hardly be the end of the root itself. */
  sure: boolean
}

/** What the dictionary itself writes in a language, letters folded: what tells an inflected word from one whose root only looks inflected. */
export interface Written {
  /** Terms of one word: in their plain form, or the plural of another such term. */
  alone: ReadonlySet<string>
  words: ReadonlySet<string>
  /** Words without their endings, in Russian. */
  stems: ReadonlySet<string>
}

export const NOTHING_WRITTEN: Written = { alone: new Set(), words: new Set(), stems: new Set() }

/** A root that the dictionary does not know is believed in from this length on, in letters: before, too many words would be eaten. */
const LEAST_UNKNOWN = 4

/**
 * The plain form of a word, by the roots it may have (least cut first). A word that is a term by itself is plain as it stands (қазы is a sausage, not "his goose"), unless
 * it surely has an ending and what is left is a term too (терілер). Any other is a form of the first root that is a term, or else of any word of the dictionary.
 */
export function plainForm(word: string, rootsOf: (word: string) => readonly Root[], written: Written): string {
  const { alone, words } = written
  const roots = rootsOf(word)
  const root = alone.has(word)
    ? roots.find(({ text, sure }) => sure && alone.has(text))
    : (roots.find(({ text, sure }) => alone.has(text) || (sure && words.has(text))) ?? roots.find(({ text }) => words.has(text)) ?? roots.find(({ text, sure }) => text.length >= LEAST_UNKNOWN + (sure ? 0 : 1)))
  return root && root.text.length < word.length ? plainForm(root.text, rootsOf, written) : (root?.text ?? word)
}
