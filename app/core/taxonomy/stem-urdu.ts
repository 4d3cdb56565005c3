import { type Root } from './plain-form'

/** Endings, whether they can hardly be the root's own, and what stands in their place in the plain form. */
const FORMS: readonly { ending: string; sure: boolean; plain: readonly string[] }[] = [
  { ending: 'یوں', sure: true, plain: ['ی'] },
  { ending: 'یاں', sure: true, plain: ['ی'] },
  { ending: 'وں', sure: true, plain: ['', 'ا'] },
  { ending: 'یں', sure: true, plain: ['', 'ا'] },
  { ending: 'ے', sure: true, plain: ['ا'] },
  { ending: 'ات', sure: true, plain: ['', 'ا'] },
  { ending: 'ی', sure: false, plain: ['ا', ''] },
]

/**
 * The roots an Urdu noun may have, without the word itself: plurals and the form before a postposition (کیلے and کیلوں of کیلا, سیبوں of سیب, سبزیاں of سبزی), Arabic
 * plurals in ات, and what an adjective in ی is made of (اونی of اون), which may as well be a noun's own letter (پانی).
 */
export function urduRoots(word: string): Root[] {
  const roots: Root[] = []
  for (const { ending, sure, plain } of FORMS) {
    const root = word.slice(0, -ending.length)
    if (word.endsWith(ending) && root.length >= 2) for (const end of plain) roots.push({ text: root + end, sure })
  }
  return roots.filter(({ text }) => text.length > 2 || word.length > text.length + 1)
}

/** A last ہ is said, and often written, ا (ڈبہ, ڈبا); after a long vowel it is a letter of its own (شاہ). */
export function withoutSilentH(word: string): string {
  return /[^اویے]ہ$/.test(word) && word.length > 2 ? word.slice(0, -1) + 'ا' : word
}
