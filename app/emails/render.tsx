import { render, toPlainText } from '@react-email/render'
import type { ReactNode } from 'react'

import { cleanSubject } from '~/core/introductions/clean-text'
import { MailDocument, type Frame } from './frame'
import { Introduction, introductionPreheader, introductionSubject, type IntroductionProps } from './introduction'
import { SignInCode, signInCodePreheader, signInCodeSubject, type SignInCodeProps } from './sign-in-code'

/** Every mail the product sends: its name in the outbox, and what it is written from. */
export type Notice =
  | { notice: 'sign_in_code'; props: SignInCodeProps }
  | { notice: 'introduction'; props: IntroductionProps }

export type NoticeName = Notice['notice']

/** A notice's parts; the switch is closed, so that a new notice cannot be forgotten. */
function partsOf(notice: Notice, { i18n }: Frame): { subject: string; preheader: string; body: ReactNode } {
  switch (notice.notice) {
    case 'sign_in_code':
      return { subject: signInCodeSubject(i18n, notice.props), preheader: signInCodePreheader(i18n, notice.props), body: <SignInCode {...notice.props} /> }
    case 'introduction':
      return { subject: introductionSubject(i18n, notice.props), preheader: introductionPreheader(i18n, notice.props), body: <Introduction {...notice.props} /> }
  }
}

const textOptions = {
  selectors: [
    ...['h1', 'h2'].map(selector => ({ selector, options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 } })),
    { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
  ],
}

/** A mail as it goes out: subject (one line, under 200 characters), HTML and text saying the same. */
export async function renderNotice(notice: Notice, frame: Frame): Promise<{ subject: string; html: string; text: string }> {
  const parts = partsOf(notice, frame)
  const subject = cleanSubject(parts.subject)
  const html = await render(<MailDocument frame={frame} subject={subject} preheader={parts.preheader}>{parts.body}</MailDocument>)
  // Zero-width marks lay out the HTML; in plain text they would only be in the way.
  const text = toPlainText(html, textOptions).replace(/\u200b/g, '').replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim()
  return { subject, html, text: `${text}\n` }
}
