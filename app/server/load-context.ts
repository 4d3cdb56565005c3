import type { Logger } from 'pino'

import type { Services } from '~/services.server'

/** What every loader and action is handed: one client and one set of use cases a request. */
export interface RequestContext {
  /** Of this request, for the Content-Security-Policy and every inline script. */
  nonce: string
  /** Shown on error pages, found in the logs. */
  requestId: string
  log: Logger
  services: Services
  /** An action has refused a form: the page it answers with says so in its title. */
  refused?: boolean
}

declare module '@remix-run/node' {
  // Declared members of the library's interface are merged with ours.
  interface AppLoadContext extends RequestContext {
    requestId: string
  }
  // Loaders' and actions' answers keep their types.
  interface Future {
    v3_singleFetch: true
  }
}
