import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { assist, typedOf } from '~/features/desk/on-behalf/assist.server'
import { AssistedForm } from '~/features/desk/on-behalf/assisted-form'
import { useLocalePath } from '~/i18n/locale-path'
import type { Refused } from '~/ui/refused'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const { firm } = await orNotFound(desk.companies.firm(desk.forum.id, idOf(args.params.company)))
  return { id: firm.id, name: firm.nameNative, saved: typedOf(firm), version: firm.version }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const { firm } = await orNotFound(desk.companies.firm(desk.forum.id, idOf(args.params.company)))
  const done = await orNotFound(assist({ ...desk, lexicon: args.context.services.lexicon }, await args.request.formData(), firm))
  if ('company' in done) return redirect(inLocale(`/desk/companies/${firm.id}`, desk.locale), 303)
  return data({ refused: done.refused, taken: done.taken }, { status: done.status })
}

export default function EditCompany() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { id, name, saved, version } = useLoaderData<typeof loader>()
  const came = useActionData() as { refused: Refused; taken?: string } | undefined
  return (
    <DeskPage title={i18n._('Change the profile on the firm’s behalf')} lead={<Link to={path(`/desk/companies/${id}`)}><bdi>{name}</bdi></Link>}>
      <AssistedForm saved={saved} came={came?.refused} taken={came?.taken} version={version} editing />
    </DeskPage>
  )
}
