import type { ReactNode } from 'react'

import { ErrorSummary, type FieldErrors } from '~/ui/error-summary'
import { PublicShell } from '~/ui/public-shell'

/** One narrow column with one question: the pages of signing in. `step` says what larger thing the page is a part of. */
export function SignInPage({ heading, step, errors = {}, trouble, children }: { heading: string; step?: string; errors?: FieldErrors; trouble?: string; children: ReactNode }) {
  return (
    <PublicShell>
      <div className="wrap py-10 lg:py-16">
        <div className="column">
          <ErrorSummary errors={errors} form={trouble} />
          {step && <p className="text-ink-3 mb-2 font-semibold">{step}</p>}
          <h1 className="mb-4 text-3xl">{heading}</h1>
          {children}
        </div>
      </div>
    </PublicShell>
  )
}
