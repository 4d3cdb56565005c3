import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import { Icon } from '~/ui/icon'
import { PublicShell } from '~/ui/public-shell'

/** A page below the company's home, with the way back to it. */
export function HomePage({ heading, children }: { heading?: string; children: ReactNode }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <PublicShell account="company">
      <div className="wrap py-6 lg:py-10">
        <div className="max-w-3xl">
          <a href={path('/home')} className="mb-4 inline-flex min-h-11 items-center gap-2 font-medium underline">
            <Icon name="back" />
            {i18n._('My company')}
          </a>
          {heading && <h1 className="mb-4 text-3xl">{heading}</h1>}
          {children}
        </div>
      </div>
    </PublicShell>
  )
}
