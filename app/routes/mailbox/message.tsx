import { useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { directionOf, localeNames } from '~/core/locale'
import { noticeName } from '~/features/introductions/notice-names'
import { formatDateTime } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { PublicShell } from '~/ui/public-shell'
import { SummaryRows } from '~/ui/summary-rows'
import { pageOf } from '../page.server'
import { titled } from '../titled'

export const meta = titled

/** One mail: as its reader sees it, as text, its headers, and how it got here. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { env, mailbox } = page.services
  const id = z.uuid().safeParse(args.params.id)
  const mail = env.mailbox && id.success ? await mailbox.read(id.data) : null
  if (!mail?.payload) throw new Response(null, { status: 404 })
  const { payload, locale } = mail
  const time = (at: string | null) => (at ? formatDateTime(page.locale, at) : '')
  return {
    title: page.title(payload.subject),
    id: mail.id,
    notice: mail.notice,
    locale,
    subject: payload.subject,
    text: payload.text,
    envelope: [['From', payload.from], ['To', payload.to], ['Reply-To', payload.replyTo], ...Object.entries(payload.headers), ['Idempotency-Key', mail.key]] as [string, string][],
    timeline: { written: time(mail.written_at), due: time(mail.not_before), tried: time(mail.first_attempt_at), received: time(mail.received_at), attempts: mail.attempts },
  }
}

export default function MailboxMessage() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { id, notice, locale, subject, text, envelope, timeline } = useLoaderData<typeof loader>()
  const steps = [
    { label: i18n._('Written into the outbox'), value: timeline.written },
    { label: i18n._('Could leave from'), value: timeline.due },
    { label: i18n._('First tried'), value: i18n._('{when}, {tries, plural, one {# try} other {# tries}} in all', { when: timeline.tried, tries: timeline.attempts }) },
    { label: i18n._('Delivered'), value: timeline.received },
  ]
  return (
    <PublicShell>
      <div className="wrap py-8 lg:py-12">
        <p className="mb-4"><a className="inline-flex min-h-11 items-center underline" href={path('/mailbox')}>{i18n._('Back to the mailbox')}</a></p>
        <p className="text-ink-3">{noticeName(i18n, notice)} · <span lang={locale}>{localeNames[locale]}</span></p>
        <h1 className="mb-6 text-2xl break-words" lang={locale} dir={directionOf(locale)}>{subject}</h1>
        <div className="grid gap-8 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
          <iframe
            title={i18n._('The mail as its reader sees it')}
            src={`/mailbox/${id}/html`}
            sandbox="allow-same-origin allow-top-navigation-by-user-activation"
            className="border-line bg-surface h-[80rem] w-full rounded-[var(--radius-m)] border"
          />
          <div className="min-w-0">
            <section className="mb-8">
              <h2 className="mb-2 text-xl">{i18n._('Headers')}</h2>
              <SummaryRows rows={envelope.map(([label, value]) => ({ label: <bdi dir="ltr">{label}</bdi>, value: <bdi dir="ltr" className="break-all">{value}</bdi> }))} />
            </section>
            <section className="mb-8">
              <h2 className="mb-2 text-xl">{i18n._('How it got here')}</h2>
              <SummaryRows rows={steps} />
            </section>
            <details>
              <summary className="min-h-11 content-center font-semibold">{i18n._('The same as text')}</summary>
              <pre lang={locale} dir={directionOf(locale)} className="bg-sunken mt-2 rounded-[var(--radius-m)] p-4 font-sans text-sm break-words whitespace-pre-wrap">{text}</pre>
            </details>
          </div>
        </div>
      </div>
    </PublicShell>
  )
}
