import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'

/** What an organizer does in a firm's place. Refusals (409 registration_taken, stale_page, profile_state) are thrown as `DatabaseRefusal`. */
export interface OnBehalfDesk {
  enter(forum: string, firm: Json): Promise<string>
  edit(forum: string, company: string, firm: Json, version: number): Promise<void>
  /** Asks the firm's contact to take the profile over; answers what became of it: queued, already, invited_often, claimed, no_address, suppressed. */
  invite(company: string): Promise<string>
}

export function onBehalfDesk(db: Db): OnBehalfDesk {
  return {
    enter: async (forum, firm) => answered(await db.rpc('enter_company', { forum, firm })),
    edit: async (forum, company, firm, version) => void answered(await db.rpc('edit_on_behalf', { forum, company, firm, expected_version: version })),
    invite: async company => answered(await db.rpc('invite_to_claim', { company })),
  }
}
