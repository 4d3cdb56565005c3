import { Trans, useLingui } from '@lingui/react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { ReadingPage, ReadingSection } from '~/features/public/prose'
import { pageOf } from '../page.server'
import { headOf } from './head.server'
import { headed } from './headed'

export const meta = headed

export async function loader(args: LoaderFunctionArgs) {
  const page = pageOf(args)
  const { i18n, services } = page
  const { forum } = await services.openTable()
  return {
    head: headOf(page, { title: i18n._('Privacy'), description: i18n._('What the desk keeps of you and your company, why, for how long, who sees it, and whom to ask.'), path: '/privacy' }),
    desk: forum?.deskEmail ?? null,
  }
}

export default function Privacy() {
  const { i18n } = useLingui()
  const { desk } = useLoaderData<typeof loader>()
  const kept = [
    [i18n._('Your company: name, registration number, place, what it brings and seeks'), i18n._('To find partners and to show an organiser that the company is real'), i18n._('Until you leave')],
    [i18n._('Your name, role, e-mail address and telephone'), i18n._('To sign you in, to write to you, to hand them to a partner when both have said yes'), i18n._('Until you leave')],
    [i18n._('Introductions, your answers, what came of them'), i18n._('To show you where things stand, and to report sums to the working group'), i18n._('Sums stay; your company’s part goes when you leave')],
    [i18n._('What you agreed to, in the words you read'), i18n._('To prove that you agreed'), i18n._('Until you leave')],
    [i18n._('Mails to you and their fate (delivered, bounced)'), i18n._('So that nothing is sent twice, and nothing to an address that does not work'), i18n._('Until you leave')],
    [i18n._('Technical logs, without names or addresses'), i18n._('To find faults and to fend off abuse'), i18n._('30 days')],
  ] as const
  return (
    <ReadingPage title={i18n._('Privacy')} lead={i18n._('What we keep, why, for how long, and who sees it. Nothing is sold, and nothing is used for advertising.')}>
      <ReadingSection title={i18n._('What we keep, and why')}>
        <dl className="reading-facts">
          {kept.map(([what, why, howLong]) => (
            <div key={what}>
              <dt className="font-semibold">{what}</dt>
              <dd>{why}.</dd>
              <dd className="text-ink-2 text-sm">{i18n._('How long: {period}', { period: howLong })}</dd>
            </div>
          ))}
        </dl>
      </ReadingSection>
      <ReadingSection
        title={i18n._('Who sees what')}
        points={[
          i18n._('Anyone: country, region, sector, and in general terms what you bring and seek. Your company’s name only if you tick that box.'),
          i18n._('The organisers of your forum: the whole profile and the contact.'),
          i18n._('The other company, when an organiser has approved the introduction: who you are and why you fit. Your name, e-mail address and telephone only after both have said yes, or at once if you have both agreed to that beforehand.'),
          i18n._('The joint working group: sums, never a single company.'),
        ]}
      />
      <ReadingSection
        title={i18n._('What you agree to')}
        points={[
          i18n._('Matching: that we compare your profile with companies across the border and that an organiser reads it. Without this there is no service.'),
          i18n._('Showing your name in public, and passing contacts at once: each is a choice of its own, and off until you turn it on.'),
          i18n._('You can take back each of them at any time, on your company’s page.'),
        ]}
      />
      <ReadingSection
        title={i18n._('What you can do')}
        points={[
          i18n._('See and correct everything: on your company’s page.'),
          i18n._('Take a copy: “Export my data” gives all of it in one file.'),
          i18n._('Leave: “Delete my account” ends matching and mail at once; your data is deleted within 30 days.'),
          i18n._('Fewer mails: every mail has a link that stops its kind.'),
        ]}
      />
      <ReadingSection title={i18n._('Cookies')}>
        <p>{i18n._('One cookie keeps you signed in, and one remembers a registration you have begun. There are no others, and nobody counts your visits.')}</p>
      </ReadingSection>
      <ReadingSection id="contact" title={i18n._('Whom to ask')}>
        <p>
          {desk ? (
            <Trans id="Write to the forum’s desk: <0>{desk}</0>. A person answers." values={{ desk }} components={{ 0: <a href={`mailto:${desk}`} dir="ltr" /> }} />
          ) : (
            i18n._('Write to the forum’s desk: its address stands in every mail we send. A person answers.')
          )}
        </p>
      </ReadingSection>
    </ReadingPage>
  )
}
