/**
 * Letters as matching sees them: lower case, without diacritics, one form of the letters that keyboards and people vary. Arabic-script
 * variants of one letter fall together (ی ي ى, ک ك, ہ ه ھ ۃ), Kazakh letters become the ones that stand in for them on a Russian keyboard.
 */
const SAME_LETTERS: Readonly<Record<string, string>> = {
  ё: 'е', қ: 'к', ғ: 'г', ә: 'а', ө: 'о', ү: 'у', ұ: 'у', ң: 'н', һ: 'х', і: 'и',
  ي: 'ی', ى: 'ی', ئ: 'ی', ك: 'ک', ه: 'ہ', ھ: 'ہ', ۃ: 'ہ', ة: 'ہ', ۂ: 'ہ', ۀ: 'ہ', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ۓ: 'ے',
  ß: 's', æ: 'e', ø: 'o', ı: 'i', ł: 'l', đ: 'd', ə: 'a',
}

const SEPARATOR = 0
const DELETED = 1
const CLAUSE_END = 2

/** Code unit → folded code unit, or one of the three signs above. */
const FOLDED = foldTable()

function foldTable(): Uint16Array {
  const table = new Uint16Array(65536)
  for (let unit = 0x30; unit <= 0x39; unit++) table[unit] = unit
  for (const [from, to] of [[0x41, 0x24f], [0x400, 0x52f], [0x620, 0x6d3], [0x6ee, 0x6fc]] as const)
    for (let unit = from; unit <= to; unit++) table[unit] = foldUnit(unit)
  for (const sign of ',;:()[]{}|./\\،؛۔\n!?•·') table[sign.charCodeAt(0)] = CLAUSE_END
  for (const unit of [0x27, 0x2019, 0x2018, 0x60, 0xb4, 0x640, 0x200b, 0x200d, 0x200e, 0x200f, 0xfeff, 0xad, 0x42a, 0x44a]) table[unit] = DELETED
  for (const [from, to] of [[0x300, 0x36f], [0x610, 0x61a], [0x64b, 0x65f], [0x6d6, 0x6ed], [0x202a, 0x202e], [0x2066, 0x2069]] as const)
    for (let unit = from; unit <= to; unit++) table[unit] = DELETED
  table[0x621] = DELETED
  for (let digit = 0; digit < 10; digit++) table[0x660 + digit] = table[0x6f0 + digit] = 0x30 + digit
  return table
}

function foldUnit(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase()
  const same = SAME_LETTERS[lower]
  if (same) return same.charCodeAt(0)
  if (!/\p{L}/u.test(lower)) return SEPARATOR
  return (lower === 'й' ? lower : lower.normalize('NFD')).charCodeAt(0)
}

export interface Word {
  text: string
  /** Which clause of the text it stands in, from 0: commas, brackets, full stops end one. */
  clause: number
  /** Has a digit in it. */
  digits: boolean
}

/** Longest text read, in UTF-16 units, and most words kept: a listing says what it means long before. */
const LONGEST_TEXT = 600
const MOST_WORDS = 48

/** Russian abbreviations of two letters (б/у second-hand, х/б cotton, ж/д railway, л/а car) are one word each. */
const LETTER_PAIR = /(?<![\p{L}\d])([а-яё])\/([а-яё])(?![\p{L}\d])/giu

/** A letter before a hyphen belongs to the word (t-shirt, x-ray, e-bike, o-ring), as many write it: tshirt, xray; before a gap in the usual ones. */
const LETTER_HYPHEN = /(?<![\p{L}\d])([etvxo])(?:-(?=[a-z]{3})| (?=shirt|ring|belt|ray))/giu
/** What every such text has, and few others: cheaper to look for. */
const MAYBE_LETTER_HYPHEN = /(?:^|[^A-Za-z])[etvxoETVXO][ -]/

/** A text cut into folded words. Never throws, whatever the text holds (half surrogates, NUL, bidi marks, megabytes). */
export function wordsOf(text: string): Word[] {
  let source = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  if (/[\uFB00-\uFEFC\uFF01-\uFF5E\u0300-\u036F]/.test(source)) source = source.normalize('NFKC')
  if (source.includes('/')) source = source.replace(LETTER_PAIR, '$1$2')
  if (MAYBE_LETTER_HYPHEN.test(source)) source = source.replace(LETTER_HYPHEN, '$1')
  const words: Word[] = []
  let clause = 0
  let spoken = 0
  let word = ''
  /** Where letters begin that stand in the text as they are folded: most do, and are cut out together; −1 where there are none. */
  let asTheyStand = -1
  let digits = false
  for (let i = 0; i <= source.length && words.length < MOST_WORDS; i++) {
    const written = i < source.length ? source.charCodeAt(i) : 0
    const unit = FOLDED[written]!
    if (unit > CLAUSE_END) {
      if (unit <= 0x39) digits = true
      if (unit === written) {
        if (asTheyStand < 0) asTheyStand = i
        continue
      }
    }
    if (asTheyStand >= 0) {
      word += source.slice(asTheyStand, i)
      asTheyStand = -1
    }
    if (unit > CLAUSE_END) word += String.fromCharCode(unit)
    else if (unit !== DELETED) {
      if (word) words.push({ text: word, clause, digits })
      word = ''
      digits = false
      if (unit === CLAUSE_END && words.length > spoken) {
        clause++
        spoken = words.length
      }
    }
  }
  return words
}
