import { introductionProps } from '~/features/introductions/outbox/introduction-props.server'
import type { MailMaterial, Party } from '~/features/introductions/outbox/material'
import type { ConceptLabel, Words } from '~/features/introductions/outbox/describe.server'
import { introduction } from '~/emails/introduction'
import { serverI18n } from '~/i18n/catalogues.server'
import { isDealType } from '~/core/taxonomy/deal-types'
import { directionOf, type Locale } from '~/core/locale'
import type { DeskFirm, PairFacts } from './desk-facts'
import type { MailPreview } from './pair-view'

function party(firm: DeskFirm): Party {
  return {
    company_id: firm.id, country: firm.country, name_native: firm.nameNative, name_latin: firm.nameLatin, name_locale: firm.nameLocale, region: firm.region, city: firm.city,
    founded_year: firm.foundedYear, employees_band: firm.employeesBand, about: firm.about, sectors: firm.sectors, corridors: firm.corridors, ports: firm.ports, incoterms: firm.incoterms,
    certificates: firm.certificates, working_languages: firm.workingLanguages, is_demo: firm.isDemo,
    listings: firm.listings.map(({ id, direction, kind, text, language, amount, unit, period, confirmedCode, concepts }) => ({
      id, direction, kind, text, language, amount, unit, period, code: confirmedCode ?? concepts[0]?.code ?? null,
    })),
  }
}

const noLinks = { yes: '', notNow: '', no: '', page: '' }

/** What the introduction to one firm of a pair would say, written by the very code that writes the mail. Null while there is nobody to write to. */
export function previewFor(firm: DeskFirm, pair: PairFacts, now: Date, labels: (locale: Locale) => ConceptLabel): MailPreview | null {
  if (!firm.contact) return null
  const { locale } = firm.contact
  const words: Words = { i18n: serverI18n(locale), locale, concept: labels(locale) }
  const material: MailMaterial = {
    now: now.toISOString(), forum: null, note: null, contact: null, answer: null, corridors: pair.corridors,
    company: { id: firm.id, country: firm.country, name_native: firm.nameNative, name_latin: firm.nameLatin, name_locale: firm.nameLocale },
    introduction: {
      id: pair.id, mode: 'double_opt_in', state: 'held', reasons: pair.reasons, deal_type: pair.deal && isDealType(pair.deal) ? pair.deal : null, sent_at: null, expires_at: null, connected_at: null,
    },
    parties: [party(pair.pk), party(pair.kz)],
  }
  const props = introductionProps(words, material, noLinks, {})
  return {
    locale, dir: directionOf(locale), subject: introduction.subject(words.i18n, props, locale), lines: [...props.why, ...props.firstStep],
    buttons: [words.i18n._('Yes, introduce us'), words.i18n._('Not now'), words.i18n._('No, thank you')],
  }
}
