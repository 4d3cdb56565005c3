import { cleanAddress, cleanLine } from '~/core/introductions/clean-text'
import { renderNotice } from '~/emails/render'
import { serverI18n } from '~/i18n/catalogues.server'
import { seededText } from '~/i18n/words/seeded'
import type { Locale } from '~/core/locale'
import { cleanMaterial } from './clean-material'
import type { ComposeMail } from './deliver.server'
import { UnsendableMail } from './draft'
import type { ConceptLabel, Words } from './describe.server'
import { newBase, tokensFor, unsubscribable, unsubscribeLink, type Unsubscribable } from './links.server'
import type { MailMaterial } from './material'
import { draftNotice } from './notices.server'
import type { LeasedMail } from './outbox.store.server'

export interface ComposeSettings {
  /** APP_ORIGIN: every link begins with it. */
  origin: string
  /** The sender, verified at the provider. */
  from: string
  /** Where answers go when neither a counterpart nor a forum's desk is there to take them. */
  replyTo: string | undefined
  conceptLabel: (locale: Locale) => ConceptLabel
}

const isUnsubscribable = (category: string): category is Unsubscribable => unsubscribable.includes(category as Unsubscribable)

/** How to stop mails of this kind, in one click of the reader's mail client (RFC 8058) or on a page. */
function unsubscribing(mail: LeasedMail, { now }: MailMaterial, origin: string) {
  if (!isUnsubscribable(mail.category)) return { url: null, headers: {}, tokens: [] }
  const base = newBase()
  const url = unsubscribeLink(origin, base)
  const headers = { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return { url, headers, tokens: tokensFor(base, 'unsubscribe', [mail.category], now) }
}

/** The composer of this process: rows of the outbox in, mails out. */
export function makeCompose({ origin, from, replyTo, conceptLabel }: ComposeSettings): ComposeMail {
  return async (mail, raw) => {
    const material = cleanMaterial(raw)
    const to = cleanAddress(mail.to)
    if (!to) throw new UnsendableMail('the address is not one address')
    const words: Words = { i18n: serverI18n(mail.locale), locale: mail.locale, concept: conceptLabel(mail.locale) }
    const draft = draftNotice({ mail, material, words, origin })
    const stop = unsubscribing(mail, material, origin)
    const { subject, html, text } = await renderNotice(draft.notice, {
      i18n: words.i18n,
      locale: mail.locale,
      origin,
      forumName: material.forum ? cleanLine(seededText(words.i18n, material.forum.name)) : null,
      englishUrl: draft.englishUrl,
      unsubscribeUrl: stop.url,
      isDemo: Boolean(material.forum?.is_demo) || material.parties.some(party => party.is_demo),
    })
    const desk = [material.forum?.desk_email, replyTo, from].map(address => cleanAddress(/<([^<>]+)>$/.exec(address ?? '')?.[1] ?? address ?? '')).find(Boolean)
    const payload = {
      from,
      to,
      replyTo: draft.replyTo ?? desk ?? from,
      subject,
      html,
      text,
      headers: stop.headers as Record<string, string>,
      tags: [{ name: 'outbox_id', value: mail.id }],
    }
    return { payload, tokens: [...draft.tokens, ...stop.tokens] }
  }
}
