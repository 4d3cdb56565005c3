import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { Notice } from '~/ui/notice'
import type { ImportRowsView, ImportView } from './import-views.server'

/** How far the work is; the page asks again by itself. */
export function ImportProgress({ view }: { view: ImportView }) {
  const { i18n } = useLingui()
  if (!view.progress) return null
  const doing = { checking: i18n._('The file is being checked.'), applying: i18n._('The firms are going in.'), undoing: i18n._('The import is being taken back.') }[view.state as 'checking' | 'applying' | 'undoing'] ?? i18n._('The invitations are being written.')
  return (
    <section className="card panel" aria-live="polite">
      <h2>{doing}</h2>
      <progress className="w-full" value={view.progress.done} max={view.progress.of} aria-label={doing} />
      <p className="num text-ink-2">{view.progress.words}</p>
      {view.stopped && (
        <Notice tone="warn" title={i18n._('The work has stopped.')}>
          <form method="post"><button className="btn btn-secondary" name="intent" value="resume">{i18n._('Go on')}</button></form>
        </Notice>
      )}
      <noscript><meta httpEquiv="refresh" content="2" /></noscript>
    </section>
  )
}

/** The sums of the dry run or of what came of it, each leading to its rows; and what can be done next. */
export function ImportSums({ view, kind, error }: { view: ImportView; kind: string; error: string | null }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const done = view.state === 'applied' || view.state === 'undone'
  return (
    <section className="card panel">
      <h2>{view.state === 'checked' ? i18n._('What the file would do') : view.state === 'undone' ? i18n._('The import was undone') : i18n._('What the file did')}</h2>
      {error && <Notice tone="bad" title={error} />}
      {view.sameFile && view.state === 'checked' && (
        <Notice tone="warn" title={i18n._('This very file went in on {when}.', { when: view.sameFile.when })}><Link className="underline" to={path(`/desk/import/${view.sameFile.id}`)}>{i18n._('See that import')}</Link></Notice>
      )}
      <dl className="figures">
        {[...view.sums, ...(done ? view.fates : [])].map(sum => (
          <div key={sum.kind}>
            <dd className="num">{sum.count > 0 ? <Link to={path(`/desk/import/${view.id}?rows=${sum.kind}`)} aria-current={kind === sum.kind ? 'true' : undefined}>{sum.shown}</Link> : sum.shown}</dd>
            <dt>{sum.label}</dt>
          </div>
        ))}
      </dl>
      <form method="post" className="mt-4 flex flex-wrap gap-2">
        {view.state === 'checked' && view.goesIn > 0 && (
          <button className="btn btn-primary" name="intent" value="apply">{i18n._('{count, plural, one {Take # firm in} other {Take # firms in}}', { count: view.goesIn })}</button>
        )}
        {view.state === 'checked' && <button className="btn btn-secondary" name="intent" value="remap">{i18n._('Change what the columns mean')}</button>}
        {view.state === 'applied' && view.applied > 0 && (
          <button className="btn btn-secondary" name="intent" value="invite">{i18n._('Invite the firms to claim their profiles')}</button>
        )}
        {view.undoUntil && view.applied > 0 && <button className="btn btn-danger" name="intent" value="undo">{i18n._('Undo the import')}</button>}
        {view.sums.some(sum => (sum.kind === 'wrong' || sum.kind === 'duplicate') && sum.count > 0) && (
          <a className="btn btn-quiet" href={path(`/desk/import/${view.id}/rows.csv`)}>{i18n._('Download what did not go in')}</a>
        )}
      </form>
      {view.undoUntil && view.applied > 0 && <p className="text-ink-2 mt-2 text-sm">{i18n._('It can be undone until {when}. Firms that somebody has changed, claimed or decided on since stay, and are named.', { when: view.undoUntil })}</p>}
      {view.invited && <p className="text-ink-2 mt-2 text-sm">{i18n._('Firms invited to claim their profiles: {count}. The mails leave one after another, each in the firm’s language.', { count: view.invited })}</p>}
    </section>
  )
}

/** The rows of one kind: where, what, how to mend. */
export function ImportRows({ view, rows, next }: { view: ImportView; rows: ImportRowsView; next: string | null }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  if (rows.length === 0) return null
  return (
    <section className="card panel">
      <h2>{i18n._('Rows')}</h2>
      <table className="grid-table">
        <thead><tr><th scope="col">{i18n._('Row')}</th><th scope="col">{i18n._('Firm')}</th><th scope="col">{i18n._('Column')}</th><th scope="col">{i18n._('What stood there')}</th><th scope="col">{i18n._('What to know')}</th></tr></thead>
        <tbody>
          {rows.flatMap(row => (row.troubles.length ? row.troubles : [{ column: '', value: '', what: '' }]).map((trouble, i) => (
            <tr key={`${row.row} ${i}`}>
              <th scope="row" className="num">{row.row}</th>
              <td data-label={i18n._('Firm')}>{row.company ? <Link to={path(`/desk/companies/${row.company}`)}><bdi>{row.name || i18n._('Open the profile')}</bdi></Link> : <bdi>{row.name}</bdi>}</td>
              <td data-label={i18n._('Column')}><bdi>{trouble.column}</bdi></td>
              <td data-label={i18n._('What stood there')}><bdi className="break-all">{trouble.value}</bdi></td>
              <td data-label={i18n._('What to know')}>{trouble.what}</td>
            </tr>
          )))}
        </tbody>
      </table>
      {next && <p className="mt-4"><Link className="btn btn-secondary btn-compact" to={path(`/desk/import/${view.id}${next}`)}>{i18n._('Next 100')}</Link></p>}
    </section>
  )
}
