import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { countries } from '~/core/companies/country'
import { firstUnfinished, stepPath } from '~/core/companies/registration-steps'
import { inLocale, locales } from '~/core/locale'
import { readPending, writePending } from '~/features/accounts/pending.server'
import { StepForm, StepPage } from '~/features/companies/step-page'
import { startSchema } from '~/features/companies/start.schema'
import { useLocale } from '~/i18n/locale-path'
import { countryName } from '~/i18n/words/companies'
import { readForm } from '~/platform/forms.server'
import { callerOf } from '~/platform/session.server'
import { ChoiceField } from '~/ui/field'
import { LanguageName } from '~/ui/names'
import { fieldChoices } from '~/ui/refused'
import { pageOf, refuse } from '../page.server'
import { titled } from '../titled'
import { broughtAlong } from './own.server'

export const meta = titled

/** `?change` shows the choices again to somebody whose registration is under way. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const caller = await callerOf(page.services)
  const own = caller && (await page.services.companies.own())
  if (own && own.company.state !== 'draft') throw redirect(page.path('/home'))
  if (own && !page.url.searchParams.has('change')) throw redirect(page.path(stepPath(firstUnfinished(own))))
  const pending = await readPending(page.services.env, args.request)
  return { title: page.title(page.i18n._('Register your company')), visitor: !caller, country: own?.company.country ?? pending.begin?.country ?? null }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  const { env, companies } = page.services
  const form = await args.request.formData()
  // Who reads on in another language wants to be written to in it.
  if (form.get('intent') === 'language') form.set('language', page.locale)
  const brought = broughtAlong(form)
  if (brought) return brought
  const reading = readForm(form, startSchema(page.i18n))
  if (!reading.ok) return refuse(args.context, reading)
  const { country, language } = reading.value
  const caller = await callerOf(page.services)
  if (!caller) {
    const pending = await readPending(env, args.request)
    const cookie = await writePending(env, { ...pending, begin: { country, locale: language } })
    return redirect(inLocale('/sign-in', language), { headers: { 'Set-Cookie': cookie } })
  }
  await companies.begin(country, language, caller.email)
  return redirect(inLocale(stepPath('company'), language))
}

export default function RegisterStart() {
  const { i18n } = useLingui()
  const locale = useLocale()
  const { visitor, country } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <StepPage step="start" takesAlong heading={i18n._('Register your company')} editing={false} visitor={visitor} came={came}>
      <p className="text-ink-2 mb-6">
        {i18n._('About six minutes, free of charge. Each page is saved as you go: leave at any time, and go on later on another device.')}
      </p>
      <StepForm editing={false} button={i18n._('Continue')}>
        <ChoiceField
          name="country"
          label={i18n._('Where is your company registered?')}
          error={came?.errors.country}
          options={countries.map(value => ({ value, label: countryName(i18n, value) }))}
          chosen={fieldChoices(came, 'country', country ? [country] : [])}
        />
        <ChoiceField
          name="language"
          label={i18n._('In which language shall we write to you?')}
          hint={i18n._('E-mails and pages. Your goods you may describe in any language.')}
          error={came?.errors.language}
          options={locales.map(value => ({ value, label: <LanguageName locale={value} /> }))}
          chosen={fieldChoices(came, 'language', [locale])}
        />
      </StepForm>
    </StepPage>
  )
}
