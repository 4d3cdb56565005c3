import type { I18n, Messages } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { makeI18n } from './i18n'
import { messages as enCommon } from './locales/en/common'
import { messages as enDesk } from './locales/en/desk'
import { messages as enMail } from './locales/en/mail'
import { messages as enSite } from './locales/en/site'
import { messages as kkCommon } from './locales/kk/common'
import { messages as kkDesk } from './locales/kk/desk'
import { messages as kkMail } from './locales/kk/mail'
import { messages as kkSite } from './locales/kk/site'
import { messages as ruCommon } from './locales/ru/common'
import { messages as ruDesk } from './locales/ru/desk'
import { messages as ruMail } from './locales/ru/mail'
import { messages as ruSite } from './locales/ru/site'
import { messages as urCommon } from './locales/ur/common'
import { messages as urDesk } from './locales/ur/desk'
import { messages as urMail } from './locales/ur/mail'
import { messages as urSite } from './locales/ur/site'

const catalogues: Record<Locale, Messages> = {
  en: { ...enCommon, ...enSite, ...enDesk, ...enMail },
  ru: { ...ruCommon, ...ruSite, ...ruDesk, ...ruMail },
  kk: { ...kkCommon, ...kkSite, ...kkDesk, ...kkMail },
  ur: { ...urCommon, ...urSite, ...urDesk, ...urMail },
}

/** A translator with every text of a language, for one request or one mail. */
export const serverI18n = (locale: Locale): I18n => makeI18n(locale, catalogues[locale])
