import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { dayAfterMonths } from '~/core/companies/listing-end'
import { isKind } from '~/core/companies/kinds'
import type { Direction } from '~/core/companies/profile'
import { exampleListings } from '~/features/companies/examples'
import { ListingFields } from '~/features/companies/listing-fields'
import { listingRows } from '~/features/companies/listing-rows'
import { listingSchema } from '~/features/companies/listing.schema'
import { listingView } from '~/features/companies/listing-view.server'
import { saveListing } from '~/features/companies/registration.server'
import { StepForm, StepPage } from '~/features/companies/step-page'
import { formatDate } from '~/i18n/format.server'
import { useLocalePath } from '~/i18n/locale-path'
import { readForm, typedIn } from '~/platform/forms.server'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { afterSaving, broughtAlong, notSaved, requireOwn } from './own.server'

export const meta = titled

const directionOf = (url: URL): Direction => (url.pathname.includes('/register/seeks/') ? 'seeks' : 'brings')

/** `:listing` is an id, or `add`; `?text=…&kind=…` prefill it (the examples to tap). */
export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, locale, url, own, editing, services, path } = await requireOwn(args)
  const direction = directionOf(url)
  const side = own.listings.filter(listing => listing.direction === direction)
  const listing = side.find(({ id }) => id === args.params.listing) ?? null
  // A line that another device took away: back to those that are left.
  if (!listing && args.params.listing !== 'add') throw redirect(path(`/register/${direction}`))
  const today = services.now().toISOString().slice(0, 10)
  const kind = url.searchParams.get('kind') ?? ''
  return {
    title: title(direction === 'brings' ? i18n._('What do you bring?') : i18n._('What do you seek?')),
    ends: listing?.expiresOn ? formatDate(locale, listing.expiresOn) : null,
    direction, editing, listing, version: own.company.version, first: side.length === 0, country: own.company.country,
    saved: side.map(one => listingView(i18n, locale, services.lexicon(), one, today)),
    prefill: { text: (url.searchParams.get('text') ?? '').slice(0, 500), kind: isKind(kind) ? kind : 'goods' },
    from: url.search.includes('from=check') ? '?from=check' : '',
  }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const { own, services, url, path, i18n } = page
  const direction = directionOf(url)
  const form = await args.request.formData()
  const brought = broughtAlong(form)
  if (brought) return brought
  // "Nothing on this side": no line is made up. One side must have one, though.
  if (form.get('intent') === 'skip') {
    if (direction === 'brings' || own.listings.length > 0) return afterSaving(page, direction)
    return refuse(args.context, { form: i18n._('Tell at least one thing that you bring or seek: without it there is nothing to match.') })
  }
  const reading = readForm(form, listingSchema(i18n))
  if (!reading.ok) return refuse(args.context, reading)
  const { version, holds, ...said } = reading.value
  const before = own.listings.find(listing => listing.id === args.params.listing)
  const expiresOn = holds === 'keep' ? (before?.expiresOn ?? null) : holds ? dayAfterMonths(services.now().toISOString().slice(0, 10), Number(holds)) : null
  const facts = { ...said, expiresOn }
  const id = args.params.listing === 'add' ? null : (args.params.listing ?? null)
  const trouble = await saveListing(services.companies, services.lexicon(), own, direction, facts, id, version)
  if (trouble) return notSaved(args.context, page, trouble, typedIn(form))
  return redirect(`${path(`/register/${direction}`)}?list${url.search.includes('from=check') ? '&from=check' : ''}`)
}

export default function RegisterListing() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { direction, editing, listing, ends, version, first, country, saved, prefill, from } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const heading = direction === 'brings' ? i18n._('What do you bring?') : i18n._('What do you seek?')
  return (
    <StepPage step={direction} takesAlong heading={heading} editing={editing} came={came} saved={listingRows(i18n, saved)} back={first ? undefined : `/register/${direction}${from}`}>
      <p className="text-ink-2 mb-4">{i18n._('One thing at a time, in your own words and language, as you would say it to a buyer. More lines follow.')}</p>
      {!listing && !came && <Examples direction={direction} country={country} address={path(`/register/${direction}/add`)} from={from} />}
      <StepForm version={version} editing={editing} button={i18n._('Save this line')}>
        <ListingFields listing={listing} ends={ends} prefill={prefill} came={came} />
      </StepForm>
      {first && !editing && (
        <form method="post" className="mt-3">
          <button className="btn btn-quiet px-0!" name="intent" value="skip">{direction === 'brings' ? i18n._('We bring nothing, we only seek') : i18n._('We seek nothing, we only bring')}</button>
        </form>
      )}
    </StepPage>
  )
}

function Examples({ direction, country, address, from }: { direction: Direction; country: 'PK' | 'KZ'; address: string; from: string }) {
  const { i18n } = useLingui()
  return (
    <div className="mb-6">
      <p className="mb-2 text-[.9375rem] font-semibold">{i18n._('For example (tap one to start from it):')}</p>
      <ul className="flex flex-wrap gap-2">
        {exampleListings(i18n, country, direction).map(({ text, kind }) => (
          <li key={text}>
            {/* Leads to the field that is filled now, not to the top of the page. */}
            <a className="btn btn-secondary font-medium!" href={`${address}?${new URLSearchParams({ text, kind })}${from.replace('?', '&')}#text`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
