import type { I18n } from '@lingui/core'

import type { Locale } from '~/core/locale'
import { formatDate, formatNumber } from '~/i18n/format.server'
import { certificateName, corridorName, kindName, languageName, periodName, portName, profileStateName, registrationKindName, unitName } from '~/i18n/words/companies'
import { regionName } from '~/i18n/words/regions'
import { codeWords } from './comparison.server'
import type { DeskFirm } from './desk-facts'
import { suppressionName } from './refusal-sentence.server'
import { sectorWords } from './words'

/** A firm's profile as an organizer reads it. */
export function profileView({ i18n, locale }: { i18n: I18n; locale: Locale }, firm: DeskFirm) {
  const list = (words: string[]) => words.join(', ') || i18n._('Not stated')
  const kind = firm.registrationKind ? registrationKindName(i18n, firm.registrationKind) : i18n._('Registration number')
  const listing = (direction: 'brings' | 'seeks') =>
    firm.listings.filter(one => one.direction === direction).map(one => {
      const code = one.confirmedCode ?? one.concepts[0]?.code
      const volume = one.amount !== null && one.unit ? `${formatNumber(locale, one.amount, 1)} ${unitName(i18n, one.unit, one.amount)} ${one.period ? periodName(i18n, one.period) : ''}`.trim() : ''
      return { text: one.text, lang: one.language ?? undefined, more: [code ? codeWords(code) : i18n._('not understood'), kindName(i18n, one.kind), volume].filter(Boolean).join(' · ') }
    })
  return {
    id: firm.id, country: firm.country, native: firm.nameNative, latin: firm.nameLatin, nameLocale: firm.nameLocale, isDemo: firm.isDemo, state: firm.state,
    stateName: profileStateName(i18n, firm.state), about: firm.about, aboutLang: firm.locale,
    rows: [
      { label: kind, value: firm.registrationNumber ?? '' },
      { label: i18n._('Place'), value: [firm.city, firm.region ? regionName(i18n, firm.region) : ''].filter(Boolean).join(', ') },
      { label: i18n._('Sectors'), value: list(firm.sectors.map(sector => sectorWords(i18n, sector))) },
      { label: i18n._('People'), value: firm.employeesBand?.replace('-', '–') ?? i18n._('Not stated') },
      { label: i18n._('Founded'), value: firm.foundedYear ? String(firm.foundedYear) : i18n._('Not stated') },
      { label: i18n._('Website'), value: firm.website ?? i18n._('Not stated') },
      { label: i18n._('Corridors'), value: list(firm.corridors.map(one => corridorName(i18n, one))) },
      { label: i18n._('Ports'), value: list(firm.ports.map(one => portName(i18n, one))) },
      { label: i18n._('Terms'), value: list(firm.incoterms) },
      { label: i18n._('Certificates'), value: list(firm.certificates.map(one => certificateName(i18n, one))) },
      { label: i18n._('Working languages'), value: list(firm.workingLanguages.map(one => languageName(i18n, one))) },
      { label: i18n._('Complete'), value: `${firm.completeness} %` },
      { label: i18n._('Confirmed'), value: firm.confirmedAt ? formatDate(locale, firm.confirmedAt) : '–' },
    ],
    contact: firm.contact && {
      name: [firm.contact.name, firm.contact.roleTitle].filter(Boolean).join(', '), email: firm.contact.email, phone: firm.contact.phone, language: languageName(i18n, firm.contact.locale),
      unreachable: firm.contact.suppressed ? suppressionName(i18n, firm.contact.suppressed) : null,
    },
    brings: listing('brings'), seeks: listing('seeks'),
  }
}
export type ProfileView = ReturnType<typeof profileView>
