import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { personSchema } from '~/features/companies/person.schema'
import { savePerson } from '~/features/companies/registration.server'
import { StepForm, StepPage } from '~/features/companies/step-page'
import { readForm } from '~/platform/forms.server'
import { TextField } from '~/ui/field'
import { fieldText } from '~/ui/refused'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { afterSaving, broughtAlong, requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, own, editing } = await requireOwn(args)
  const { contact } = own
  // Until the role is told, the name is only a guess from the address.
  const person = { name: contact?.roleTitle ? contact.name : '', roleTitle: contact?.roleTitle ?? '', phone: contact?.phone ?? '', email: contact?.email ?? '' }
  return { title: title(i18n._('You')), person, editing }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const form = await args.request.formData()
  const brought = broughtAlong(form)
  if (brought) return brought
  const reading = readForm(form, personSchema(page.i18n))
  if (!reading.ok) return refuse(args.context, reading)
  const { name, roleTitle, phone } = reading.value
  await savePerson(page.services.companies, page.own, { name, roleTitle, phone, locale: page.own.contact?.locale ?? page.locale })
  return afterSaving(page, 'person')
}

export default function RegisterPerson() {
  const { i18n } = useLingui()
  const { person, editing } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <StepPage step="person" takesAlong heading={i18n._('You')} editing={editing} came={came}>
      <p className="text-ink-2 mb-6">{i18n._('Who answers for the company. Nobody outside the desk sees this until both sides of an introduction have agreed.')}</p>
      <StepForm editing={editing}>
        <TextField name="name" dir="auto" autoComplete="name" label={i18n._('Your name')} error={came?.errors.name} defaultValue={fieldText(came, 'name', person.name)} />
        <TextField
          name="roleTitle"
          dir="auto"
          autoComplete="organization-title"
          label={i18n._('What you are in the company')}
          hint={i18n._('For example: director, owner, export manager.')}
          error={came?.errors.roleTitle}
          defaultValue={fieldText(came, 'roleTitle', person.roleTitle)}
        />
        <TextField
          name="phone"
          type="tel"
          dir="ltr"
          optional
          autoComplete="tel"
          label={i18n._('Phone or WhatsApp')}
          hint={i18n._('With the country’s code. It passes to a partner only together with your e-mail address, when both sides have said yes.')}
          error={came?.errors.phone}
          defaultValue={fieldText(came, 'phone', person.phone)}
        />
        <p className="text-ink-2 mb-6">
          {i18n._('E-mail')}: <bdi dir="ltr" className="text-ink font-semibold">{person.email}</bdi>
        </p>
      </StepForm>
    </StepPage>
  )
}
