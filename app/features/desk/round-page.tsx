import { useLingui } from '@lingui/react'
import { Link, useNavigation, useSubmit } from '@remix-run/react'
import { useEffect, useRef } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import { Button } from '~/ui/button'
import { CountryTag } from '~/ui/country-tag'
import { FirmName } from '~/ui/names'
import { Tag } from '~/ui/tag'
import { Panel } from './firm-profile'
import type { RoundView } from './round-view.server'

/** The form that asks for a proposal. Nothing is decided by it. */
export function ProposeForm({ floor, most, leastScores }: { floor: number; most: number; leastScores: readonly { value: number; label: string }[] }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('Approve the best for everyone')}>
      <p className="text-ink-2 mb-3 max-w-2xl">
        {i18n._('The desk chooses among the waiting pairs so that each validated firm gets its floor of {floor} where it can, and nobody gets more than it can answer. You see the proposal before anything is decided.', { floor: String(floor) })}
      </p>
      <form method="post" className="flex flex-wrap items-end gap-4">
        <label className="grid gap-1"><span>{i18n._('Pairs that score at least')}</span><select className="input" name="least" defaultValue="40">{leastScores.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select></label>
        <label className="grid gap-1"><span>{i18n._('New introductions a firm, at most')}</span><input className="input num" type="number" name="most" min={1} max={most} defaultValue={Math.min(most, Math.max(1, floor))} required /></label>
        <Button tone="secondary" name="intent" value="propose">{i18n._('Propose a round')}</Button>
      </form>
    </Panel>
  )
}

/** A long round goes on by itself where there are scripts; without, by its button. */
function GoOn({ round }: { round: RoundView }) {
  const { i18n } = useLingui()
  const submit = useSubmit()
  const navigation = useNavigation()
  const form = useRef<HTMLFormElement>(null)
  const { done, all, shown } = round.progress
  useEffect(() => {
    if (navigation.state === 'idle') submit(form.current, { preventScrollReset: true, replace: true })
  }, [done, navigation.state, submit])
  return (
    <form method="post" ref={form} aria-busy={navigation.state !== 'idle' || undefined}>
      <input type="hidden" name="round" value={round.id} />
      <input type="hidden" name="intent" value="apply" />
      <label className="mb-3 block" role="status"><span className="mb-1 block">{shown}</span><progress className="w-full max-w-xl" value={done} max={all} /></label>
      <Button>{i18n._('Go on')}</Button>
    </form>
  )
}

function Decision({ round }: { round: RoundView }) {
  const { i18n } = useLingui()
  const act = (intent: 'apply' | 'drop' | 'undo', label: string, tone: 'primary' | 'secondary') => (
    <form method="post">
      <input type="hidden" name="round" value={round.id} />
      <Button tone={tone} name="intent" value={intent}>{label}</Button>
    </form>
  )
  if (round.stage === 'proposed') {
    return (
      <>
        {round.dualKey && <p className="mb-2">{round.dualKey}</p>}
        {round.apply ? <p className="mb-3 max-w-2xl">{round.promise}</p> : <p className="mb-3">{i18n._('There is no pair to approve under these rules.')}</p>}
        <div className="flex flex-wrap gap-3">{round.apply && act('apply', round.apply, 'primary')}{act('drop', i18n._('Drop the proposal'), 'secondary')}</div>
      </>
    )
  }
  return (
    <>
      {round.stage === 'under_way' && <GoOn round={round} />}
      {round.stage === 'undone' ? <p>{i18n._('Undone. The pairs wait again.')}</p> : <p className="mb-2">{round.result}</p>}
      {round.passed.map(sentence => <p key={sentence} className="text-ink-2">{sentence}</p>)}
      {round.undoable && <div className="mt-3">{act('undo', i18n._('Undo the whole round'), 'secondary')}</div>}
    </>
  )
}

/** A round: what it comes to, what may be done with it, whom it leaves short and why, and its pairs. */
export function RoundPanel({ round }: { round: RoundView }) {
  return (
    <>
      <Panel title={<span className="flex flex-wrap items-center gap-2">{round.title} <Tag tone={round.stage === 'applied' ? 'good' : 'plain'}>{round.stageName}</Tag></span>}>
        <p className="text-ink-3 mb-3">{round.said}</p>
        <dl className="figures">{round.figures.map(figure => <div key={figure.label}><dd className="num">{figure.value}</dd><dt>{figure.label}</dt></div>)}</dl>
        <p className="text-ink-2">{round.rules}</p>
        <p className="text-ink-2 mb-4">{round.method}</p>
        <Decision round={round} />
      </Panel>
      <div className="two-columns">
        <Short round={round} />
        <Pairs round={round} />
      </div>
    </>
  )
}

function Short({ round }: { round: RoundView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  if (round.shortTotal === 0) return <Panel title={i18n._('Nobody stays below the floor')}><p className="text-ink-2">{i18n._('Every validated firm has its floor of introductions with this round.')}</p></Panel>
  return (
    <Panel title={round.shortTitle}>
      <ul className="mb-3 flex flex-wrap gap-2">{round.shortBy.map(reason => <li key={reason.why}><Tag tone="warn">{reason.label}: {reason.count}</Tag></li>)}</ul>
      <ul className="rows">
        {round.short.map(firm => (
          <li key={firm.id}>
            <CountryTag country={firm.country} /> <Link to={path(`/desk/companies/${firm.id}`)}><FirmName native={firm.native} latin={firm.latin} locale={firm.locale} /></Link>
            <b className="num">{firm.has}</b> <span>{firm.why}{firm.count && ` (${firm.count})`}.</span> <span className="text-ink-2">{firm.help}</span>
          </li>
        ))}
      </ul>
      {round.shortTotal > round.short.length && <p className="text-ink-3 mt-2">{i18n._('The shortest are shown.')} <Link to={path('/desk/exposure')}>{i18n._('See all under Exposure')}</Link></p>}
    </Panel>
  )
}

function Pairs({ round }: { round: RoundView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <Panel title={i18n._('The pairs')}>
      <ul className="rows">
        {round.best.map(pair => (
          <li key={pair.id}>
            <b className="num">{pair.score}</b>
            <Link to={path(`/desk/queue/${pair.id}`)}><bdi lang={pair.pk.locale ?? undefined}>{pair.pk.native ?? pair.pk.latin}</bdi> – <bdi lang={pair.kz.locale ?? undefined}>{pair.kz.native ?? pair.kz.latin}</bdi></Link>
            <span className="text-ink-3">{pair.subject}</span>
            {pair.left && <Tag tone="warn">{i18n._('Left')}</Tag>}
          </li>
        ))}
      </ul>
      {round.bestMore && <p className="text-ink-3 mt-2">{round.bestMore}</p>}
    </Panel>
  )
}
