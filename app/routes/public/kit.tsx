import { useLingui } from '@lingui/react'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'

import desk from '~/features/desk/desk.css?url'
import { KitDesk } from '~/features/public/kit-desk'
import { KitFields } from '~/features/public/kit-fields'
import { KitParts } from '~/features/public/kit-parts'
import { PublicShell } from '~/ui/public-shell'
import { pageOf } from '../page.server'
import { titled } from '../titled'

export const meta = titled

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: desk }]

/** Every part of the kit in every state, for builders and for the checks. Not there in production. */
export function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { mode, stand } = page.services.env
  if (mode === 'production' && stand === 'none') throw new Response(null, { status: 404 })
  return { title: page.title(page.i18n._('The kit')) }
}

export default function Kit() {
  const { i18n } = useLingui()
  return (
    <PublicShell>
      <div className="wrap py-10">
        <h1 className="page-title">{i18n._('The kit')}</h1>
        <div className="grid gap-14">
          <KitParts />
          <KitFields />
          <KitDesk />
        </div>
      </div>
    </PublicShell>
  )
}
