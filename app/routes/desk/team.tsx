import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLingui } from '@lingui/react'
import { useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { TeamPage } from '~/features/desk/team-page'
import { changeTeam, teamView } from '~/features/desk/team.server'
import { seededText } from '~/i18n/words/seeded'
import { typedIn } from '~/platform/forms.server'
import { Notice } from '~/ui/notice'
import type { Refused } from '~/ui/refused'
import { refuse } from '../page.server'
import { orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  return { view: await teamView(desk, desk.team), forum: seededText(desk.i18n, desk.forum.name), saved: new URL(args.request.url).searchParams.has('saved') }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const form = await args.request.formData()
  const refused = await orNotFound(changeTeam(desk, desk.team, form))
  if (refused) return refuse(args.context, { typed: typedIn(form), form: refused })
  // An invitation is a mail: it need not wait for the worker's next look.
  args.context.services.nudge()
  return redirect(inLocale('/desk/settings/team?saved', desk.locale), 303)
}

export default function Team() {
  const { i18n } = useLingui()
  const { view, forum, saved } = useLoaderData<typeof loader>()
  const came = useActionData() as Refused | undefined
  return (
    <DeskPage title={i18n._('Team')} lead={<bdi>{forum}</bdi>}>
      {came?.form && <Notice tone="bad" title={came.form} />}
      {saved && !came && <Notice tone="good" title={i18n._('Saved. The change is on record.')} />}
      <TeamPage view={view} came={came} />
    </DeskPage>
  )
}
