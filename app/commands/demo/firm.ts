import type { Locale } from '~/core/locale'

/**
 * An invented firm of the demonstration forum. A listing is written `kind: words [code] | amount unit/period`, code and volume left out as people do.
 */
export interface DemoFirm {
  /** Native name, Latin name, language of the native one. */
  name: [native: string, latin: string, locale: Locale]
  place: [region: string, city: string]
  since: number
  size: string
  speaks: string[]
  /** Of its mail. */
  locale: Locale
  person: [name: string, role: string]
  route: string[]
  ports: string[]
  terms: string[]
  papers: string[]
  about?: string
  brings: string[]
  seeks: string[]
}
