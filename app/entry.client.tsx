import { I18nProvider } from '@lingui/react'
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'

import { localeOfPath } from '~/core/locale'
import { clientI18n } from '~/i18n/catalogues.client'

const i18n = await clientI18n(localeOfPath(window.location.pathname))
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <RemixBrowser />
      </I18nProvider>
    </StrictMode>,
  )
})
