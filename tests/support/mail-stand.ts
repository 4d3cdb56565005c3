import { afterAll, beforeAll } from 'vitest'

import { startBackend, type Backend, type TestUser } from './backend'
import { makeMailWorld, type MailWorld, type TestFirm } from './mail-world'

/** A backend and a forum whose mails can be looked at, for the tests of a file. */
export function mailStand() {
  const stand = {} as { backend: Backend; world: MailWorld }
  beforeAll(async () => {
    stand.backend = await startBackend()
    stand.world = await makeMailWorld(stand.backend)
  }, 120_000)
  afterAll(() => stand.backend?.stop())
  return {
    stand,
    as: (user?: TestUser) => stand.backend.asUser(user?.token),
    /** Somebody of the firm, with an address of his own. */
    memberOf: async (firm: TestFirm, role: 'owner' | 'member' = 'owner', email?: string): Promise<TestUser> => {
      const user = await stand.backend.createUser(email)
      await stand.backend.sql('insert into public.company_members (company_id, user_id, role) values ($1, $2, $3)', [firm.id, user.id, role])
      return user
    },
    /** Sends all that is due. */
    sendAll: async () => {
      while (await stand.world.worker().pass());
    },
  }
}
