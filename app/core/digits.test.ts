import { expect, it } from 'vitest'

import { latinDigits } from './digits'

it('reads the digits of Urdu and Arabic keyboards, and leaves the rest alone', () => {
  expect(latinDigits('۱۲۳۴۵۶۷-٨٩۰ چمڑا 4')).toBe('1234567-890 چمڑا 4')
})
