import fc from 'fast-check'
import { expect, test } from 'vitest'

import { cleanAddress, cleanLine, cleanSubject, cleanText } from './clean-text'

test.each([
  ['https://evil.example/login', 'evil\u2060.example/login'],
  ['Chenabhttps://evil.example', 'evil\u2060.example'],
  ['ChenabChenabChenabhttps://evil.example', 'ChenabChenabChenabevil\u2060.example'],
  ['چمڑاhttp://evil.example', 'چمڑاevil\u2060.example'],
  ['https:://////evil.example', 'evil\u2060.example'],
  ['javascript:alert(1)', 'alert(1)'],
  ['wet blue and/or crust: 40 t', 'wet blue and/or crust: 40 t'],
  ['see www.chenab.example', 'see www\u2060.chenab\u2060.example'],
])('%j becomes %j, of which no mail reader makes a link', (written, shown) => {
  expect(cleanText(written)).toBe(shown)
})

test('no scheme is left, however its pieces stand together', () => {
  const pieces = fc.array(fc.constantFrom('http', 's', ':', '/', '//', '://', 'javascript', 'Chenab', 'Тері', '\u200b', '\u0000', '-', '.', ' '), { maxLength: 30 })
  fc.assert(
    fc.property(pieces, parts => {
      expect(cleanText(parts.join(''))).not.toMatch(/:\/\//)
    }),
    { numRuns: 2_000 },
  )
})

test('a line is one line, and a subject is without joiners', () => {
  expect(cleanLine('Chenab\r\nBcc: evil@evil.example')).toBe('Chenab Bcc: evil\u2060@evil\u2060.example')
  expect(cleanSubject('Chenab.example\nTextile')).toBe('Chenab.example Textile')
})

test('an address is one bare address, or nothing', () => {
  expect(cleanAddress('aigul@ontustik.example')).toBe('aigul@ontustik.example')
  expect(cleanAddress('a@x.example, b@x.example')).toBeNull()
})
