import { z } from 'zod'

import { inLocale } from '~/core/locale'
import { UnsendableMail, type Draft, type DraftFacts } from './draft'
import { answerLinks, answers, newBase, tokensFor } from './links.server'
import { introductionProps } from './introduction-props.server'

const signInData = z.object({ code: z.string().min(4).max(12), token_hash: z.string().min(1), type: z.string().min(1) })
const passedOnData = z.object({ passed_on: z.boolean().optional() })

/** Supabase keeps a sign-in code for this long (`otp_exp`). */
const CODE_MINUTES = 10

function signInCode({ mail, origin }: DraftFacts): Draft {
  const { code, token_hash, type } = signInData.parse(mail.data)
  const page = new URL(inLocale('/sign-in/link', mail.locale), origin)
  page.search = new URLSearchParams({ token_hash, type }).toString()
  return { notice: { notice: 'sign_in_code', props: { code, url: page.href, minutes: CODE_MINUTES } }, tokens: [], englishUrl: null }
}

function introduction({ mail, material, words, origin }: DraftFacts): Draft {
  const base = newBase()
  const passedOn = passedOnData.parse(mail.data).passed_on ?? false
  const props = introductionProps(words, material, answerLinks(origin, mail.locale, base), passedOn)
  return {
    notice: { notice: 'introduction', props },
    tokens: tokensFor(base, 'answer', answers, material.now),
    englishUrl: answerLinks(origin, 'en', base).page,
    replyTo: props.contact?.email ?? null,
  }
}

const drafts: Record<string, (facts: DraftFacts) => Draft> = { sign_in_code: signInCode, introduction }

/** Drafts the notice that a row of the outbox names. Throws where nobody knows it, or its data is not what it needs. */
export function draftNotice(facts: DraftFacts): Draft {
  const draft = drafts[facts.mail.notice]
  if (!draft) throw new UnsendableMail(`no notice is called ${facts.mail.notice}`)
  return draft(facts)
}
