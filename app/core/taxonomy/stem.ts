import { type Language } from './language'

/**
 * Light stemming of one folded word: what is left when number and case are taken off. Light, because a wrong cut joins two goods,
 * and what it leaves apart the letter grams still bring together.
 */
export function stem(word: string, language: Language): string {
  if (word.length < 4) return word
  if (language === 'en') return stemEnglish(word)
  if (language === 'ru') return stemRussian(word)
  return language === 'kk' ? stemKazakh(word) : stemUrdu(word)
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

const RUSSIAN = endings(
  'иями ями ами иях ях ах иев ев ов ие ье иям ям ием ем ам ом ев ей ий ый ой ая яя ое ее ую юю ые ие ого его ому ему ыми ими ым им ых их ою ею ия ья ью ю у ы и ь а я о е й ей иею',
)
const KAZAKH = endings(
  'лары лери дары дери тары тери лардын лердин ларга лерге лар лер дар дер тар тер нын нин дын дин тын тин га ге ка ке да де та те дан ден тан тен нан нен мен бен пен сы си ы и',
)
const KAZAKH_SHORT = endings('сы си ы и')
const URDU = endings('یوں یاں یں وں ات ے ا ہ ی')

function endings(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

function cut(word: string, known: ReadonlySet<string>, longest: number, keep: number): string {
  for (let length = Math.min(longest, word.length - keep); length > 0; length--)
    if (known.has(word.slice(word.length - length))) return word.slice(0, word.length - length)
  return word
}

function stemRussian(word: string): string {
  let w = cut(word, RUSSIAN, 4, 3)
  if (w.endsWith('нн')) w = w.slice(0, -1)
  return w.endsWith('ь') ? w.slice(0, -1) : w
}

function stemKazakh(word: string): string {
  // Short words end in letters that only look like case: балта is an axe, not "at honey".
  const plain = word.length < 6 ? word : cut(word, KAZAKH, 6, 3)
  return plain.length < 6 ? cut(plain, KAZAKH_SHORT, 2, 3) : cut(plain, KAZAKH, 3, 4)
}

function stemUrdu(word: string): string {
  return cut(word, URDU, 3, 3)
}
