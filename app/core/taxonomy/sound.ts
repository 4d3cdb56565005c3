import { scriptOf } from './language'

/**
 * What a word sounds like whatever its script: the consonants, in one Latin letter each. Trade borrows its words (ہیلمٹ, шампунь, chawal), and
 * written in another script they share no letter with the word the dictionary knows, but they share this. Folded spelling (`normalise.ts`).
 */
const CONSONANTS: Readonly<Record<string, string>> = {
  б: 'b', г: 'g', д: 'd', ж: 'j', з: 's', к: 'k', л: 'l', м: 'm', н: 'n', п: 'p', р: 'r', с: 's', т: 't', ф: 'f', х: 'k', ц: 's', ч: 'c', ш: 'x', щ: 'x',
  ب: 'b', پ: 'p', ت: 't', ٹ: 't', ث: 's', ج: 'j', چ: 'c', ح: '', خ: 'k', د: 'd', ڈ: 'd', ذ: 's', ر: 'r', ڑ: 'r', ز: 's', ژ: 'j', س: 's', ش: 'x', ص: 's', ض: 's',
  ط: 't', ظ: 's', غ: 'g', ف: 'f', ق: 'k', ک: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ں: 'n',
  b: 'b', c: 'k', d: 'd', f: 'f', g: 'g', j: 'j', k: 'k', l: 'l', m: 'm', n: 'n', p: 'p', q: 'k', r: 'r', s: 's', t: 't', x: 'ks', z: 's',
}

const LATIN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'], [/tch|ch/g, 'ч'], [/sh|ti(?=on)/g, 'ш'], [/zh/g, 'ж'], [/kh/g, 'k'], [/ck/g, 'k'], [/c(?=[eiy])/g, 's'], [/g(?=[eiy])/g, 'j'], [/ght/g, 't'],
]

/** What all of those spellings have some of: most words have none. */
const SPELT_APART = /[hcg]|tion/

/** The consonants by the numbers of their letters. */
const HEARD: readonly string[] = heardByUnit()

function heardByUnit(): string[] {
  const heard = new Array<string>(0x700).fill('')
  for (const [letter, sound] of Object.entries(CONSONANTS)) heard[letter.charCodeAt(0)] = sound
  return heard
}

/** The word's consonants as heard, doubled ones once; `v` and `w` only at the start, for elsewhere they are written as vowels. Empty where none is left. */
export function soundOf(word: string): string {
  let spelled = word
  if (scriptOf(word.charCodeAt(0)) === 'latin' && SPELT_APART.test(word)) for (const [from, to] of LATIN_SPELLINGS) spelled = spelled.replace(from, to)
  let key = /^[vwвو]/.test(spelled) ? 'v' : ''
  for (let i = 0; i < spelled.length; i++) {
    const heard = HEARD[spelled.charCodeAt(i)]
    if (heard && !key.endsWith(heard)) key += heard
  }
  return key
}

/** Fewer consonants than this sound like too many words. */
const SHORTEST_SOUND = 3

export type SoundIndex = ReadonlyMap<string, readonly number[]>

export function buildSounds(words: readonly string[]): SoundIndex {
  const sounds = new Map<string, number[]>()
  words.forEach((word, id) => {
    const sound = soundOf(word)
    if (sound.length < SHORTEST_SOUND) return
    const same = sounds.get(sound)
    if (same) same.push(id)
    else sounds.set(sound, [id])
  })
  return sounds
}

/** The known words of other scripts that sound like this one. */
export function soundingLike(sounds: SoundIndex, words: readonly string[], word: string): number[] {
  const script = scriptOf(word.charCodeAt(0))
  return (sounds.get(soundOf(word)) ?? []).filter(id => scriptOf(words[id]!.charCodeAt(0)) !== script)
}

const VOWELS: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', и: 'i', й: 'i', о: 'o', у: 'u', ы: 'i', э: 'e', ю: 'u', я: 'a', ا: 'a', و: 'o', ی: 'i', ے: 'e', ع: 'a', ہ: 'h', a: 'a', e: 'e', i: 'i', o: 'o', u: 'u', y: 'i', h: 'h', w: 'o', v: 'o',
  в: 'o',
}

/** How well two words' vowels agree, 0…1, by the letters of `heard` that `known` has too: scripts leave vowels out, but seldom write other ones. */
export function vowelsAgree(heard: string, known: string): number {
  const has = new Set([...known].map(letter => VOWELS[letter]).filter(Boolean))
  const said = [...heard].map(letter => VOWELS[letter]).filter(Boolean)
  return said.length ? said.filter(vowel => has.has(vowel!)).length / said.length : 0.5
}
