import { useLingui } from '@lingui/react'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { completenessOf } from '~/core/companies/completeness'
import { firstUnfinished, stepPath } from '~/core/companies/registration-steps'
import { CompletenessMeter } from '~/features/companies/completeness-meter'
import { useLocalePath } from '~/i18n/locale-path'
import { ButtonLink } from '~/ui/button'
import { FirmName } from '~/ui/names'
import { PublicShell } from '~/ui/public-shell'
import { titled } from '../titled'
import { requireOwn } from './own.server'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, own, path } = await requireOwn(args)
  if (own.company.state === 'draft') throw redirect(path(stepPath(firstUnfinished(own))))
  return { title: title(i18n._('Published')), company: own.company, completeness: completenessOf(own.company, own.contact, own.listings) }
}

export default function RegisterDone() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { company, completeness } = useLoaderData<typeof loader>()
  const next = [
    i18n._('Today: we compare your profile with those across the border.'),
    i18n._('Within two working days: an organiser reads your profile, and validates it or writes to you what is missing.'),
    i18n._('From then on: each introduction comes by e-mail, in your language. You answer with one tap; your contacts pass only when both sides have said yes.'),
  ]
  return (
    <PublicShell account="company">
      <div className="bg-pk-50">
        <div className="wrap py-10">
          <h1 className="text-3xl">{i18n._('Your profile is published')}</h1>
          <p className="mt-2 text-lg"><FirmName native={company.nameNative} latin={company.nameLatin} locale={company.nameLocale} /></p>
        </div>
      </div>
      <div className="wrap py-8">
        <div className="column">
          <h2 className="mb-3 text-xl">{i18n._('What happens next')}</h2>
          <ol className="mb-8 grid gap-3">
            {next.map((sentence, i) => (
              <li key={i} className="flex gap-3">
                <span className="num bg-pk-50 text-pk-ink grid size-8 shrink-0 place-items-center rounded-full font-semibold" aria-hidden="true">{i + 1}</span>
                <span>{sentence}</span>
              </li>
            ))}
          </ol>
          {completeness.missing.length > 0 && <CompletenessMeter {...completeness} />}
          <ButtonLink href={path('/home')} icon="arrow">{i18n._('To my company’s page')}</ButtonLink>
        </div>
      </div>
    </PublicShell>
  )
}
