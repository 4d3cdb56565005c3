import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import type { Direction } from '~/core/companies/profile'
import { ListingCards } from '~/features/companies/listing-cards'
import { listingView } from '~/features/companies/listing-view.server'
import { removeListing } from '~/features/companies/registration.server'
import { StepPage } from '~/features/companies/step-page'
import { useLocalePath } from '~/i18n/locale-path'
import { Button, ButtonLink } from '~/ui/button'
import { refuse } from '../page.server'
import { titled } from '../titled'
import { afterSaving, notSaved, requireOwn } from './own.server'

export const meta = titled

/** One page for both sides: the address says which. */
const directionOf = (url: URL): Direction => (url.pathname.includes('/register/seeks') ? 'seeks' : 'brings')
const MOST = 20

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, locale, url, path, own, editing, services } = await requireOwn(args)
  const direction = directionOf(url)
  const listings = own.listings.filter(listing => listing.direction === direction).map(listing => listingView(i18n, locale, services.lexicon(), listing, services.now().toISOString().slice(0, 10)))
  // The first line is asked for at once; a list of nothing is no question.
  if (listings.length === 0 && !url.searchParams.has('list')) throw redirect(`${path(`/register/${direction}/add`)}${url.search}`)
  return { title: title(direction === 'brings' ? i18n._('What you bring') : i18n._('What you seek')), direction, listings, editing, from: url.search.includes('from=check') ? '?from=check' : '' }
}

export async function action(args: ActionFunctionArgs) {
  const page = await requireOwn(args)
  const { own, services, url, path, i18n } = page
  const direction = directionOf(url)
  const form = await args.request.formData()
  if (form.get('intent') === 'remove') {
    const trouble = await removeListing(services.companies, own, direction, String(form.get('id')))
    return trouble ? notSaved(args.context, page, trouble, {}) : redirect(`${path(`/register/${direction}`)}?list${url.search.includes('from=check') ? '&from=check' : ''}`)
  }
  if (direction === 'seeks' && own.listings.length === 0) return refuse(args.context, { form: i18n._('Tell at least one thing that you bring or seek: without it there is nothing to match.') })
  return afterSaving(page, direction)
}

export default function RegisterListings() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { direction, listings, editing, from } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  return (
    <StepPage step={direction} heading={direction === 'brings' ? i18n._('What you bring') : i18n._('What you seek')} editing={editing} came={came}>
      <p className="text-ink-2 mb-4">{i18n._('{count, plural, =0 {Nothing told yet.} one {# line so far. Each line can find partners of its own.} other {# lines so far. Each line can find partners of its own.}}', { count: listings.length })}</p>
      <ListingCards listings={listings} from={from} />
      <div className="flex flex-wrap items-center gap-3">
        <form method="post">
          <Button icon={editing ? undefined : 'arrow'}>{editing ? i18n._('Done') : i18n._('Continue')}</Button>
        </form>
        {listings.length < MOST && (
          <ButtonLink tone="secondary" href={`${path(`/register/${direction}/add`)}${from}`}>{listings.length === 0 ? i18n._('Add a line') : i18n._('Add another')}</ButtonLink>
        )}
      </div>
    </StepPage>
  )
}
