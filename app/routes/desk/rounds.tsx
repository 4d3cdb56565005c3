import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { Panel } from '~/features/desk/firm-profile'
import { ProposeForm, RoundPanel } from '~/features/desk/round-page'
import { roundLines, roundView } from '~/features/desk/round-view.server'
import { actOnRound, leastScores, roundForm } from '~/features/desk/rounds.server'
import { filterValueName } from '~/features/desk/words'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm } from '~/platform/forms.server'
import { Notice } from '~/ui/notice'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const query = new URL(args.request.url).searchParams
  const lines = await desk.rounds.list(desk.forum.id)
  const wanted = query.get('round')
  const shown = wanted ? idOf(wanted) : lines[0]?.id
  const round = shown ? await orNotFound(desk.rounds.one(shown)) : null
  return {
    round: round && roundView(desk, round),
    lines: roundLines(desk, lines),
    floor: desk.forum.floor, most: Math.min(desk.forum.unansweredCap, desk.forum.cap),
    leastScores: leastScores.map(value => ({ value, label: value === 0 ? desk.i18n._('Any') : filterValueName(desk.i18n, 'score', String(value)) })),
    kept: query.get('said') === 'kept',
  }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const reading = readForm(await args.request.formData(), roundForm)
  if (!reading.ok) throw new Response(null, { status: 400 })
  const answer = await orNotFound(actOnRound(desk, reading.value, Date.now))
  if (!answer.ok) return data({ error: answer.sentence }, { status: answer.status })
  args.context.services.nudge()
  const query = new URLSearchParams([...(answer.round ? [['round', answer.round]] : []), ...(answer.said ? [['said', answer.said]] : [])])
  return redirect(inLocale(`/desk/rounds${query.size ? `?${query.toString()}` : ''}`, desk.locale), 303)
}

export default function Rounds() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { round, lines, floor, most, leastScores, kept } = useLoaderData<typeof loader>()
  const refused = useActionData() as { error: string } | undefined
  return (
    <DeskPage title={i18n._('Rounds')} lead={i18n._('Many introductions at once, shared out fairly')}>
      {refused && <Notice tone="bad" title={refused.error} />}
      {kept && <Notice tone="warn" title={i18n._('Some e-mails of the round had left: those pairs stay approved. The others wait again.')} />}
      {round?.stage !== 'proposed' && round?.stage !== 'under_way' && <ProposeForm floor={floor} most={most} leastScores={leastScores} />}
      {round && <RoundPanel round={round} />}
      {lines.length > 1 && (
        <Panel title={i18n._('Rounds so far')}>
          <ul className="rows">{lines.map(line => <li key={line.id}><Link to={path(`/desk/rounds?round=${line.id}`)} aria-current={line.id === round?.id ? 'true' : undefined}>{line.title}</Link> <span>{line.stage}</span> <span className="text-ink-3 num">{line.when}</span> <bdi>{line.by}</bdi> <span className="text-ink-2 num">{line.pairs}</span></li>)}</ul>
        </Panel>
      )}
    </DeskPage>
  )
}
