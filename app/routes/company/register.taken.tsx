import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'

import { countries } from '~/core/companies/country'
import { StepPage } from '~/features/companies/step-page'
import { useLocalePath } from '~/i18n/locale-path'
import { Button, ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { pageOf, requireCaller } from '../page.server'
import { titled } from '../titled'

export const meta = titled

const numberSchema = z.object({ kind: z.enum(['bin', 'ntn', 'secp']), number: z.string().regex(/^\d{1,12}$/), country: z.enum(countries) })

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  await requireCaller(page)
  const read = numberSchema.safeParse(Object.fromEntries(page.url.searchParams))
  if (!read.success) throw redirect(page.path('/register/company'))
  return { title: page.title(page.i18n._('Already registered')), number: read.data.number, asked: page.url.searchParams.has('asked') }
}

export async function action(args: ActionFunctionArgs) {
  const page = pageOf(args)
  await requireCaller(page)
  const read = numberSchema.safeParse(Object.fromEntries(page.url.searchParams))
  if (!read.success) return redirect(page.path('/register/company'))
  // Asked twice it is asked once; when the firm is gone meanwhile, the number is free again.
  const asked = await page.services.companies.askToJoin(read.data.kind, read.data.number, read.data.country)
  return redirect(asked ? `${page.path('/register/taken')}?${page.url.searchParams}&asked` : page.path('/register/company'))
}

export default function RegisterTaken() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { number, asked } = useLoaderData<typeof loader>()
  return (
    <StepPage step="company" heading={i18n._('This company is already registered')} editing={false} back="/register/company">
      {asked ? (
        <>
          <Notice tone="good" title={i18n._('Your request is with the company')}>
            {i18n._('Its owner sees it on the company’s home page and decides. Once accepted, you sign in here with your own e-mail address and work on the same profile.')}
          </Notice>
          <ButtonLink tone="secondary" href={path('/register/company')}>{i18n._('Back to the company page')}</ButtonLink>
        </>
      ) : (
        <>
          <p className="mb-4">
            {i18n._('The number {number} belongs to a company that is registered here. If it is yours, a colleague was quicker: ask to join it.', { number })}
          </p>
          <form method="post" className="flex flex-wrap gap-3">
            <Button>{i18n._('Ask to join it')}</Button>
            <ButtonLink tone="secondary" href={path('/register/company')}>{i18n._('Correct the number')}</ButtonLink>
          </form>
          <p className="text-ink-2 mt-6">{i18n._('Everything else you typed is saved. Not your company, and the number is yours? Write to the forum’s desk; we look into it.')}</p>
        </>
      )}
    </StepPage>
  )
}
