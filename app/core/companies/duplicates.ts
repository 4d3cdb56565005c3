import type { Country } from './country'
import { nameKey, nameSkeleton, transliterateName } from './name-keys'

/** What a firm can be recognised by. Names in any script; what is unknown is left out. */
export interface FirmTraces {
  id: string
  country: Country
  names: readonly string[]
  registrations: readonly string[]
  emails?: readonly string[]
  phones?: readonly string[]
  website?: string | null
  region?: string | null
  city?: string | null
}

/** What two firms have in common. */
export const likenessReasons = ['registration', 'name', 'near_name', 'email', 'mail_domain', 'phone', 'website', 'city'] as const
export type LikenessReason = (typeof likenessReasons)[number]
export interface Likeness {
  /** 0…1, how sure. */
  sureness: number
  reasons: LikenessReason[]
}

/** From here on two names are one with a slip of the pen in it. */
const NEAR = 0.86
/** From here on two names look alike enough for a shared address to decide. */
const SIMILAR = 0.62

// Many firms share these hosts: they tell nothing.
const COMMON_HOSTS = new Set(
  'gmail.com yahoo.com hotmail.com outlook.com live.com icloud.com aol.com mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.kz ya.ru rambler.ru mail.kz ok.kz proton.me protonmail.com ymail.com msn.com facebook.com instagram.com linkedin.com wa.me t.me vk.com 2gis.kz satu.kz alibaba.com'.split(' '),
)

/** A firm made ready to be compared with many. */
export interface ReadyFirm {
  traces: FirmTraces
  names: { key: string; skeleton: string; words: string[]; bones: string[]; figures: string }[]
  numbers: string[]
  emails: string[]
  domains: string[]
  phones: string[]
  host: string
  city: string
}

const hostOf = (address: string) => /^(?:https?:\/\/)?(?:www\.)?([^/?#:\s]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? ''
// The eighth digit of an NTN is a check digit that people leave out.
const numberOf = (country: Country, written: string) => written.replace(/\D/g, '').slice(0, country === 'PK' ? 7 : 12)
const uncommon = (host: string) => host !== '' && !COMMON_HOSTS.has(host)

/** Makes a firm ready: its keys once, not once a comparison. */
export function readyFirm(traces: FirmTraces): ReadyFirm {
  const names = [...new Set(traces.names.filter(name => nameKey(name) !== ''))].map(name => {
    const key = nameKey(name)
    const skeleton = nameSkeleton(name)
    return { key, skeleton, words: key.split(' '), bones: skeleton.split(' '), figures: (key.match(/\d+/g) ?? []).join(' ') }
  })
  const emails = (traces.emails ?? []).map(email => email.trim().toLowerCase()).filter(email => email.includes('@'))
  return {
    traces, names, emails,
    numbers: traces.registrations.map(number => numberOf(traces.country, number)).filter(number => number.length >= 7),
    domains: [...new Set(emails.map(email => email.split('@')[1]!))].filter(uncommon),
    phones: (traces.phones ?? []).map(phone => phone.replace(/\D/g, '').slice(-9)).filter(phone => phone.length === 9),
    host: uncommon(hostOf(traces.website ?? '')) ? hostOf(traces.website ?? '') : '',
    city: transliterateName(traces.city ?? ''),
  }
}

/** Letters to change, add, take away or swap with the next, to make one word the other; `most` and more are not told apart. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    ;[before, row] = [row, next]
  }
  return Math.min(most, row[b.length]!)
}

/** Whether one word is the other with a slip in it: one in four to seven letters, two in more, none in fewer or in figures. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  const longest = Math.max(a.length, b.length)
  if (longest < 4 || /\d/.test(a + b)) return false
  const most = longest < 8 ? 2 : 3
  return slipsBetween(a, b, most) < most
}

/** How much of two names is the same, word by word, whatever their order: 1 all of it. A word that only one has counts against it. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  let shared = 0
  for (const word of a) {
    const at = left.findIndex(other => sameWord(word, other))
    if (at < 0) continue
    shared += Math.max(word.length, left[at]!.length)
    left.splice(at, 1)
  }
  const all = (words: readonly string[]) => words.reduce((sum, word) => sum + word.length, 0)
  return Math.min(1, (2 * shared) / (all(a) + all(b)))
}

/** The likeness of two firms' names, the most alike of all their spellings: 1 the same, 0 nothing in common. */
export function nameLikeness(a: ReadyFirm, b: ReadyFirm): number {
  let best = 0
  for (const one of a.names)
    for (const other of b.names) {
      // "Alatau 1" and "Alatau 2" are two firms, however much of the name they share.
      if (one.figures !== other.figures) continue
      if (one.key === other.key || one.words.join('') === other.words.join('')) return 1
      // A skeleton of one short word stands for too many names.
      const boned = one.skeleton === other.skeleton && one.skeleton.replaceAll(' ', '').length >= 4 ? 0.97 : 0
      best = Math.max(best, boned, sharedWords(one.words, other.words) * (one.words.length === other.words.length ? 0.95 : 0.9), sharedBones(one.bones, other.bones))
    }
  return best
}

/** The same over skeletons, letter for letter: the name in two scripts whose vowels differ, words in another order. */
function sharedBones(a: readonly string[], b: readonly string[]): number {
  const left = [...b]
  const shared = a.filter(bone => {
    const at = left.indexOf(bone)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  const all = (bones: readonly string[]) => bones.reduce((sum, bone) => sum + bone.length, 0)
  return Math.min(1, (2 * all(shared)) / (all(a) + all(b))) * 0.92
}

const meet = (a: readonly string[], b: readonly string[]) => a.some(one => b.includes(one))

/**
 * Whether two firms are likely one and the same, and why; null when they are not. Flagged: the same registration number; the same name with nothing
 * against it; a near name in the same town; a similar name behind the same address, telephone or site. Two numbers of one kind speak against it, so then
 * the name alone is not enough.
 */
export function likenessOf(a: ReadyFirm, b: ReadyFirm): Likeness | null {
  if (a.traces.country !== b.traces.country || a.traces.id === b.traces.id) return null
  const name = nameLikeness(a, b)
  const reasons: LikenessReason[] = []
  if (meet(a.numbers, b.numbers)) reasons.push('registration')
  if (name >= 0.97) reasons.push('name')
  else if (name >= NEAR) reasons.push('near_name')
  if (meet(a.emails, b.emails)) reasons.push('email')
  else if (meet(a.domains, b.domains)) reasons.push('mail_domain')
  if (meet(a.phones, b.phones)) reasons.push('phone')
  if (a.host && a.host === b.host) reasons.push('website')
  if (a.city && a.city === b.city) reasons.push('city')
  const has = (reason: LikenessReason) => reasons.includes(reason)
  const twoNumbers = a.numbers.length > 0 && b.numbers.length > 0 && !has('registration')
  const reachable = has('email') || has('phone') || has('website') || has('mail_domain')
  const elsewhere = a.city !== '' && b.city !== '' && !has('city')
  const flagged =
    has('registration') ||
    (has('name') && (reachable || has('city') || (!twoNumbers && !elsewhere))) ||
    (has('near_name') && (reachable || (has('city') && !twoNumbers))) ||
    (name >= SIMILAR && (has('email') || has('phone') || has('website')))
  if (!flagged) return null
  const evidence = (has('registration') ? 0.6 : 0) + (reachable ? 0.25 : 0) + (has('city') ? 0.1 : 0) - (twoNumbers ? 0.15 : 0)
  return { sureness: Math.round(Math.min(0.99, Math.max(0.3, 0.6 * name + evidence)) * 100) / 100, reasons }
}
