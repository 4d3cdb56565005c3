import type { I18n } from '@lingui/core'

import type { Country } from '~/core/companies/country'
import { importFields, type ImportField, type Mapping } from '~/core/import/fields'
import { readFirm } from '~/core/import/read-firm'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { understand } from '~/features/companies/understanding.server'
import type { Json } from '~/platform/database.types'
import { DatabaseRefusal } from '~/platform/refusal'
import type { Refused } from '~/ui/refused'
import type { DeskFirm } from '../desk-facts'
import { writtenListing } from '../export/export-tables.server'
import { firmRow } from '../import/check-import.server'
import { problemSentence } from '../import/import-words'
import type { OnBehalfDesk } from './on-behalf.store.server'

type Assistant = { i18n: I18n; now: Date; forum: { id: string }; onBehalf: OnBehalfDesk; lexicon: () => Lexicon }
/** The fields of the form: those of a spreadsheet's row, kinds standing before the words. */
export const assistedFields = importFields.filter(field => field !== 'bringsKinds' && field !== 'seeksKinds')
const mapping: Mapping = Object.fromEntries(importFields.map((field, i) => [field, i]))

/** What the form shows of a firm that is there. */
export function typedOf(firm: DeskFirm): Partial<Record<ImportField, string>> {
  const side = (direction: 'brings' | 'seeks') => firm.listings.filter(listing => listing.direction === direction).map(writtenListing).join('\n')
  const list = (values: readonly string[]) => values.join('; ')
  return {
    name: firm.nameNative ?? '', nameLatin: firm.nameLatin ?? '', country: firm.country, registration: firm.registrationNumber ?? '', registrationKind: firm.registrationKind?.toUpperCase() ?? '', region: firm.region ?? '',
    city: firm.city ?? '', brings: side('brings'), seeks: side('seeks'), contact: firm.contact?.name ?? '', role: firm.contact?.roleTitle ?? '', email: firm.contact?.email ?? '', phone: firm.contact?.phone ?? '',
    language: firm.locale, languages: list(firm.workingLanguages), corridors: list(firm.corridors), ports: list(firm.ports.map(port => port.replace('_', ' '))), incoterms: list(firm.incoterms),
    certificates: list(firm.certificates), employees: firm.employeesBand ?? '', founded: firm.foundedYear ? String(firm.foundedYear) : '', website: firm.website ?? '', about: firm.about ?? '',
  }
}

/** Enters a firm, or writes over one that is there. Answers its id, or the form with what to put right. */
export async function assist(assistant: Assistant, form: FormData, edited?: { id: string; country: Country }): Promise<{ company: string } | { refused: Refused; status: number; taken?: string }> {
  const { i18n, forum, onBehalf } = assistant
  const typed = Object.fromEntries(importFields.map(field => [field, String(form.get(field) ?? '')])) as Record<ImportField, string>
  if (edited) typed.country = edited.country
  const { firm, wrong } = readFirm(importFields.map(field => typed[field]), mapping, { year: assistant.now.getUTCFullYear() })
  if (!firm) return { refused: { errors: Object.fromEntries(wrong.map(({ field, problem }) => [field, problemSentence(i18n, field, problem)])), typed }, status: 422 }
  const lexicon = assistant.lexicon()
  const row = firmRow(firm, listing => understand(lexicon, listing)) as Record<string, Json>
  try {
    if (!edited) return { company: await onBehalf.enter(forum.id, row) }
    // The whole form was seen, so an emptied field is emptied.
    const emptied = { city: null, founded_year: null, employees_band: null, website: null, about: null, corridors: [], ports: [], incoterms: [], certificates: [], working_languages: [], brings: [], seeks: [] }
    const contact = row.contact ? { role_title: null, phone: null, ...(row.contact as Record<string, Json>), locale: firm.locale } : undefined
    await onBehalf.edit(forum.id, edited.id, { ...emptied, ...row, ...(contact && { contact }) }, Number(form.get('version')))
    return { company: edited.id }
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status === 404) throw error
    if (error.reason === 'registration_taken')
      return { refused: { errors: { registration: i18n._('A firm with this number is registered already.') }, typed }, status: 409, ...(typeof error.facts.company === 'string' && { taken: error.facts.company }) }
    if (error.reason === 'stale_page') return { refused: { errors: {}, typed, form: i18n._('Somebody saved this profile meanwhile. What you typed is still here; look at the profile, then save again.'), stale: true }, status: 409 }
    return { refused: { errors: {}, typed, form: i18n._('The profile cannot be changed in its present state.') }, status: error.status }
  }
}
