import { describe, expect, it } from 'vitest'
import { wideAndNarrow, type Letter } from './wide-and-narrow'

const letter = (letter: string, ours: number, theirs: number, times = 1): Letter => ({ letter, ours, theirs, times })

describe('letters of a system’s font scaled to ours', () => {
  it('makes all alike as wide in sum, by how often each comes', () => {
    const [all] = wideAndNarrow([letter('a', 600, 500, 3), letter('b', 500, 500, 1)], 1)
    expect(all!.scale).toBeCloseTo((600 * 3 + 500) / (500 * 4))
    expect(all!.range).toBe('U+61-62')
  })

  it('cuts between those to be narrowed and those to be widened', () => {
    const parts = wideAndNarrow([letter('i', 280, 220), letter('m', 810, 830), letter('l', 279, 222), letter('w', 700, 722), letter('e', 550, 556)], 2)
    expect(parts.map(({ range }) => range)).toEqual(['U+65, U+6D, U+77', 'U+69, U+6C'])
    expect(parts[0]!.scale).toBeLessThan(1)
    expect(parts[1]!.scale).toBeGreaterThan(1.2)
  })

  it('leaves less of the difference than any other cut', () => {
    const letters = [letter('a', 500, 480, 9), letter('b', 520, 450, 4), letter('c', 410, 430, 7), letter('d', 300, 240, 2), letter('e', 555, 555, 11)]
    const leftAfter = (parts: readonly Letter[][]) =>
      parts.reduce((sum, part) => {
        const scale = wideAndNarrow(part, 1)[0]!.scale
        return sum + part.reduce((left, { ours, theirs, times }) => left + times * (ours - scale * theirs) ** 2, 0)
      }, 0)
    const chosen = wideAndNarrow(letters, 2).map(({ scale }) => scale)
    const sorted = [...letters].sort((x, y) => x.ours / x.theirs - y.ours / y.theirs)
    const cuts = [1, 2, 3, 4].map(at => [sorted.slice(0, at), sorted.slice(at)])
    const least = cuts.reduce((best, cut) => (leftAfter(cut) < leftAfter(best) ? cut : best))
    expect(chosen).toEqual(least.map(part => wideAndNarrow(part, 1)[0]!.scale))
  })

  it('leaves out letters that one of the fonts has not', () => {
    expect(wideAndNarrow([letter('a', 500, 500), letter('ұ', 0, 600), letter('ғ', 400, 0)], 2).map(({ range }) => range)).toEqual(['U+61'])
  })
})
