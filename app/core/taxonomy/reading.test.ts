import { describe, expect, it } from 'vitest'
import { phraseKey, readPhrase } from './reading'

describe('what a phrase says', () => {
  it('keeps "used" where it tells what is sold, and takes "used for" as a use', () => {
    expect(phraseKey('used tyres')).toBe('used tyres')
    expect(phraseKey('tyres, used')).toBe('tyres used')
    const read = readPhrase('salt used for tanning')
    expect(read.map(word => word.text)).toEqual(['salt', 'tanning'])
    expect(read[1]!.weight).toBeLessThan(read[0]!.weight)
  })

  it('reads a letter before a gap as before a hyphen, where that is how the word is said', () => {
    expect(phraseKey('T shirts')).toBe(phraseKey('T-shirts'))
    expect(phraseKey('o ring')).toBe(phraseKey('O-ring'))
    expect(phraseKey('type T cement')).toBe('cement')
  })

  it('keeps chatter that is half of a name', () => {
    expect(phraseKey('shipping line to Aktau')).toBe('shipping line aktau')
    expect(phraseKey('shipping of textiles')).toBe('textiles')
    expect(phraseKey('холодильный склад')).toBe('холодильный склад')
    expect(phraseKey('холодильники, склад в Алматы')).toBe('холодильники алматы')
  })

  it('takes "ham" for "we" only beside other words of Urdu in Latin letters', () => {
    expect(phraseKey('ham chawal bechte hain')).toBe('chawal')
    expect(phraseKey('smoked ham')).toBe('smoked ham')
  })

  it('sets aside what firms say of themselves and of what they offer beside goods', () => {
    expect(phraseKey('ring spinning know-how')).toBe('ring spinning')
    expect(phraseKey('опыт и ноу-хау в выделке кож')).toBe('выделке кож')
    expect(phraseKey('қой өсіру тәжірибесі')).toBe(phraseKey('қой өсіру'))
    expect(phraseKey('know-how')).toBe('know how')
    expect(phraseKey('technology transfer for a tablet line')).toBe('tablet line')
    expect(phraseKey('Retail chain or wholesaler for knitwear in Kazakhstan')).toBe('knitwear')
    expect(phraseKey('steel chain, transfer paper')).toBe('steel chain transfer paper')
    expect(phraseKey('розничная сеть обуви')).toBe('обуви')
  })

  it('sets inches and ounces aside', () => {
    expect(phraseKey('PVC pipe 4 inch')).toBe('pvc pipe')
    expect(phraseKey('ڈینم 12 اونس')).toBe('ڈینم')
  })
})
