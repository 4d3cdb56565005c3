import { likenessOf, readyFirm, type FirmTraces, type Likeness, type ReadyFirm } from './duplicates'

/** Two firms, the smaller id first, that are likely one. */
export interface LikelyPair extends Likeness {
  one: string
  other: string
}

/** A word that more firms than this have in their names ("trading") leads from none of them to another. */
const COMMON_WORD = 60

/**
 * Many firms, kept so that those like a given one are found without looking at all: by number, address, site, and the words of their names, whole and as
 * skeletons, and by the first letters of words for a slip further on.
 */
export class DuplicateIndex {
  private readonly firms = new Map<string, ReadyFirm>()
  private readonly places = new Map<string, Set<string>>()

  get size(): number {
    return this.firms.size
  }

  put(traces: FirmTraces): void {
    this.remove(traces.id)
    const firm = readyFirm(traces)
    this.firms.set(traces.id, firm)
    for (const mark of marksOf(firm)) {
      const place = this.places.get(mark)
      if (place) place.add(traces.id)
      else this.places.set(mark, new Set([traces.id]))
    }
  }

  remove(id: string): void {
    const firm = this.firms.get(id)
    if (!firm) return
    for (const mark of marksOf(firm)) {
      const place = this.places.get(mark)
      place?.delete(id)
      if (place?.size === 0) this.places.delete(mark)
    }
    this.firms.delete(id)
  }

  /** The firms that are likely this one, the surest first. It need not be kept here itself. */
  like(traces: FirmTraces): (Likeness & { id: string })[] {
    return this.near(readyFirm(traces))
  }

  private near(firm: ReadyFirm): (Likeness & { id: string })[] {
    const near = new Set<string>()
    for (const mark of marksOf(firm)) {
      const place = this.places.get(mark)
      if (place && (place.size <= COMMON_WORD || !mark.startsWith('w'))) for (const id of place) near.add(id)
    }
    const found = [...near].flatMap(id => {
      const likeness = likenessOf(firm, this.firms.get(id)!)
      return likeness ? [{ id, ...likeness }] : []
    })
    return found.sort((a, b) => b.sureness - a.sureness || (a.id < b.id ? -1 : 1))
  }

  /** Every likely pair among those kept. */
  *pairs(): Generator<LikelyPair> {
    for (const [id, firm] of this.firms) for (const { id: other, ...likeness } of this.near(firm)) if (id < other) yield { one: id, other, ...likeness }
  }
}

/** What a firm is found by: `w…` for words, which may be common; all else is rarely shared. */
function marksOf({ traces, names, numbers, emails, domains, phones, host }: ReadyFirm): Set<string> {
  const marks = [...numbers.map(number => `n${number}`), ...emails.map(email => `e${email}`), ...domains.map(domain => `d${domain}`), ...phones.map(phone => `p${phone}`), ...(host ? [`h${host}`] : [])]
  for (const { key, skeleton, words, bones } of names) {
    marks.push(`k${words.join('')}`, `s${skeleton}`, `f${[...bones].sort().join(' ')}`)
    for (const word of words) if (word.length > 3) marks.push(`w${word}`, `wa${word.slice(0, 4)}`, `wz${word.slice(-4)}`)
    for (const bone of bones) if (bone.length > 2) marks.push(`wb${bone}`)
    // Two words together are rare even where each is common.
    if (words.length > 1) marks.push(`k${key.slice(0, 9)}`)
  }
  return new Set(marks.map(mark => `${mark} ${traces.country}`))
}
