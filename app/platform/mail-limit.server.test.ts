import { expect, it } from 'vitest'

import { makeMailLimit } from './mail-limit.server'

it('the fourth sign-in mail to an address within the hour is not sent, however the address is spelt', async () => {
  const mayMail = makeMailLimit(3)
  const asked = [await mayMail('a@x.example'), await mayMail(' A@x.example'), await mayMail('a@X.example'), await mayMail('a@x.example')]
  expect(asked).toEqual([true, true, true, false])
  expect(await mayMail('b@x.example')).toBe(true)
})
