import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { completenessOf } from '~/core/companies/completeness'
import { lacking, stepPath } from '~/core/companies/registration-steps'
import { CheckAnswers } from '~/features/companies/check-answers'
import { consentsSchema } from '~/features/companies/consents.schema'
import { ConsentFields } from '~/features/companies/consent-fields'
import { listingView } from '~/features/companies/listing-view.server'
import { publishCompany } from '~/features/companies/registration.server'
import { StepForm, StepPage } from '~/features/companies/step-page'
import { seededText } from '~/i18n/words/seeded'
import { readForm, typedIn } from '~/platform/forms.server'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { broughtAlong, notSaved, requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, locale, own, services, path } = await requireOwn(args)
  const missing = lacking(own)
  if (missing) throw redirect(path(stepPath(missing)))
  const { company, contact, listings } = own
  // Published and not taken back: there is nothing to publish.
  if (company.state === 'published' || company.state === 'validated') throw redirect(path('/home'))
  const lexicon = services.lexicon()
  const today = services.now().toISOString().slice(0, 10)
  return {
    title: title(i18n._('Check your answers')), company, contact, listings: listings.map(listing => listingView(i18n, locale, lexicon, listing, today)),
    completeness: completenessOf(company, contact, listings), forum: await services.companies.openForum(), again: company.state !== 'draft',
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const { services, own, i18n, locale, path } = page
  const form = await args.request.formData()
  const brought = broughtAlong(form)
  if (brought) return brought
  const reading = readForm(form, consentsSchema(i18n, locale))
  if (!reading.ok) return refuse(args.context, reading)
  const trouble = await publishCompany(services.companies, own, await services.companies.openForum(), reading.value)
  if (trouble === 'profile_incomplete') return redirect(path(stepPath(lacking(own) ?? 'company')))
  if (trouble === 'no_forum') return refuse(args.context, { typed: typedIn(form), form: i18n._('No forum takes registrations just now. Your answers are saved: come back when the next one opens.') }, 409)
  if (trouble) return notSaved(args.context, page, trouble, { registrationKind: own.company.registrationKind ?? '', registrationNumber: own.company.registrationNumber ?? '' })
  return redirect(path('/register/done'))
}

export default function RegisterCheck() {
  const { i18n } = useLingui()
  const { company, contact, listings, completeness, forum, again } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <StepPage step="check" takesAlong heading={i18n._('Check your answers')} editing={again} came={came}>
      <CheckAnswers company={company} contact={contact} listings={listings} completeness={completeness} />
      <h2 className="mt-8 mb-3 text-xl">{i18n._('Before you publish')}</h2>
      <StepForm editing={false} button={forum ? i18n._('Publish and join {forum}', { forum: seededText(i18n, forum.name) }) : i18n._('Publish')}>
        <ConsentFields came={came} showName={company.showName} />
      </StepForm>
    </StepPage>
  )
}
