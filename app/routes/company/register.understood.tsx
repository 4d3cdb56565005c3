import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { confirmMeanings } from '~/features/companies/registration.server'
import { StepForm, StepPage } from '~/features/companies/step-page'
import { understoodAs } from '~/features/companies/understanding.server'
import { meaningField, UnderstoodField } from '~/features/companies/understood-fields'
import { isCode } from '~/core/taxonomy/codes'
import { typedIn } from '~/platform/forms.server'
import { fieldText } from '~/ui/refused'
import { titled } from '../titled'
import { afterSaving, broughtAlong, notSaved, requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, locale, own, editing, services } = await requireOwn(args)
  const lexicon = services.lexicon()
  return { title: title(i18n._('What we understood')), listings: own.listings.map(listing => understoodAs(lexicon, listing, locale)), version: own.company.version, editing }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const form = await args.request.formData()
  const brought = broughtAlong(form)
  if (brought) return brought
  // A radio is one of ours or it is nothing: there is no wrong answer to show.
  const meanings = new Map(
    page.own.listings.flatMap(({ id }) => {
      const meant = form.get(meaningField(id))
      return typeof meant === 'string' && (meant === 'none' || isCode(meant)) ? [[id, meant] as const] : []
    }),
  )
  const version = Number(form.get('version'))
  const trouble = await confirmMeanings(page.services.companies, page.own, meanings, Number.isInteger(version) && version > 0 ? version : undefined)
  return trouble ? notSaved(args.context, page, trouble, typedIn(form)) : afterSaving(page, 'understood')
}

export default function RegisterUnderstood() {
  const { i18n } = useLingui()
  const { listings, version, editing } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const side = (direction: 'brings' | 'seeks') => listings.filter(listing => listing.direction === direction)
  return (
    <StepPage step="understood" takesAlong heading={i18n._('What we understood')} editing={editing} came={came}>
      <p className="text-ink-2 mb-6">{i18n._('Partners are found by meaning, not by words. If we took something for another thing, put it right here; it takes one tap.')}</p>
      <StepForm version={version} editing={editing} button={i18n._('That is right, continue')}>
        {(['brings', 'seeks'] as const).map(direction => side(direction).length > 0 && (
          <section key={direction}>
            <h2 className="mb-3 text-xl">{direction === 'brings' ? i18n._('What you bring') : i18n._('What you seek')}</h2>
            {side(direction).map(listing => <UnderstoodField key={listing.id} listing={listing} ticked={fieldText(came, meaningField(listing.id), listing.chosen)} />)}
          </section>
        ))}
      </StepForm>
    </StepPage>
  )
}
