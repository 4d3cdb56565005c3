import { expect, test } from 'vitest'

import type { WorkerParts } from '~/features/introductions/outbox/worker.server'
import { faultStand } from '../../support/fault-stand'

// The provider is out of reach for long, then returns: what happens to those that wait. How quickly a backlog drains, `npm run bench:approving` measures.

const { stand, oneMail, row, worker } = faultStand()

const attempts = async (ids: string[]) => (await Promise.all(ids.map(row))).map(mail => mail.attempts)

test('a minute without a single success: from then on one mail every half minute asks for all', async () => {
  stand.provider.always(() => 500)
  const first = await oneMail()
  await worker().pass()
  await stand.world.pass('61 seconds')
  const others = [await oneMail(), await oneMail(), await oneMail()]
  await worker().pass()
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(2)
  await stand.world.pass('29 seconds')
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(2)
  await stand.world.pass('2 seconds')
  await worker().pass()
  expect(stand.provider.calls).toHaveLength(3)
  const [ofFirst, ...ofOthers] = await attempts([first, ...others])
  expect(ofFirst! + ofOthers.reduce((sum, count) => sum + count, 0)).toBe(3)
  expect(Math.min(...ofOthers)).toBe(0)
})

test('it accepts one again: nobody waits out a pause learned meanwhile', async () => {
  stand.provider.always(() => 500)
  const tried = [await oneMail(), await oneMail()]
  for (const pause of ['0 seconds', '11 seconds', '31 seconds', '121 seconds', '31 seconds', '11 minutes', '31 seconds']) {
    await stand.world.pass(pause)
    await worker().pass()
  }
  expect(Math.min(...(await attempts(tried)))).toBeGreaterThan(3)
  stand.provider.always(null)
  await oneMail()
  await stand.world.pass('31 seconds')
  await worker().pass()
  expect(stand.provider.accepted).toHaveLength(1)
  await worker().pass()
  expect(stand.provider.accepted).toHaveLength(3)
  expect((await Promise.all(tried.map(row))).map(mail => mail.state)).toEqual(['sent', 'sent'])
})

test('a mail that fails by itself among others waits out its pauses', async () => {
  const bad = await oneMail()
  const compose: WorkerParts['compose'] = (mail, material) => (mail.id === bad ? Promise.reject(new Error('by itself')) : stand.parts.compose(mail, material))
  for (const pause of ['0 seconds', '11 seconds', '5 minutes']) {
    await stand.world.pass(pause)
    await oneMail()
    await worker({ compose }).pass()
  }
  expect(await row(bad)).toMatchObject({ state: 'queued', attempts: 3 })
  await oneMail()
  await worker({ compose }).pass()
  expect(await row(bad)).toMatchObject({ state: 'queued', attempts: 3 })
  expect(stand.provider.accepted).toHaveLength(4)
})
