import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { ButtonLink } from '~/ui/button'

/** What happens to what a firm tells us. */
export function Promises() {
  const { i18n } = useLingui()
  return (
    <section className="wrap promises">
      <h2>{i18n._('Your details stay yours')}</h2>
      <ul>
        <li>{i18n._('Contact details pass only after both companies say yes.')}</li>
        <li>{i18n._('Anyone sees what you bring and seek in general terms. Your name stands there only if you want it to.')}</li>
        <li>{i18n._('Leave at any time: your data goes within 30 days, and you can take a copy first.')}</li>
      </ul>
    </section>
  )
}

/** The one thing to do next. */
export function CallToRegister({ children }: { children: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <section className="call no-print">
      <div className="wrap">
        <h2>{children}</h2>
        <ButtonLink tone="gold" icon="arrow" className="w-full sm:w-auto" href={path('/register')}>{i18n._('Register your company')}</ButtonLink>
      </div>
    </section>
  )
}
