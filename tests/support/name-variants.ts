/** How one firm's name comes back: other legal form, other script, slips, order. Made by rule, so that every run is the same. */
export interface NameVariant {
  kind: 'form before' | 'form behind' | 'capitals' | 'slip' | 'cyrillic' | 'arabic' | 'order' | 'latin' | 'punctuation'
  name: string
}

const CYRILLIC: Readonly<Record<string, string>> = {
  shch: 'щ', sh: 'ш', ch: 'ч', zh: 'ж', kh: 'х', ts: 'ц', ya: 'я', yu: 'ю', a: 'а', b: 'б', c: 'к', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'дж', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', q: 'к',
  r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'кс', y: 'й', z: 'з',
}
const ARABIC: Readonly<Record<string, string>> = {
  sh: 'ش', ch: 'چ', kh: 'خ', zh: 'ژ', gh: 'غ', a: 'ا', b: 'ب', c: 'ک', d: 'د', e: '', f: 'ف', g: 'گ', h: 'ہ', i: 'ی', j: 'ج', k: 'ک', l: 'ل', m: 'م', n: 'ن', o: 'و', p: 'پ', q: 'ق', r: 'ر', s: 'س', t: 'ٹ', u: 'و',
  v: 'و', w: 'و', x: 'کس', y: 'ی', z: 'ز',
}

function written(latin: string, letters: Readonly<Record<string, string>>): string {
  let out = ''
  for (let at = 0; at < latin.length; ) {
    const found = [4, 2, 1].map(size => latin.slice(at, at + size).toLowerCase()).find(part => part in letters)
    out += found === undefined ? latin[at]! : letters[found]!
    at += found?.length ?? 1
  }
  return out
}

/** A letter of the longest word left out, doubled or swapped, by turns of the name's length. */
function slip(name: string): string {
  const words = name.split(' ')
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
  if (longest.length < 5) return name
  const at = 2 + (name.length % (longest.length - 3))
  const slipped = [
    longest.slice(0, at) + longest.slice(at + 1),
    longest.slice(0, at) + longest[at] + longest.slice(at),
    longest.slice(0, at) + longest[at + 1]! + longest[at]! + longest.slice(at + 2),
  ][name.length % 3]!
  return words.map(word => (word === longest ? slipped : word)).join(' ')
}

/** The spellings a firm may come back with, from its own. */
export function variantsOf(native: string, latin: string, country: 'PK' | 'KZ'): NameVariant[] {
  const bare = latin.replace(/ (LLP|JSC|Ltd)$/, '')
  const variants: NameVariant[] = [
    { kind: 'latin', name: bare },
    { kind: 'form behind', name: `${bare} ${country === 'PK' ? '(Pvt.) Ltd.' : 'LLP'}` },
    { kind: 'form before', name: country === 'PK' ? `M/s ${bare}` : `TOO "${bare}"` },
    { kind: 'capitals', name: bare.toUpperCase() },
    { kind: 'slip', name: slip(bare) },
    { kind: 'slip', name: slip(native) },
    { kind: 'punctuation', name: bare.replaceAll(' ', '-') },
  ]
  if (country === 'KZ') variants.push({ kind: 'cyrillic', name: `ТОО «${written(bare, CYRILLIC)}»` })
  else variants.push({ kind: 'arabic', name: `${written(bare, ARABIC)} لمیٹڈ` })
  const words = bare.split(' ')
  if (words.length > 1) variants.push({ kind: 'order', name: [...words.slice(1), words[0]].join(' ') })
  return variants
}
