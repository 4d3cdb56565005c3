import { describe, expect, it } from 'vitest'
import { type Written } from './plain-form'
import { stem } from './stem'
import { kazakhRoots } from './stem-kazakh'
import { stemRussian } from './stem-russian'

/** A dictionary with these words, the first few of them terms by themselves; folded letters. */
function written(alone: string, others = ''): Written {
  const terms = alone.split(' ')
  const words = [...terms, ...others.split(' ').filter(Boolean)]
  return { alone: new Set(terms), words: new Set(words), stems: new Set(words.map(stemRussian)) }
}

function expectForms(language: 'ru' | 'kk' | 'ur', known: Written, forms: Readonly<Record<string, string>>): void {
  const read = Object.entries(forms).flatMap(([, others]) => others.split(' ').map(other => `${other} → ${stem(other, language, known)}`))
  const expected = Object.entries(forms).flatMap(([plain, others]) => others.split(' ').map(other => `${other} → ${stem(plain, language, known)}`))
  expect(read).toEqual(expected)
}

describe('the stem of an English word', () => {
  it('has no number', () => {
    expect(stem('sheepskins', 'en')).toBe(stem('sheepskin', 'en'))
    expect(stem('berries', 'en')).toBe(stem('berry', 'en'))
  })
})

describe('the stem of a Kazakh word', () => {
  const known = written('тери ун ет сут кап аяк кубыр мата макта балта казы каз сары тары дан нан май жун бидай дептер маскер сап кур', 'былгары киим механизм')

  it('loses plural, possessive and case, alone and together', () => {
    expectForms('kk', known, {
      тери: 'терилер терилерди терилердин терилерден терилерге терилермен териси терисинин терисин терисине терисинде терисинен терисимен терилери терилеринин терилеринде терилеримиз териде теридеги',
      ун: 'уны унын унында унынын унынан унга уннан унмен', ет: 'еттер ети етинин еттен етке етпен', мата: 'маталар матасы матасынан маталарга матадан',
      май: 'майы майлар майынын майларынан маймен майда', сут: 'сути суттен сутке сутпен', жун: 'жуни жуннен жунинин', дан: 'дани дандер дандердин', бидай: 'бидайы бидайдын бидаймен',
    })
  })

  it('gets its hard last letter back', () => {
    expectForms('kk', known, { кап: 'кабы капта каптар капка каптардагы кабында', аяк: 'аягы аяктар аягымен' })
    expect(kazakhRoots('журеги').map(({ text }) => text)).toContain('журек')
  })

  it('keeps what only looks like an ending in a word that is a term by itself', () => {
    for (const word of ['макта', 'балта', 'казы', 'сары', 'тары', 'нан', 'маскер']) expect(stem(word, 'kk', known)).toBe(word)
    expectForms('kk', known, { казы: 'казысы казынын', макта: 'мактасы мактадан', балта: 'балталар балтасы' })
  })

  it('takes off only endings that fit the vowels and the letter before them', () => {
    const roots = (word: string) => kazakhRoots(word).map(({ text }) => text)
    expect(roots('терилар')).toEqual([])
    expect(roots('капдан')).not.toContain('кап')
    expect(roots('капсы')).not.toContain('кап')
    expect(roots('матады')).not.toContain('мата')
    expect(roots('жуздар')).toContain('жуз')
    expect(roots('доллар')).not.toContain('дол')
    expect(roots('т')).toEqual([])
  })

  it('is the same for the forms of a word that no term says alone', () => {
    expectForms('kk', known, { былгары: 'былгарыдан былгарынын', киим: 'киими киимдери киимдеринин', механизм: 'механизмдер механизмнин механизми' })
    expect(stem('компрессорлардан', 'kk', known)).toBe('компрессор')
  })
})

describe('the stem of a Russian word', () => {
  const known = written('станок станки масло масел гайка волокно перец перца бетон лимон игрушка уголек угольки')

  it('has no case and number', () => {
    expectForms('ru', known, { шкура: 'шкуры шкур шкурами шкурам шкуру', изделие: 'изделия изделиями изделию', стальной: 'стального стальными стальных' })
  })

  it('is the same with and without a vowel that comes and goes', () => {
    expectForms('ru', known, { станок: 'станка станки станков станками', масло: 'масла масел маслами', гайка: 'гаек гайки', волокно: 'волокон волокна', перец: 'перца перцем', игрушка: 'игрушек', уголек: 'угольки угольков' })
  })

  it('keeps a vowel that stays', () => {
    expectForms('ru', known, { бетон: 'бетона бетоном', лимон: 'лимоны лимонов' })
    expect(stem('бетон', 'ru', known)).toBe('бетон')
  })
})

describe('the stem of an Urdu word', () => {
  const known = written('کیلا کیل آم سیب پانی پان سبزی اون کپڑا کہال ڈبا چمڑا مصنوعات جوتا'.replace('آ', 'ا'))

  it('is the same in the plural and before a postposition', () => {
    expectForms('ur', known, { کیلا: 'کیلے', سیب: 'سیبوں', ام: 'اموں', سبزی: 'سبزیاں سبزیوں', کپڑا: 'کپڑے کپڑوں', کہال: 'کہالیں کہالوں', جوتا: 'جوتے جوتوں', چمڑا: 'چمڑے' })
  })

  it('is the same with ہ for a last ا, which is not the root of a shorter word', () => {
    expectForms('ur', known, { ڈبا: 'ڈبہ ڈبے' })
    expect(stem('کیلا', 'ur', known)).not.toBe(stem('کیل', 'ur', known))
    expect(stem('شاہ', 'ur', known)).toBe('شاہ')
  })

  it('is what an adjective is made of, but not of a noun in ی', () => {
    expect(stem('اونی', 'ur', known)).toBe('اون')
    expect(stem('پانی', 'ur', known)).toBe('پانی')
  })
})
