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
    head: headOf(page, { title: i18n._('Accessibility'), description: i18n._('What works with a keyboard, a screen reader, large text, no JavaScript and a slow line; what does not yet; whom to tell.'), path: '/accessibility' }),
    desk: forum?.deskEmail ?? null,
  }
}

export default function Accessibility() {
  const { i18n } = useLingui()
  const { desk } = useLoaderData<typeof loader>()
  return (
    <ReadingPage title={i18n._('Accessibility')} lead={i18n._('Everyone who does business should be able to use this. We aim at WCAG 2.2, level AA, and test every page against it with each change.')}>
      <ReadingSection
        title={i18n._('What you can count on')}
        points={[
          i18n._('Everything can be done with a keyboard; where you are is always visible.'),
          i18n._('Pages make sense to a screen reader: headings, labels, tables, and errors that lead to their field.'),
          i18n._('Text grows to 200 %, and pages fit a screen 320 points wide, without scrolling sideways.'),
          i18n._('Light and dark follow your device. Colour is never the only sign.'),
          i18n._('Nothing moves by itself, and nothing runs out of time while you type.'),
          i18n._('Registration, answers and your company’s page work without JavaScript and weigh little: they are made for a telephone on a poor line.'),
          i18n._('English, Russian, Kazakh and Urdu, the last from right to left.'),
        ]}
      />
      <ReadingSection
        title={i18n._('What is not good enough yet')}
        points={[
          i18n._('The map on the first page is a picture; its content stands as text under “Two roads to the sea”.'),
          i18n._('Words that companies write themselves are shown in the language they were written in.'),
          i18n._('The organisers’ review queue uses JavaScript for its keys; every decision can also be made by plain form.'),
        ]}
      />
      <ReadingSection id="contact" title={i18n._('Something does not work for you?')}>
        <p>
          {desk ? (
            <Trans id="Tell the desk: <0>{desk}</0>. Say which page, and what you use. If it cannot be mended quickly, a person registers your company with you." values={{ desk }} components={{ 0: <a href={`mailto:${desk}`} dir="ltr" /> }} />
          ) : (
            i18n._('Tell the forum’s desk: its address stands in every mail we send.')
          )}
        </p>
      </ReadingSection>
    </ReadingPage>
  )
}
