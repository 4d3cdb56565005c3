import type { Company, Listing } from '~/core/companies/profile'
import type { EngineFirm, SizeBand } from '~/core/matching/types'
import type { Language } from '~/core/taxonomy/language'

/** A published firm as the database keeps it. */
export type PublishedFirm = { company: Company; listings: Listing[] }

const sizes: Record<string, SizeBand> = { '1-9': 'micro', '10-49': 'small', '50-249': 'medium', '250+': 'large' }
const monthsOf: Record<string, number> = { month: 1, year: 12, once: 1 }
const A_DAY_MS = 86_400_000

/** A firm as the engine wants it. Volumes are counted a month; a single lot counts as a month's. */
export function toEngineFirm({ company, listings }: PublishedFirm): EngineFirm {
  return {
    id: company.id,
    country: company.country,
    region: company.region ?? undefined,
    size: company.employeesBand ? sizes[company.employeesBand] : undefined,
    corridors: company.corridors,
    ports: company.ports,
    incoterms: company.incoterms,
    languages: company.workingLanguages as Language[],
    certificates: company.certificates,
    completeness: company.completeness / 100,
    updatedAt: Math.floor(Date.parse(company.confirmedAt ?? company.updatedAt) / A_DAY_MS),
    listings: listings.map(listing => ({
      id: listing.id,
      direction: listing.direction,
      text: listing.text,
      kind: listing.kind,
      statedCode: listing.statedCode ?? undefined,
      confirmedCode: listing.confirmedCode ?? undefined,
      // Saved with nothing understood: "none of these" was the answer, and the words are not read again.
      ...(listing.concepts.length === 0 && !listing.confirmedCode && !listing.statedCode && { links: [] }),
      volume: listing.amount && listing.unit ? { amount: listing.amount / (monthsOf[listing.period ?? 'month'] ?? 1), unit: listing.unit } : undefined,
    })),
  }
}
