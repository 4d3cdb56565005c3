import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { cleanMaterial } from './outbox/clean-material'
import { introductionProps } from './outbox/introduction-props.server'
import type { Words } from './outbox/describe.server'
import type { Answer } from './outbox/links.server'
import type { AnswerLinksStore, LinkMaterial } from './answer-links.store.server'
import type { IntroductionProps } from '~/emails/introduction'
import { formatDate } from '~/i18n/format.server'
import { seededText } from '~/i18n/words/seeded'
import type { DatabaseRefusal } from '~/platform/refusal'

/**
 * Where an introduction stands for the holder of its link:
 * `open` nothing said yet; `answered` something was said, and `may` tells what may still be said instead; the others have an end.
 */
export type AnswerView = {
  stand: 'open' | 'answered' | 'connected' | 'closed' | 'lapsed' | 'withdrawn' | 'not_ready'
  introduction: Omit<IntroductionProps, 'links' | 'contact'>
  /** What was answered, and when in words. */
  mine: { answer: Answer; on: string } | null
  /** What may be said now; the first is offered first. */
  may: Answer[]
  direct: boolean
  forum: string
  answerBy: string
}

/** What may still be said: all but what was said; once the other side has answered, only "yes" after "not now". */
export function answersLeft(mine: Answer | null, otherAnswered: boolean): Answer[] {
  const all: Answer[] = ['yes', 'not_now', 'no']
  if (mine === null) return all
  if (otherAnswered) return mine === 'not_now' ? ['yes'] : []
  return all.filter(answer => answer !== mine)
}

function standOf({ introduction, answer, expired }: LinkMaterial): AnswerView['stand'] {
  const state = introduction?.state
  if (state === 'connected') return 'connected'
  if (state === 'withdrawn' || state === 'cancelled') return 'withdrawn'
  if (state === 'expired' || expired) return 'lapsed'
  if (state === 'undeliverable') return 'closed'
  if (state === 'held') return 'not_ready'
  if (state === 'declined' && answer !== 'no') return 'closed'
  return answer ? 'answered' : 'open'
}

/** The page of an answer link in the language of its address, or null where nobody knows the link. */
export async function viewAnswer(links: Pick<AnswerLinksStore, 'read'>, base: string, words: Words): Promise<AnswerView | null> {
  const found = await links.read(base)
  if (!found) return null
  const material = cleanMaterial(found)
  const { contact: _contact, links: _links, ...introduction } = introductionProps(words, material, { yes: '', notNow: '', no: '', page: '' }, {})
  const stand = standOf(material)
  const open = stand === 'open' || stand === 'answered'
  return {
    stand,
    introduction,
    mine: material.answer && material.answered_at ? { answer: material.answer, on: formatDate(words.locale, material.answered_at) } : null,
    may: open ? answersLeft(material.answer, material.other_answered) : [],
    direct: material.introduction?.mode === 'direct',
    forum: material.forum ? seededText(words.i18n, material.forum.name) : '',
    answerBy: formatDate(words.locale, introduction.answerBy),
  }
}

export const passOnSchema = (i18n: I18n) =>
  z.object({ address: z.string({ error: i18n._('Enter your colleague’s e-mail address.') }).trim().max(254).pipe(z.email(i18n._('Enter an address like name@firm.com.'))) })

/** Why an introduction was not passed on, as a sentence. */
export function passingTrouble(i18n: I18n, refusal: DatabaseRefusal): string {
  switch (refusal.reason) {
    case 'not_of_firm':
      return i18n._('We can only pass it to an address of your own firm: one ending in @{domain}, or a member of your team at the desk.', { domain: String(refusal.facts.domain ?? '') })
    case 'suppressed':
      return i18n._('This address asked for no such mail, or cannot be reached.')
    case 'passed_often':
      return i18n._('It was passed on three times already.')
    default:
      return i18n._('This introduction can no longer be passed on.')
  }
}
