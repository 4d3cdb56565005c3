/** For how many months a firm may say that a listing holds. */
export const holdingMonths = [1, 3, 6, 12] as const
/** A listing that ends within so many days is pointed out to its firm. */
const SOON_DAYS = 21

/** The day `months` after `today` (ISO days); the last of the month where it is shorter. */
export function dayAfterMonths(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** How a listing stands to its last day: without one and far from it there is nothing to say. */
export function endOf(expiresOn: string | null, today: string): 'none' | 'soon' | 'over' {
  if (!expiresOn) return 'none'
  if (expiresOn < today) return 'over'
  return (Date.parse(expiresOn) - Date.parse(today)) / 86_400_000 <= SOON_DAYS ? 'soon' : 'none'
}
