import { describe, expect, it } from 'vitest'
import { stem } from './stem'

describe('stem', () => {
  it('takes number and case off in each language', () => {
    expect(stem('sheepskins', 'en')).toBe(stem('sheepskin', 'en'))
    expect(stem('шкурами', 'ru')).toBe(stem('шкура', 'ru'))
    expect(stem('терилер', 'kk')).toBe(stem('тери', 'kk'))
    expect(stem('کہالیں', 'ur')).toBe(stem('کہال', 'ur'))
  })

  it('leaves short Kazakh words whose end only looks like case', () => {
    expect(stem('балта', 'kk')).not.toBe(stem('бал', 'kk'))
    expect(stem('макта', 'kk')).not.toBe(stem('мак', 'kk'))
  })
})
