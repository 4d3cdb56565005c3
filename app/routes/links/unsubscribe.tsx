import { useLingui } from '@lingui/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { isBase, type Unsubscribable } from '~/features/introductions/outbox/links.server'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PublicShell } from '~/ui/public-shell'
import { pageOf } from '../page.server'
import { titled } from '../titled'

export const meta = titled

function baseOf(params: { token?: string }): string {
  if (!isBase(params.token)) throw new Response(null, { status: 404 })
  return params.token
}

/** Opening the link changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const category = await page.services.answerLinks.readUnsubscribe(baseOf(args.params))
  if (!category) throw new Response(null, { status: 404 })
  return { title: page.title(page.i18n._('Stop mails')), category }
}

/** A person's button and a mail client's one click alike (RFC 8058): no cookie, no origin, any body; as often as it comes. */
export async function action(args: ActionFunctionArgs) {
  const category = await pageOf(args).services.answerLinks.unsubscribe(baseOf(args.params))
  if (!category) throw new Response(null, { status: 404 })
  return { stopped: category }
}

export default function Unsubscribe() {
  const { i18n } = useLingui()
  const { category } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const kinds: Record<Unsubscribable, string> = {
    introductions: i18n._('Introductions, reminders and what follows from them'),
    digests: i18n._('Digests'),
    account: i18n._('Your profile and your team: reminders, invitations, what the organisers say of it'),
  }
  return (
    <PublicShell>
      <div className="wrap py-10 lg:py-16">
        <div className="column">
          {came ? (
            <>
              <h1 className="mb-4 text-3xl">{i18n._('It is stopped')}</h1>
              <Notice tone="good" title={kinds[came.stopped]}>
                <p>{i18n._('No more mails of this kind go to this address. Sign-in codes still do, when you ask for one.')}</p>
              </Notice>
              {came.stopped === 'introductions' && <p>{i18n._('While they are stopped your firm cannot be introduced. Your company page lets you turn them on again.')}</p>}
            </>
          ) : (
            <>
              <h1 className="mb-4 text-3xl">{i18n._('Stop these mails?')}</h1>
              <p className="mb-6"><b>{kinds[category]}</b></p>
              <form method="post"><Button>{i18n._('Stop them')}</Button></form>
            </>
          )}
        </div>
      </div>
    </PublicShell>
  )
}
