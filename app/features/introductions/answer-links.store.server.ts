import type { Json } from '~/platform/database.types'
import { answered } from '~/platform/refusal'
import type { Db } from '~/platform/supabase.server'
import { tokenHash, unsubscribable, type Answer, type Unsubscribable } from './outbox/links.server'
import type { MailMaterial } from './outbox/material'

/** What stands behind an answer link: the introduction as its reader may see it, and how far it is. */
export type LinkMaterial = MailMaterial & { expired: boolean; email: string; other_answered: boolean; answered_at: string | null }

export type AnswerRecord = { result: 'recorded' | 'already'; state: string; answer: Answer | null }

/** What the pages behind a mail's links need. The link itself is the right to it; nobody need be signed in. Refusals are thrown as `DatabaseRefusal`. */
export interface AnswerLinksStore {
  /** Null for a link that nobody knows. Changes nothing. */
  read(base: string): Promise<LinkMaterial | null>
  answer(base: string, answer: Answer, reason: string | null, note: string | null): Promise<AnswerRecord>
  passOn(base: string, address: string): Promise<'passed' | 'already'>
  /** What a link would stop, or null for one that nobody knows. Changes nothing. */
  readUnsubscribe(base: string): Promise<Unsubscribable | null>
  unsubscribe(base: string): Promise<Unsubscribable | null>
}

/** Over the server's own client. */
export function answerLinksStore(db: Db): AnswerLinksStore {
  const readUnsubscribe = async (base: string) => {
    for (const category of unsubscribable) {
      const token = answered(await db.rpc('read_token', { hash: tokenHash(base, category) })) as { purpose: string } | null
      if (token?.purpose === 'unsubscribe') return category
    }
    return null
  }
  return {
    read: async base => answered(await db.rpc('link_material', { hash: tokenHash(base, 'yes') })) as unknown as LinkMaterial | null,
    async answer(base, said, reason, note) {
      const result: Json = answered(await db.rpc('answer_by_token', { hash: tokenHash(base, said), why: reason ?? undefined, words: note ?? undefined }))
      return result as AnswerRecord
    },
    passOn: async (base, address) => answered(await db.rpc('pass_on_introduction', { hash: tokenHash(base, 'yes'), address })) as 'passed' | 'already',
    readUnsubscribe,
    async unsubscribe(base) {
      const category = await readUnsubscribe(base)
      if (category) answered(await db.rpc('unsubscribe_by_token', { hash: tokenHash(base, category) }))
      return category
    },
  }
}
