import { useLingui } from '@lingui/react'

export default function Landing() {
  const { i18n } = useLingui()
  return (
    <main id="main">
      <h1>{i18n._('Your partner is on the other side of the table.')}</h1>
    </main>
  )
}
