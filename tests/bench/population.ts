import { KINDS, type Kind } from '~/core/companies/kinds'
import { type EngineFirm, type EngineListing } from '~/core/matching/types'
import { type Concept, type Dictionary } from '~/core/taxonomy/dictionary'
import { type TrueFirm } from './judge'

/** A repeatable stream of numbers in 0…1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** One slip of the finger in a word: a letter left out, doubled, or two changed places. */
export function slip(random: () => number, word: string): string {
  if (word.length < 4) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const kind = random()
  if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.7) return word.slice(0, at) + word[at] + word.slice(at)
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}

/** Firms of two countries with terms of our own dictionary, a fifth misspelt, three in ten with a code; goods are drawn by a Zipf law. */
export function makePopulation(dictionary: Dictionary, size: number, seed = 1): { firms: EngineFirm[]; truth: TrueFirm[] } {
  const random = randomOf(seed * 7919 + size)
  const goods = dictionary.concepts.filter(({ code }) => /^\d{4}$/.test(code))
  const ranked = goods.map(concept => ({ concept, at: random() })).sort((a, b) => a.at - b.at).map(({ concept }) => concept)
  const draw = () => ranked[Math.min(ranked.length - 1, Math.floor(ranked.length ** random()) - 1)]!
  const firms: EngineFirm[] = []
  const truth: TrueFirm[] = []
  for (let i = 0; i < size; i++) {
    const country = i % 2 ? ('KZ' as const) : ('PK' as const)
    const [brings, seeks] = [some(random, draw), some(random, draw)]
    const [bringsKinds, seeksKinds] = [kinds(random), kinds(random)]
    const listings = [...brings.map((concept, k) => listing(random, concept, 'brings', country, k)), ...seeks.map((concept, k) => listing(random, concept, 'seeks', country, k))]
    firms.push({ id: String(i), country, listings, bringsKinds, seeksKinds })
    truth.push({ country, brings: brings.map(({ code }) => code), seeks: seeks.map(({ code }) => code), broughtKinds: bringsKinds, soughtKinds: seeksKinds })
  }
  return { firms, truth }
}

function some(random: () => number, draw: () => Concept): Concept[] {
  const count = 1 + Math.floor(random() * 4)
  return [...new Set(Array.from({ length: count }, draw))]
}

function kinds(random: () => number): Kind[] {
  const told = KINDS.filter(() => random() < 0.2)
  return told.length ? told : ['goods']
}

function listing(random: () => number, concept: Concept, direction: EngineListing['direction'], country: 'PK' | 'KZ', place: number): EngineListing {
  const language = country === 'PK' ? (random() < 0.2 ? 'ur' : 'en') : random() < 0.25 ? 'kk' : random() < 0.7 ? 'ru' : 'en'
  const terms = [concept.labels[language], ...concept.terms[language]]
  const term = terms[Math.floor(random() * terms.length)]!
  const text = random() < 0.2 ? term.split(' ').map(word => slip(random, word)).join(' ') : term
  return { id: `${direction}-${place}`, direction, text, ...(random() < 0.3 && { statedCode: concept.code }) }
}
