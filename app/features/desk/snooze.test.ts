import { describe, expect, it } from 'vitest'

import { snoozeUntil } from './snooze'

const saturdayNight = new Date('2026-11-21T20:30:00Z') // Sunday 01:30 in Karachi and Astana

describe('putting a pair off', () => {
  it('counts days as Karachi and Astana do, and comes back at nine there', () => {
    expect(snoozeUntil('tomorrow', saturdayNight)?.toISOString()).toBe('2026-11-23T04:00:00.000Z')
  })
  it('means the next Monday, on a Monday a week from it', () => {
    expect(snoozeUntil('monday', saturdayNight)?.toISOString()).toBe('2026-11-23T04:00:00.000Z')
    expect(snoozeUntil('monday', new Date('2026-11-23T06:00:00Z'))?.toISOString()).toBe('2026-11-30T04:00:00.000Z')
  })
  it('keeps to the last day of a shorter month', () => {
    expect(snoozeUntil('month', new Date('2027-01-31T06:00:00Z'))?.toISOString()).toBe('2027-02-28T04:00:00.000Z')
    expect(snoozeUntil('month', new Date('2026-12-15T06:00:00Z'))?.toISOString()).toBe('2027-01-15T04:00:00.000Z')
  })
  it('takes a date to come within a year, and no other', () => {
    expect(snoozeUntil('date', saturdayNight, '2026-12-01')?.toISOString()).toBe('2026-12-01T04:00:00.000Z')
    for (const date of ['2026-11-22', '2026-11-21', '2028-01-01', '2026-13-01', 'soon', undefined]) expect(snoozeUntil('date', saturdayNight, date)).toBeNull()
  })
})
