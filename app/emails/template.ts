import type { I18n } from '@lingui/core'
import type { ReactNode } from 'react'

import type { Locale } from '~/core/locale'

/** A notice: one pure component with its props, and the two lines a list of mails shows of it. */
export interface Template<Props> {
  /** One line; cleaned and cut to fewer than 200 characters later. */
  subject: (i18n: I18n, props: Props, locale: Locale) => string
  /** What stands beside the subject. */
  preheader: (i18n: I18n, props: Props, locale: Locale) => string
  Body: (props: Props) => ReactNode
}
