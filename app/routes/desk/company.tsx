import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { profileView } from '~/features/desk/company-profile.server'
import { firmRecord } from '~/features/desk/company-views.server'
import { DeskPage } from '~/features/desk/desk-shell'
import { FirmHistory, FirmProfile } from '~/features/desk/firm-profile'
import { Notes, ReviewForm } from '~/features/desk/review-form'
import { reviewFirm, reviewForm } from '~/features/desk/review.server'
import { inviteSentence, OnBehalfPanel } from '~/features/desk/on-behalf/on-behalf-panel'
import { useLocalePath } from '~/i18n/locale-path'
import { isReturnReason, returnReasonName } from '~/i18n/words/reviews'
import { readForm, typedIn } from '~/platform/forms.server'
import { CountryTag } from '~/ui/country-tag'
import { FirmName } from '~/ui/names'
import { Notice } from '~/ui/notice'
import type { Refused } from '~/ui/refused'
import { Tag } from '~/ui/tag'
import { refuse } from '../page.server'
import { idOf, orNotFound, requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const facts = await orNotFound(desk.companies.firm(desk.forum.id, idOf(args.params.company)))
  const reason = (code: string) => (isReturnReason(code) ? returnReasonName(desk.i18n, code) : code)
  return { profile: profileView(desk, facts.firm), record: firmRecord(desk, facts, reason) }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const company = idOf(args.params.company)
  const form = await args.request.formData()
  if (form.get('intent') === 'invite') {
    const said = await orNotFound(desk.onBehalf.invite(company))
    args.context.services.nudge()
    return said === 'queued' ? redirect(inLocale(`/desk/companies/${company}`, desk.locale), 303) : refuse(args.context, { form: inviteSentence(desk.i18n, said) }, 409)
  }
  const reading = readForm(form, reviewForm)
  if (!reading.ok) throw new Response(null, { status: 400 })
  const refused = await orNotFound(reviewFirm(desk, company, reading.value))
  if (refused) return refuse(args.context, { typed: typedIn(form), form: refused.sentence }, refused.status)
  args.context.services.nudge()
  return redirect(inLocale(`/desk/companies/${company}`, desk.locale), 303)
}

export default function Company() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { profile, record } = useLoaderData<typeof loader>()
  const came = useActionData() as Refused | undefined
  return (
    <DeskPage
      title={<span className="flex flex-wrap items-center gap-2"><CountryTag country={profile.country} /> <FirmName native={profile.native} latin={profile.latin} locale={profile.nameLocale} /></span>}
      lead={<span className="flex flex-wrap items-center gap-2"><Tag tone={profile.state === 'validated' ? 'good' : 'warn'}>{profile.stateName}</Tag>{profile.isDemo && <Tag>{i18n._('Demo data')}</Tag>} <Link to={path('/desk/companies')}>{i18n._('All companies')}</Link></span>}
    >
      {came?.form && <Notice tone="bad" title={came.form} />}
      <div className="two-columns">
        <div><FirmProfile profile={profile} /><FirmHistory record={record} /></div>
        <div><ReviewForm profile={profile} came={came} /><OnBehalfPanel company={profile.id} /><Notes notes={record.notes} /></div>
      </div>
    </DeskPage>
  )
}
