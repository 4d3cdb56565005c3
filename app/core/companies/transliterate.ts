/**
 * Russian and Kazakh letters in Latin ones, as firms spell themselves in export papers. Sources: GOST R 52535.1-2006 (passports) for Russian,
 * the Kazakh letters by sound. A name in Urdu is not offered: its short vowels are not written, so any spelling would be a guess.
 */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
  ә: 'a', ғ: 'g', қ: 'q', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i',
}
const LEGAL_FORMS: Readonly<Record<string, string>> = { тоо: 'LLP', жшс: 'LLP', ао: 'JSC', ақ: 'JSC', ип: 'IE', жк: 'IE' }

function letters(word: string): string {
  const lower = word.toLowerCase()
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

const IGNORED = new Set(['llp', 'llc', 'ltd', 'limited', 'pvt', 'private', 'jsc', 'ojsc', 'co', 'company', 'corp', 'corporation', 'inc', 'smc', 'ie', 'plc', 'the', 'and', 'too', 'ao'])

/** What search in any script compares: Latin letters and digits in lower case, without legal form. */
export function nameKey(latin: string): string {
  const words = latin.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean)
  const kept = words.filter(word => !IGNORED.has(word))
  return (kept.length > 0 ? kept : words).join(' ')
}
