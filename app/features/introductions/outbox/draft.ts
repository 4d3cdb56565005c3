import type { Notice } from '~/emails/render'
import type { Words } from './describe.server'
import type { MailMaterial } from './material'
import type { LeasedMail, LinkToken } from './outbox.store.server'

/** A mail that can never be sent as it stands, whoever tries. */
export class UnsendableMail extends Error {
  override name = 'UnsendableMail'
}

/** Everything a notice is drafted from. */
export type DraftFacts = { mail: LeasedMail; material: MailMaterial; words: Words; origin: string }

/** A notice ready to be rendered, with what its links may do. */
export type Draft = {
  notice: Notice
  tokens: LinkToken[]
  /** The same in English, on the web. */
  englishUrl: string | null
  /** Whom an answer goes to, when not the desk. */
  replyTo?: string | null
}
