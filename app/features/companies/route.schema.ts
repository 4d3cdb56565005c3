import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { incoterms, ports } from '~/core/companies/country'
import { someOf, version } from './fields'

/** How goods travel, on which terms, with which papers, in which languages. Only a language is needed; the rest may be left open. */
export const routeSchema = (i18n: I18n, offered: { corridors: readonly string[]; certificates: readonly string[]; languages: readonly string[] }) =>
  z.object({
    version,
    corridors: someOf(offered.corridors),
    ports: someOf(ports),
    incoterms: someOf(incoterms),
    certificates: someOf(offered.certificates),
    workingLanguages: someOf(offered.languages).refine(chosen => chosen.length > 0, { error: i18n._('Choose at least one language you can do business in.') }),
  })
