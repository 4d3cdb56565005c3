const ENDINGS: ReadonlySet<string> = new Set(
  (
    'иями ией ию ии ями ами иях ях ах иев ев ов ие ье иям ям ием ем ам ом ев ей ий ый ой ая яя ое ее ую юю ые ие ого его ому ему ыми ими ым им ых их ою ею ия ья ью ю у ы и ь а я о е й ей иею'
  ).split(' '),
)
const LONGEST_ENDING = 4
const SHORTEST_STEM = 3

/** Words whose stem is another word: dough (тесто) and a test. */
const OWN_STEMS: ReadonlySet<string> = new Set(['тесто'])

/** A folded Russian word without its ending. */
export function stemRussian(word: string): string {
  if (OWN_STEMS.has(word)) return word
  let stem = word
  for (let length = Math.min(LONGEST_ENDING, word.length - SHORTEST_STEM); length > 0; length--)
    if (ENDINGS.has(word.slice(-length))) {
      stem = word.slice(0, -length)
      break
    }
  if (stem.endsWith('нн')) stem = stem.slice(0, -1)
  return stem.endsWith('ь') ? stem.slice(0, -1) : stem
}

/**
 * The stem of a word's other forms, where a vowel comes and goes (станок, станки; масел, масло; гаек, гайка; уголек, угольки), if the dictionary has such forms; else the
 * stem itself: the о of бетон stays.
 */
export function steadyStem(stem: string, stems: ReadonlySet<string>): string {
  if (!FLEETING.test(stem)) return stem
  const head = stem.slice(0, -2)
  const last = stem.slice(-1)
  const between = /[аеиоуыэюя]$/.test(head) ? 'й' : ''
  return [head + between + last, `${head}ь${last}`].find(other => stems.has(other)) ?? stem
}

/** A vowel somewhere, and о or е before the last consonant. */
const FLEETING = /[аеиоуыэюя].*[ое][клнрцг]$/
