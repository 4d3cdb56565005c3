import { useLingui } from '@lingui/react'

import { directionOf, localeNames, type Locale } from '~/core/locale'
import { useLocalePath } from '~/i18n/locale-path'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { noticeName } from './notice-names'

export type MailLine = { id: string; to: string; subject: string; preview: string; locale: Locale; at: string }
export type WaitingLine = { id: string; to: string; notice: string; locale: Locale; when: string | null; state: string; error: string | null; introduction: string | null; canSend: boolean }

/** Mails that have not left yet, and the button that a demonstration needs. */
export function WaitingList({ lines }: { lines: readonly WaitingLine[] }) {
  const { i18n } = useLingui()
  if (lines.length === 0) return null
  return (
    <section className="mb-8" aria-labelledby="waiting">
      <h2 id="waiting" className="mb-3 text-xl">{i18n._('On their way')}</h2>
      <ul className="card divide-line divide-y">
        {lines.map(line => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 p-3">
            <span className="min-w-0 flex-1 basis-56">
              <b className="block font-semibold">{noticeName(i18n, line.notice)}</b>
              <bdi dir="ltr" className="text-ink-2 text-sm break-all">{line.to}</bdi>
            </span>
            <Tag tone={line.error ? 'warn' : 'plain'}>
              {line.state === 'queued' ? (line.when ? i18n._('Leaves {when}', { when: line.when }) : i18n._('On hold')) : line.state}
            </Tag>
            {line.error && <span className="text-sun-ink w-full text-sm">{line.error}</span>}
            {line.canSend && line.introduction && (
              <form method="post">
                <input type="hidden" name="introduction" value={line.introduction} />
                <Button tone="secondary" compact>{i18n._('Send now')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p className="text-ink-3 mt-2 text-sm">{i18n._('Decisions can be undone until their mail leaves. “Send now” is here for demonstrations only.')}</p>
    </section>
  )
}

/** What has arrived, the newest first. */
export function MailList({ lines, to }: { lines: readonly MailLine[]; to: string | null }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  if (lines.length === 0) {
    return <EmptyState title={i18n._('No mail yet')}>{to ? i18n._('Nothing has come for {to}.', { to }) : i18n._('Sign in, or approve a pair: its mail lands here.')}</EmptyState>
  }
  return (
    <ul className="card divide-line divide-y">
      {lines.map(line => (
        <li key={line.id}>
          <a href={path(`/mailbox/${line.id}`)} className="hover:bg-sunken grid gap-x-4 p-3 no-underline sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]">
            <span className="min-w-0">
              <bdi dir="ltr" className="block truncate font-semibold">{line.to}</bdi>
              <span className="text-ink-3 text-sm" lang={line.locale}>{localeNames[line.locale]}</span>
            </span>
            <span className="min-w-0" lang={line.locale} dir={directionOf(line.locale)}>
              <span className="block truncate font-medium">{line.subject}</span>
              <span className="text-ink-2 block truncate text-sm">{line.preview}</span>
            </span>
            <span className="text-ink-3 num text-sm whitespace-nowrap">{line.at}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
