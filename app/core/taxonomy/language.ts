/** The four languages that firms write in. */
export const LANGUAGES = ['en', 'ru', 'kk', 'ur'] as const
export type Language = (typeof LANGUAGES)[number]

/** Whether a text is the code of one of the four languages. */
export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text)
}

export type Script = 'latin' | 'cyrillic' | 'arabic' | 'other'

/** The script of one character, digits and punctuation being 'other'. */
export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x41) return 'other'
  if (codePoint <= 0x7a) return codePoint <= 0x5a || codePoint >= 0x61 ? 'latin' : 'other'
  if (codePoint >= 0xc0 && codePoint <= 0x24f) return codePoint === 0xd7 || codePoint === 0xf7 ? 'other' : 'latin'
  if (codePoint >= 0x400 && codePoint <= 0x52f) return 'cyrillic'
  if ((codePoint >= 0x620 && codePoint <= 0x6ff) || (codePoint >= 0x750 && codePoint <= 0x77f) || (codePoint >= 0xfb50 && codePoint <= 0xfefc))
    return codePoint >= 0x660 && codePoint <= 0x66d ? 'other' : 'arabic'
  return 'other'
}

const KAZAKH_LETTERS = /[әғқңөұүһі]/i

/**
 * The language a text is written in, told by its letters: Arabic script is Urdu, Cyrillic with a Kazakh letter Kazakh, other Cyrillic
 * Russian, the rest English. A mixed text goes by the script of most letters. Kazakh typed on a Russian keyboard is told apart by
 * its words, which only the lexicon knows (`resolve`).
 */
export function languageOf(text: string): Language {
  let [latin, cyrillic, arabic] = [0, 0, 0]
  for (let i = 0; i < text.length && i < 400; i++) {
    const script = scriptOf(text.charCodeAt(i))
    if (script === 'latin') latin++
    else if (script === 'cyrillic') cyrillic++
    else if (script === 'arabic') arabic++
  }
  if (arabic > cyrillic && arabic >= latin) return 'ur'
  if (cyrillic && cyrillic >= latin) return KAZAKH_LETTERS.test(text) ? 'kk' : 'ru'
  return 'en'
}
