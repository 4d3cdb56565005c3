import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { sideView } from '~/features/desk/duplicates/duplicate-views.server'
import { FirmSide } from '~/features/desk/duplicates/firm-side'
import { useLocalePath } from '~/i18n/locale-path'
import { DatabaseRefusal, orRefusal } from '~/platform/refusal'
import { Notice } from '~/ui/notice'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

const namedIn = (query: URLSearchParams) => ({ kept: idOf(query.get('kept') ?? undefined), gone: idOf(query.get('gone') ?? undefined) })

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { kept, gone } = namedIn(new URL(args.request.url).searchParams)
  const { one, other } = await orNotFound(desk.duplicates.two(desk.forum.id, kept, gone))
  return { kept: sideView(desk, one), gone: sideView(desk, other), strangers: one.members > 0 && other.members > 0 }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const { kept, gone } = namedIn(new URL(args.request.url).searchParams)
  const merged = await orNotFound(orRefusal(desk.duplicates.merge(desk.forum.id, gone, kept)))
  if (!(merged instanceof DatabaseRefusal)) return redirect(inLocale(`/desk/companies/${kept}`, desk.locale), 303)
  if (merged.status === 404) throw new Response(null, { status: 404 })
  const error =
    merged.reason === 'both_introduced'
      ? desk.i18n._('Both have been introduced to {name}. Withdraw one of the two introductions first.', { name: String(merged.facts.name ?? '') })
      : desk.i18n._('Firms of two countries cannot be one.')
  return data({ error }, { status: merged.status })
}

export default function Merge() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { kept, gone, strangers } = useLoaderData<typeof loader>()
  const refused = useActionData() as { error: string } | undefined
  return (
    <DeskPage title={i18n._('Merge two profiles')} lead={<Link to={path('/desk/duplicates')}>{i18n._('All likely duplicates')}</Link>}>
      {refused && <Notice tone="bad" title={refused.error} />}
      {strangers && <Notice tone="warn" title={i18n._('Both firms have people of their own. After the merge all of them work on one profile and see its contacts.')} />}
      <section className="card panel">
        <div className="grid gap-6 md:grid-cols-2">
          <div><h2>{i18n._('Stays')}</h2><FirmSide side={kept} other={gone} /></div>
          <div><h2>{i18n._('Goes into it')}</h2><FirmSide side={gone} other={kept} /></div>
        </div>
        <ul className="mt-4 list-disc ps-5">
          <li>{i18n._('What the staying profile says stands; what it leaves open is filled from the other.')}</li>
          <li>{i18n._('Suggestions, introductions, answers, outcomes, people, notes and reviews of both stand with it, and its record tells of both.')}</li>
          <li>{i18n._('It is known by both names and both numbers from now on. A merge cannot be undone.')}</li>
        </ul>
        <form method="post" className="mt-4"><button className="btn btn-danger">{i18n._('Merge the two')}</button></form>
      </section>
    </DeskPage>
  )
}
