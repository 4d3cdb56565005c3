import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { routeRows } from '~/features/companies/profile-rows'
import { saveRoute } from '~/features/companies/registration.server'
import { RouteFields } from '~/features/companies/route-fields'
import { routeSchema } from '~/features/companies/route.schema'
import { StepForm, StepPage } from '~/features/companies/step-page'
import { formatDate } from '~/i18n/format.server'
import { certificates, workingLanguages } from '~/i18n/words/companies'
import { readForm, typedIn } from '~/platform/forms.server'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { afterSaving, broughtAlong, notSaved, requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, locale, own, editing, services } = await requireOwn(args)
  const corridors = (await services.companies.corridors()).map(corridor => ({ ...corridor, asOf: formatDate(locale, corridor.asOf) }))
  return { title: title(i18n._('Route, terms and languages')), company: own.company, corridors, editing, locale }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const { services, own, i18n } = page
  const form = await args.request.formData()
  const brought = broughtAlong(form)
  if (brought) return brought
  const corridors = (await services.companies.corridors()).map(corridor => corridor.id)
  const reading = readForm(form, routeSchema(i18n, { corridors, certificates, languages: workingLanguages }))
  if (!reading.ok) return refuse(args.context, reading)
  const { version, ...route } = reading.value
  const trouble = await saveRoute(services.companies, own, route, version)
  return trouble ? notSaved(args.context, page, trouble, typedIn(form)) : afterSaving(page, 'route')
}

export default function RegisterRoute() {
  const { i18n } = useLingui()
  const { company, corridors, editing, locale } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <StepPage step="route" takesAlong heading={i18n._('Route, terms and languages')} editing={editing} came={came} saved={routeRows(i18n, company)}>
      <p className="text-ink-2 mb-6">{i18n._('Only the languages are needed. The rest raises the odds that a match can work; what you do not know yet, leave open.')}</p>
      <StepForm version={company.version} editing={editing}>
        <RouteFields company={company} corridors={corridors} came={came} reader={locale} />
      </StepForm>
    </StepPage>
  )
}
