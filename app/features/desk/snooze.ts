/** The four ways to put a pair off; their order is that of the keys 1–4. */
export const snoozeChoices = ['tomorrow', 'monday', 'month', 'date'] as const
export type SnoozeChoice = (typeof snoozeChoices)[number]

const DAY_MS = 24 * 60 * 60 * 1000
// Both countries keep UTC+5 all year; a desk's day begins at nine.
const ZONE_MS = 5 * 60 * 60 * 1000
const NINE_MS = 9 * 60 * 60 * 1000

const morningOf = (midnightThere: number) => new Date(midnightThere + NINE_MS - ZONE_MS)

/**
 * When a pair put off comes back: nine in the morning in both countries.
 * @param date `2026-12-01`, for the choice of a date
 * @returns null where the date is none, not to come, or more than a year off
 */
export function snoozeUntil(choice: SnoozeChoice, now: Date, date?: string): Date | null {
  const there = new Date(now.getTime() + ZONE_MS)
  const today = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate())
  if (choice === 'tomorrow') return morningOf(today + DAY_MS)
  if (choice === 'monday') return morningOf(today + (((8 - there.getUTCDay()) % 7) || 7) * DAY_MS)
  // The 31st of a month before a shorter one: its last day.
  if (choice === 'month') {
    const lastOfNext = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 2, 0)).getUTCDate()
    return morningOf(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, Math.min(there.getUTCDate(), lastOfNext)))
  }
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return day > today && day <= today + 366 * DAY_MS ? morningOf(day) : null
}
