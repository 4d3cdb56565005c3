import { describe, expect, it } from 'vitest'

import { starvedBy } from './exposure-view.server'
import type { ExposedFirm } from './rounds.store.server'
import { helpFor } from './shortage'

const whole = { understood: true, completeness: 90 }
const firm = (facts: Partial<ExposedFirm>): ExposedFirm => ({
  id: 'a', country: 'PK', region: 'punjab', sector: 'leather', size: '10-49', state: 'validated', native: null, latin: null, locale: null, completeness: 90, reachable: true, suggested: 5,
  approved: 0, introduced: 0, unanswered: 0, connected: 0, listings: 2, understood: 2, validatedCounterparts: 5, ...facts,
})
const why = (facts: Partial<ExposedFirm>) => starvedBy(firm(facts), { floor: 3, cap: 20, unansweredCap: 5 })

describe('what would help a firm that gets too little', () => {
  it('names first what the desk can do at once, then what the firm must do, then whom to find', () => {
    expect(helpFor('counterparts_not_validated', { understood: false, completeness: 10 })).toBe('validate_counterparts')
    expect(helpFor('no_counterparts', { understood: false, completeness: 10 })).toBe('confirm_meaning')
    expect(helpFor('no_counterparts', { understood: true, completeness: 10 })).toBe('fill_profile')
    expect(helpFor('no_counterparts', whole)).toBe('recruit')
    expect(helpFor('unanswered', { understood: false, completeness: 10 })).toBe('remind')
    expect(helpFor('counterparts_taken', whole)).toBe('next_round')
    expect(helpFor('low_scores', whole)).toBe('lower_score')
  })
})

describe('a firm is shown too little', () => {
  it('under its floor of suggestions and introductions together, for the reason nearest to it', () => {
    expect(why({})).toBeNull()
    expect(why({ suggested: 1, introduced: 2, validatedCounterparts: 1 })).toBeNull()
    expect(why({ suggested: 0, validatedCounterparts: 0 })).toBe('no_counterparts')
    expect(why({ suggested: 2, validatedCounterparts: 2 })).toBe('few_counterparts')
    expect(why({ suggested: 1, validatedCounterparts: 1, reachable: false })).toBe('unreachable')
    expect(why({ suggested: 1, validatedCounterparts: 1, unanswered: 5 })).toBe('unanswered')
  })
  it('or where its suggestions lead to firms that are not validated', () => {
    expect(why({ suggested: 6, validatedCounterparts: 1 })).toBe('counterparts_not_validated')
  })
})
