import { expect, test } from 'vitest'

import { mailStand } from '../../support/mail-stand'

const { stand } = mailStand()

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const shown = async (id: string) => {
  const [row] = await stand.backend.sql<{ listings: { direction: string }[] }>('select listings from public.company_teasers where id = $1', [id])
  return row!.listings.map(listing => listing.direction)
}

test('a listing is shown up to its last day, and its firm is looked at again on the morning after, once', async () => {
  const firm = await stand.world.firm('PK')
  await stand.backend.sql('update public.listings set expires_on = $2 where id = $1', [firm.listings.brings, day(0)])
  expect(await shown(firm.id)).toContain('brings')
  await stand.backend.sql('update public.listings set expires_on = $2 where id = $1', [firm.listings.brings, day(-2)])
  expect(await shown(firm.id)).not.toContain('brings')

  await stand.backend.sql(`update public.companies set updated_at = $2 where id = $1`, [firm.id, `${day(-5)}T00:00:00Z`])
  const since = new Date().toISOString()
  const [participation] = await stand.backend.sql<{ forum_id: string }>('select forum_id from public.participations where company_id = $1', [firm.id])
  const changed = async () => {
    const { data, error } = await stand.backend.asService().rpc('changed_companies', { forum: participation!.forum_id, since })
    expect(error).toBeNull()
    return ((data ?? []) as { id: string; updated_at: string }[]).filter(({ id }) => id === firm.id).map(row => row.updated_at)
  }
  const [first] = await changed()
  expect(first).toBeDefined()
  expect(await changed()).toEqual([first])
})
