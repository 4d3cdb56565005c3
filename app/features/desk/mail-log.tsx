import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { directionOf } from '~/core/locale'
import { useLocalePath } from '~/i18n/locale-path'
import { EmptyState, Notice } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { Panel } from './firm-profile'
import type { MailAct, MailLogView, MailMessageView } from './mail-views.server'

/** "3 mails failed": shows them, or tries all of them again. */
export function FailedMails({ failed }: { failed: number }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  if (failed === 0) return null
  return (
    <Notice tone="warn" title={i18n._('{failed, plural, one {# mail was given up} other {# mails were given up}}', { failed })}>
      <form method="post" className="mt-2 flex flex-wrap gap-2">
        <Link className="btn btn-secondary btn-compact" to={path('/desk/mail?filter=failed')}>{i18n._('Show them')}</Link>
        <button className="btn btn-secondary btn-compact" name="intent" value="retry_all">{i18n._('Try all again')}</button>
      </form>
    </Notice>
  )
}

/** The filters, as links: the address says what is shown. */
export function MailTabs({ view }: { view: MailLogView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <nav className="tabs mb-4" aria-label={i18n._('State of the mails')}>
      {view.tabs.map(({ name, label, count }) => (
        <Link key={name} to={path(name === 'all' ? '/desk/mail' : `/desk/mail?filter=${name}`)} aria-current={view.filter === name ? 'true' : undefined}>
          {label} {count > 0 && <span className="num text-ink-3">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}

/** A page of the log, the newest first. */
export function MailTable({ view }: { view: MailLogView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  if (view.rows.length === 0) return <EmptyState title={i18n._('No mail here')}>{i18n._('A mail is written when a pair is approved, an answer comes in or a profile is judged.')}</EmptyState>
  return (
    <>
      <table className="grid-table">
        <thead><tr><th scope="col">{i18n._('E-mail')}</th><th scope="col">{i18n._('To')}</th><th scope="col">{i18n._('State')}</th><th scope="col">{i18n._('When')}</th></tr></thead>
        <tbody>
          {view.rows.map(row => (
            <tr key={row.id}>
              <th scope="row">
                <Link className="font-semibold" to={path(`/desk/mail/${row.id}`)}>{row.what}</Link>
                {row.subject && <bdi className="text-ink-2 block" lang={row.lang}>{row.subject}</bdi>}
              </th>
              <td data-label={i18n._('To')}>{row.firm && <bdi className="block">{row.firm}</bdi>}<bdi dir="ltr" className="text-ink-2 break-all">{row.to}</bdi></td>
              <td data-label={i18n._('State')}><Tag tone={row.bad ? 'warn' : 'plain'}>{row.state}</Tag>{row.alarm && <span className="text-sun-ink block">{row.alarm}</span>}</td>
              <td data-label={i18n._('When')} className="num">{row.when}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.next && <p className="mt-4"><Link className="btn btn-secondary btn-compact" to={path(`/desk/mail${view.next}`)}>{i18n._('Next 50')}</Link></p>}
    </>
  )
}

/** A mail as its reader sees it. It runs nothing, and its links are cut: they would act in the firm's name. */
export function MailBytes({ view }: { view: MailMessageView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const dir = directionOf(view.lang)
  if (!view.written) return <Panel title={i18n._('The mail')}><p className="text-ink-2">{i18n._('It is written when it is sent.')}</p></Panel>
  return (
    <Panel title={i18n._('The mail')}>
      <p className="mb-1 font-semibold" lang={view.lang} dir={dir}>{view.subject}</p>
      <p className="text-ink-2 mb-3">{i18n._('The links are cut here: they would answer in the firm’s name.')}</p>
      <iframe title={i18n._('The mail as its reader sees it')} src={path(`/desk/mail/${view.id}/html`)} sandbox="allow-same-origin" className="border-line bg-surface h-[48rem] w-full rounded-[var(--radius-m)] border" />
      <details className="mt-3">
        <summary className="min-h-11 content-center font-semibold">{i18n._('The same as text')}</summary>
        <p className="mail-text" lang={view.lang} dir={dir}>{view.text}</p>
      </details>
    </Panel>
  )
}

/** How far it got, and whom it went to. */
export function MailFate({ view }: { view: MailMessageView }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('State')}>
      <p className="mb-2"><Tag tone={view.bad ? 'warn' : 'plain'}>{view.state}</Tag> <span className="num">{view.when}</span></p>
      {view.alarm && <p className="text-sun-ink mb-2">{view.alarm}</p>}
      {view.error && <p className="text-ink-2 mb-2 break-words" dir="auto">{view.error}</p>}
      <dl className="fact-rows mb-3">
        <div><dt>{i18n._('To')}</dt><dd><bdi dir="ltr" className="break-all">{view.to}</bdi></dd></div>
        {view.replyTo && <div><dt>{i18n._('Answers go to')}</dt><dd><bdi dir="ltr" className="break-all">{view.replyTo}</bdi></dd></div>}
        <div><dt>{i18n._('Language')}</dt><dd>{view.language}</dd></div>
        <div><dt>{i18n._('Tries')}</dt><dd className="num">{view.tries}</dd></div>
        {view.providerId && <div><dt>{i18n._('Number at the provider')}</dt><dd><bdi dir="ltr" className="break-all">{view.providerId}</bdi></dd></div>}
      </dl>
      <ul className="rows">{view.steps.map(({ label, when }, i) => <li key={i}><span className="text-ink-3 num">{when}</span> <span>{label}</span></li>)}</ul>
    </Panel>
  )
}

/** What a person may decide of it now, each with what follows from it. */
export function MailActs({ view }: { view: MailMessageView }) {
  const { i18n } = useLingui()
  if (view.acts.length === 0) return null
  const acts: Record<MailAct, { label: string; follows: string }> = {
    retry: { label: i18n._('Try again'), follows: i18n._('It cannot arrive twice: the provider still remembers it.') },
    mark_sent: { label: i18n._('It arrived'), follows: i18n._('The firm has said so; nothing more is sent.') },
    resend: { label: i18n._('Send it again'), follows: i18n._('It may arrive twice: ask the firm first.') },
    cancel: { label: i18n._('Do not send it'), follows: i18n._('It is taken off the list for good.') },
    dismiss: { label: i18n._('Seen'), follows: i18n._('The alarm goes out; the record stays.') },
  }
  return (
    <Panel title={i18n._('Decide')}>
      <form method="post" className="grid gap-3">
        {view.acts.map(act => (
          <div key={act}>
            <button className="btn btn-secondary" name="intent" value={act}>{acts[act].label}</button>
            <p className="text-ink-2 mt-1 text-sm">{acts[act].follows}</p>
          </div>
        ))}
      </form>
    </Panel>
  )
}
