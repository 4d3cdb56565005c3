import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { filterChoices, filterNames, readFilters, sortKey, sorts, tabs, withFilter, writeFilters, type QueueFilters } from './queue-filters'

const anyFilters: fc.Arbitrary<QueueFilters> = fc
  .record(
    { tab: fc.constantFrom(...tabs), sort: fc.constantFrom(...sorts), search: fc.string({ minLength: 1, maxLength: 40 }).filter(text => text.trim() === text), after: fc.uuid(),
      ...Object.fromEntries(filterNames.map(name => [name, fc.constantFrom(...filterChoices[name])])) },
    { requiredKeys: ['tab', 'sort'] },
  )
  .map(filters => filters as QueueFilters)

describe('the queue in the address', () => {
  it('is read back exactly as it was written', () => {
    fc.assert(fc.property(anyFilters, filters => void expect(readFilters(new URLSearchParams(writeFilters(filters)))).toEqual({ ...filters })))
  })
  it('takes what it does not know for not said', () => {
    expect(readFilters(new URLSearchParams('tab=all&score=71&sector=gold&flag=drop%20table&after=1'))).toEqual({ tab: 'waiting', sort: 'best' })
  })
  it('leaves out what is usual, and goes back to the first page when a filter changes', () => {
    expect(writeFilters({ tab: 'waiting', sort: 'best' })).toBe('')
    const filters = readFilters(new URLSearchParams('score=70&after=00000000-0000-4000-8000-000000000000'))
    expect(withFilter(filters, { sector: 'leather' })).toBe('?score=70&sector=leather')
    expect(withFilter(filters, { score: undefined })).toBe('')
  })
  it('sorts decided pairs by their decision and sleeping ones by their waking, whatever is asked', () => {
    expect(sortKey({ tab: 'approved', sort: 'weakest' })).toBe('decided')
    expect(sortKey({ tab: 'snoozed', sort: 'best' })).toBe('waking')
    expect(sortKey({ tab: 'waiting', sort: 'oldest' })).toBe('oldest')
  })
})
