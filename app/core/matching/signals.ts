import { type EngineFirm, type EngineListing, type Reason, SIZE_BANDS } from './types'

/** What is not known is neither good nor bad. */
export const UNKNOWN = 0.5

/** A signal's value, 0…1, with what it saw. */
export interface Seen {
  value: number
  reasons: readonly Reason[]
}

const unseen: Seen = { value: UNKNOWN, reasons: [] }

/** Working languages in common: one is enough to talk, none needs an interpreter. */
export function languagesSignal(a: EngineFirm, b: EngineFirm): Seen {
  if (!a.languages?.length || !b.languages?.length) return unseen
  const shared = a.languages.filter(language => b.languages?.includes(language)).sort()
  return { value: shared.length ? 1 : 0, reasons: [{ type: 'languages', shared }] }
}

/** Corridors, ports and incoterms in common; each kind both have told counts alike. */
export function routeSignal(a: EngineFirm, b: EngineFirm): Seen {
  const told = [
    [a.corridors, b.corridors],
    [a.ports, b.ports],
    [a.incoterms, b.incoterms],
  ].map(([x, y]) => (x?.length && y?.length ? x.filter(item => y.includes(item)).sort() : undefined))
  const known = told.filter(shared => shared !== undefined)
  if (!known.length) return unseen
  const [corridors = [], ports = [], incoterms = []] = told
  return { value: known.filter(shared => shared.length > 0).length / known.length, reasons: [{ type: 'route', corridors, ports, incoterms }] }
}

/** How far two volumes of one unit agree: the smaller over the larger; a mill is not fed from a sack. */
export function volumeSignal(met: readonly (readonly [EngineListing, EngineListing])[]): Seen {
  const reasons: Reason[] = []
  let sum = 0
  for (const [x, y] of met) {
    if (!x.volume || !y.volume || x.volume.unit !== y.volume.unit) continue
    const larger = Math.max(x.volume.amount, y.volume.amount)
    if (!(larger > 0)) continue
    const ratio = Math.min(x.volume.amount, y.volume.amount) / larger
    sum += ratio
    reasons.push({ type: 'volume', listing: x.id, met: y.id, ratio })
  }
  return reasons.length ? { value: sum / reasons.length, reasons } : unseen
}

/** Which certificates goods of a chapter need before a border lets them through, or a buyer takes them. */
export const PREREQUISITES: readonly { chapters: readonly string[]; certificate: string; reason: string }[] = [
  { chapters: ['01', '02', '03', '04', '05', '41', '43', '51'], certificate: 'veterinary', reason: 'Animals and what comes of them cross a border with a veterinary certificate.' },
  { chapters: ['06', '07', '08', '10', '12'], certificate: 'phytosanitary', reason: 'Plants, grain and seed cross a border with a phytosanitary certificate.' },
  { chapters: ['02', '16'], certificate: 'halal', reason: 'Meat is sold in both countries as halal.' },
  { chapters: ['30'], certificate: 'gmp', reason: 'Medicines are registered only from plants of good manufacturing practice.' },
]

/** The certificates that goods of these chapters need. */
export function neededCertificates(chapters: readonly string[]): string[] {
  return PREREQUISITES.filter(rule => rule.chapters.some(chapter => chapters.includes(chapter))).map(rule => rule.certificate)
}

/** Whether the bringer holds what the goods that met need. Nothing needed is as good as all held, once the firm has told what it holds. */
export function certificatesSignal(bringer: EngineFirm, chapters: readonly string[]): Seen {
  if (!bringer.certificates) return unseen
  const needed = neededCertificates(chapters)
  const held = needed.filter(certificate => bringer.certificates?.includes(certificate))
  const missing = needed.filter(certificate => !held.includes(certificate))
  if (!needed.length) return { value: 1, reasons: [] }
  return { value: held.length / needed.length, reasons: [{ type: 'certificates', needed, held, missing, bringer: bringer.country }] }
}

/** Firms of like size deal as equals: each band between them costs a third. */
export function sizeSignal(a: EngineFirm, b: EngineFirm): Seen {
  if (!a.size || !b.size) return unseen
  const apart = Math.abs(SIZE_BANDS.indexOf(a.size) - SIZE_BANDS.indexOf(b.size))
  return { value: 1 - apart / 3, reasons: [] }
}

/** A complete profile, kept up: half the worth of its freshness, three tenths of the whole, goes with each year. */
export function profileSignal(a: EngineFirm, b: EngineFirm, today?: number): Seen {
  if (a.completeness === undefined || b.completeness === undefined) return unseen
  const worth = (firm: EngineFirm) => {
    const complete = Math.min(1, Math.max(0, firm.completeness ?? 0))
    if (today === undefined || firm.updatedAt === undefined) return complete
    return complete * (0.7 + 0.3 * 0.5 ** (Math.max(0, today - firm.updatedAt) / 365))
  }
  return { value: Math.min(worth(a), worth(b)), reasons: [] }
}
