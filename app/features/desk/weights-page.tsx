import { useLingui } from '@lingui/react'
import { Form, Link, useSubmit } from '@remix-run/react'
import { useRef } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import { Button } from '~/ui/button'
import type { Names } from './desk-facts'
import { Panel } from './firm-profile'
import type { WeightsView } from './weights.server'

const PAUSE_MS = 300

const nameOf = (names: Names) => <bdi lang={names.locale ?? undefined}>{names.native ?? names.latin}</bdi>

/** The shares of the score: tried on real pairs while they are changed, saved as the next version. */
export function WeightsPage({ view }: { view: WeightsView }) {
  return (
    <div className="two-columns">
      <Effect view={view} />
      <div><Shares view={view} /><History view={view} /></div>
    </div>
  )
}

function Shares({ view }: { view: WeightsView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const submit = useSubmit()
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  return (
    <Panel title={i18n._('What counts how much')}>
      <Form
        method="get"
        action={path('/desk/settings/weights')}
        className="grid gap-3"
        key={view.basedOn}
        onChange={event => {
          // Live where there are scripts; the button does the same without.
          const form = event.currentTarget
          clearTimeout(pause.current)
          pause.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), PAUSE_MS)
        }}
      >
        {view.rows.map(row => (
          <label key={row.signal} className="grid grid-cols-[1fr_6rem] items-center gap-3">
            <span><b className="block font-semibold">{row.label}</b><span className="text-ink-2 text-xs">{i18n._('now {share}', { share: row.now })}</span></span>
            <input className="input num" type="number" name={row.signal} defaultValue={row.value} min={0} max={100} required />
          </label>
        ))}
        <p role="status" className={view.trouble ? 'text-bad-ink font-semibold' : 'text-ink-2'}>{view.trouble ?? i18n._('Together 100 %.')}</p>
        <p><Button tone="secondary">{i18n._('Try on {count} pairs', { count: '20' })}</Button></p>
      </Form>
      {view.changed && !view.trouble && (
        <form method="post" className="mt-3">
          {view.rows.map(row => <input key={row.signal} type="hidden" name={row.signal} value={row.value} />)}
          <input type="hidden" name="based_on" value={view.basedOn} />
          <p className="text-ink-2 mb-2">{i18n._('Saving scores every waiting pair anew. Decided pairs keep what they were decided by.')}</p>
          <Button>{i18n._('Save these weights')}</Button>
        </form>
      )}
    </Panel>
  )
}

function Effect({ view }: { view: WeightsView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <Panel title={i18n._('What it does to these pairs')}>
      {view.running && <p role="status" className="mb-2">{view.running}</p>}
      {view.effect.length === 0 ? (
        <p className="text-ink-2">{i18n._('No pair waits: there is nothing to try it on.')}</p>
      ) : (
        <>
          <p className="text-ink-2 mb-2">{i18n._('From the best of the queue to its weakest, evenly spread.')} {view.moved}.</p>
          <table className="grid-table">
            <thead><tr><th scope="col">{i18n._('Pair')}</th><th scope="col" className="text-end">{i18n._('Rank')}</th><th scope="col" className="text-end">{i18n._('Now')}</th><th scope="col" className="text-end">{i18n._('Then')}</th><th scope="col" className="text-end">{i18n._('Difference')}</th></tr></thead>
            <tbody>
              {view.effect.map(row => (
                <tr key={row.id}>
                  <th scope="row"><Link to={path(`/desk/queue/${row.id}`)}>{nameOf(row.pk)} – {nameOf(row.kz)}</Link></th>
                  <td className="num text-end" data-label={i18n._('Rank')}>{row.place}</td>
                  <td className="num text-end" data-label={i18n._('Now')}>{row.before}</td>
                  <td className="num text-end" data-label={i18n._('Then')}><b>{row.after}</b></td>
                  <td className="text-end" data-label={i18n._('Difference')}><span className={`pt num ${row.tone}`}>{row.change}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  )
}

function History({ view }: { view: WeightsView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <Panel title={i18n._('Versions')}>
      <ul className="rows">
        {view.history.map(version => (
          <li key={version.label}>
            <b>{version.label}</b> <span className="text-ink-3 num">{version.when}</span> <bdi>{version.by}</bdi>
            <span className="text-ink-2 w-full text-xs">{version.shares}</span>
            <Link className="underline" to={path(`/desk/settings/weights${version.query}`)}>{i18n._('Try these')}<span className="sr-only"> {version.label}</span></Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
