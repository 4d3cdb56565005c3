import { data, redirect, type AppLoadContext } from '@remix-run/node'

import { stepAfter, stepPath, type RegistrationStep } from '~/core/companies/registration-steps'
import type { OwnCompany } from '~/features/companies/companies.store.server'
import type { SaveRefusal } from '~/features/companies/registration.server'
import { typedIn } from '~/platform/forms.server'
import type { Caller } from '~/platform/session.server'
import type { Refused } from '~/ui/refused'
import { pageOf, refuse, requireCaller, type Page } from '../page.server'

/** What the pages of a firm begin with: the caller and his firm. `editing`: it was published once, so the steps serve as an editor. */
export interface OwnPage extends Page {
  caller: Caller
  own: OwnCompany
  editing: boolean
}

/** The caller's firm; a visitor goes to sign in, a person without a firm to registration. */
export async function requireOwn(args: { request: Request; context: AppLoadContext }): Promise<OwnPage> {
  const page = pageOf(args)
  const caller = await requireCaller(page)
  const own = await page.services.companies.own()
  if (!own) throw redirect(page.path('/register'))
  return { ...page, caller, own, editing: own.company.state !== 'draft' }
}

/** Where a saved step leads: on; back to the answers, if it was opened from there; home, if the firm was published before. */
export function afterSaving({ url, path, editing }: OwnPage, step: RegistrationStep) {
  if (url.searchParams.get('from') === 'check') return redirect(path('/register/check'))
  return redirect(path(editing ? `/home?saved=${step}` : stepPath(stepAfter(step))))
}

/** A form that came along with a change of language: shown as it was typed. Nothing is saved, nothing refused. */
export const broughtAlong = (form: FormData) => (form.get('intent') === 'language' ? data<Refused>({ errors: {}, typed: typedIn(form) }) : null)

/** The page of a step that was not saved, and why. */
export function notSaved(context: AppLoadContext, { i18n, path, own }: OwnPage, trouble: SaveRefusal, typed: Record<string, string | string[]>) {
  if (trouble === 'registration_taken') {
    const query = new URLSearchParams({ kind: String(typed.registrationKind), number: String(typed.registrationNumber), country: own.company.country })
    throw redirect(`${path('/register/taken')}?${query}`)
  }
  if (trouble === 'stale') return refuse(context, { typed, stale: true }, 409)
  const form =
    trouble === 'suspended'
      ? i18n._('Your profile is suspended, so it cannot be changed now. Write to the forum’s desk.')
      : i18n._('There are 20 lines already: the most a profile can hold. Take one away first.')
  return refuse(context, { typed, form }, 409)
}
