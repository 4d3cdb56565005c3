import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { latinSpelling } from '~/core/companies/latin-spelling'
import { CompanyFields } from '~/features/companies/company-fields'
import { companySchema, registrationKindOf } from '~/features/companies/company.schema'
import { companyRows } from '~/features/companies/profile-rows'
import { saveCompanyFacts } from '~/features/companies/registration.server'
import { StepForm, StepPage } from '~/features/companies/step-page'
import { readForm, typedIn } from '~/platform/forms.server'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { afterSaving, broughtAlong, notSaved, requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, own, editing } = await requireOwn(args)
  return { title: title(i18n._('Your company')), company: own.company, editing, latin: own.company.nameNative ? latinSpelling(own.company.nameNative) : null }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const { services, own, i18n } = page
  const form = await args.request.formData()
  const brought = broughtAlong(form)
  if (brought) return brought
  const reading = readForm(form, companySchema(i18n, own.company.country, registrationKindOf(form, own.company.country), services.now().getUTCFullYear()))
  if (!reading.ok) return refuse(args.context, reading)
  const { version, ...facts } = reading.value
  if (!facts.nameLatin && !latinSpelling(facts.nameNative)) {
    return refuse(args.context, { typed: typedIn(form), errors: { nameLatin: i18n._('Enter the name in Latin letters too: the other side cannot read this script.') } })
  }
  const trouble = await saveCompanyFacts(services.companies, own, facts, version)
  return trouble ? notSaved(args.context, page, trouble, { ...typedIn(form), registrationNumber: facts.registrationNumber }) : afterSaving(page, 'company')
}

export default function RegisterCompany() {
  const { i18n } = useLingui()
  const { company, editing, latin } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <StepPage step="company" takesAlong heading={i18n._('Your company')} editing={editing} came={came} saved={companyRows(i18n, company)} back={editing ? undefined : '/register?change'}>
      <StepForm version={company.version} editing={editing}>
        <CompanyFields company={company} came={came} latin={latin} />
      </StepForm>
    </StepPage>
  )
}
