import { CYRILLIC } from './name-keys'

/**
 * Russian and Kazakh letters in Latin ones, as firms spell themselves in export papers. Sources: GOST R 52535.1-2006 (passports) for Russian,
 * the Kazakh letters by sound. A name in Urdu is not offered: its short vowels are not written, so any spelling would be a guess.
 */
const LATIN: Readonly<Record<string, string>> = { ...CYRILLIC, щ: 'shch', қ: 'q' }
const LEGAL_FORMS: Readonly<Record<string, string>> = { тоо: 'LLP', жшс: 'LLP', ао: 'JSC', ақ: 'JSC', ип: 'IE', жк: 'IE' }

function letters(word: string): string {
  const lower = word.toLowerCase()
  // A word without a letter of those above is spelt already: `(Pvt)` stays as it is.
  if (![...lower].some(letter => letter in LATIN)) return word
  const latin = [...lower].map(letter => LATIN[letter] ?? letter).join('')
  if (word === word.toUpperCase() && word.length > 1) return latin.toUpperCase()
  return word.charAt(0) === lower.charAt(0) ? latin : latin.charAt(0).toUpperCase() + latin.slice(1)
}

/** A Latin spelling to offer for a name, the legal form put last: «ТОО "Алатау Тері"» → `Alatau Teri LLP`. Null where none can be offered honestly. */
export function latinSpelling(name: string): string | null {
  if (/[\u0600-\u06FF]/.test(name)) return null
  const words = name.replace(/[«»"“”„]/g, ' ').split(/\s+/).filter(Boolean)
  const form = words.map(word => LEGAL_FORMS[word.toLowerCase()]).find(Boolean)
  const spelled = words.filter(word => !LEGAL_FORMS[word.toLowerCase()]).map(letters)
  return [...spelled, ...(form ? [form] : [])].join(' ') || null
}
