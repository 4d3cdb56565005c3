import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { assist } from '~/features/desk/on-behalf/assist.server'
import { AssistedForm } from '~/features/desk/on-behalf/assisted-form'
import { useLocalePath } from '~/i18n/locale-path'
import type { Refused } from '~/ui/refused'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const { me } = await requireDesk(args)
  return { saved: { country: me.country } }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const done = await assist({ ...desk, lexicon: args.context.services.lexicon }, await args.request.formData())
  if ('company' in done) return redirect(inLocale(`/desk/companies/${done.company}`, desk.locale), 303)
  return data({ refused: done.refused, taken: done.taken }, { status: done.status })
}

export default function NewCompany() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { saved } = useLoaderData<typeof loader>()
  const came = useActionData() as { refused: Refused; taken?: string } | undefined
  return (
    <DeskPage title={i18n._('Enter a firm')} lead={<>{i18n._('For a firm that cannot register by itself. It waits for validation, and its contact can be invited to take the profile over.')} <Link to={path('/desk/companies')}>{i18n._('All companies')}</Link></>}>
      <AssistedForm saved={saved} came={came?.refused} taken={came?.taken} editing={false} />
    </DeskPage>
  )
}
