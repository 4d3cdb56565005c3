import { Trans, useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { TickField } from '~/ui/field'
import type { Refused } from '~/ui/refused'
import { consentWording } from './consents.schema'

/** Two consents that are needed, two that are choices. Nothing is ticked beforehand but what the firm chose itself. */
export function ConsentFields({ came, showName }: { came?: Refused; showName: boolean }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const wording = consentWording(i18n)
  const tick = (name: keyof typeof wording, saved = false) => ({ name, label: wording[name], error: came?.errors[name], checked: came ? came.typed[name] === 'yes' : saved })
  return (
    <>
      <TickField {...tick('matching')} />
      <TickField {...tick('privacy')} />
      <p className="text-ink-2 mb-4 ps-9 text-[.9375rem]">
        <Trans id="How it is handled stands in the <0>privacy notice</0>." components={{ 0: <a className="underline" href={path('/privacy')} /> }} />
      </p>
      <p className="mb-2 font-semibold">{i18n._('If you like')}</p>
      <TickField {...tick('direct_contact')} />
      <TickField {...tick('show_name', showName)} />
    </>
  )
}
