import { describe, expect, it } from 'vitest'
import { buildSounds, soundingLike, soundOf, vowelsAgree } from './sound'

describe('soundOf', () => {
  it('is the same for a word borrowed into another script', () => {
    expect(soundOf('ہیلمٹ')).toBe(soundOf('helmet'))
    expect(soundOf('шампун')).toBe(soundOf('shampoo') + 'n')
    expect(soundOf('چاکلیٹ')).toBe(soundOf('chocolat'))
    expect(soundOf('perevozka')).toBe(soundOf('перевозка'))
  })

  it('says nothing of a word without consonants, and never throws', () => {
    expect(soundOf('')).toBe('')
    expect(soundOf('аи')).toBe('')
    expect(soundOf('\u0000\ud800')).toBe('')
  })
})

describe('soundingLike', () => {
  const words = ['helmet', 'halmot', 'шлем', 'шампун', 'ہیلمٹ']
  const sounds = buildSounds(words)

  it('finds words of other scripts only', () => {
    expect(soundingLike(sounds, words, 'ہلمٹ').map(id => words[id])).toEqual(['helmet', 'halmot'])
    expect(soundingLike(sounds, words, 'shampun').map(id => words[id])).toEqual(['шампун'])
  })

  it('prefers the word whose vowels agree', () => {
    expect(vowelsAgree('хелмет', 'helmet')).toBeGreaterThan(vowelsAgree('хелмет', 'halmot'))
  })
})
