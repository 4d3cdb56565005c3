import { type Language } from './language'
import { NOTHING_WRITTEN, plainForm, type Written } from './plain-form'
import { kazakhRoots } from './stem-kazakh'
import { steadyStem, stemRussian } from './stem-russian'
import { urduRoots, withoutSilentH } from './stem-urdu'

/** `Written`, of each language that needs it. */
export type WrittenWords = Readonly<Record<Language, Written>>

/**
 * Light stemming of one folded word: what is left when number and case are taken off. Light, because a wrong cut joins two goods, and what it leaves apart
 * the letter grams still bring together. What the dictionary has written in the language decides where the endings alone cannot.
 */
export function stem(word: string, language: Language, written: Written = NOTHING_WRITTEN): string {
  if (language === 'ur') return stemUrdu(word, written)
  if (language === 'kk') return word.length < 3 ? word : plainForm(word, kazakhRoots, written)
  if (word.length < 4) return word
  return language === 'en' ? stemEnglish(word) : steadyStem(stemRussian(word), written.stems)
}

function stemUrdu(word: string, written: Written): string {
  const whole = withoutSilentH(word)
  return whole.length < 3 ? whole : plainForm(whole, urduRoots, written)
}

/** What `Written` keeps of a word: the word itself, in Urdu its spelling with ا. */
export function asWritten(word: string, language: Language): string {
  return language === 'ur' ? withoutSilentH(word) : word
}

function stemEnglish(word: string): string {
  let w = word
  if (w.endsWith('ies') && w.length > 4) w = w.slice(0, -3) + 'y'
  else if (/(ss|x|z|ch|sh)es$/.test(w)) w = w.slice(0, -2)
  else if (w.endsWith('s') && !/(ss|us|is)$/.test(w)) w = w.slice(0, -1)
  if (w.endsWith('ing') && w.length > 6) w = undouble(w.slice(0, -3))
  else if (w.endsWith('ed') && w.length > 5) w = undouble(w.slice(0, -2))
  if (w.endsWith('ise')) w = w.slice(0, -3) + 'ize'
  if (w.endsWith('our') && w.length > 4) w = w.slice(0, -3) + 'or'
  if (w.endsWith('re') && w.length > 4) w = w.slice(0, -2) + 'er'
  return w.endsWith('e') && w.length > 4 ? w.slice(0, -1) : w
}

function undouble(word: string): string {
  const last = word.length - 1
  return last > 2 && word[last] === word[last - 1] && !'lse'.includes(word[last]!) ? word.slice(0, -1) : word
}
