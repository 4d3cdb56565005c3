import type { I18n } from '@lingui/core'

import { importFields, type ImportField } from '~/core/import/fields'
import { fieldName } from './import-words'

const EXAMPLES: readonly Partial<Record<ImportField, string>>[] = [
  {
    name: 'Example Tannery (Pvt) Ltd', country: 'PK', registration: '1234567-8', region: 'Punjab', city: 'Kasur', brings: 'finished sheep leather [4112] (20000 m2/month) | training: operator training in tanning',
    seeks: 'raw sheepskins, salted [4102] (40 t/month)', contact: 'Bilal Ahmed', role: 'Export manager', email: 'export@example.com', phone: '+92 300 5550100', language: 'en', languages: 'en; ur',
    corridors: 'uzbekistan', ports: 'Karachi', incoterms: 'FOB; CIF', certificates: 'ISO 9001; LWG', employees: '50-249', founded: '1998', website: 'www.example.com',
  },
  {
    name: 'ТОО «Пример Тері»', nameLatin: 'Primer Teri LLP', country: 'KZ', registration: '990140000007', city: 'Шымкент', brings: 'шкуры овечьи мокросолёные (40 t/month)', seeks: 'technology: линия выделки шкур',
    contact: 'Айгүл Серік', email: 'info@example.org', phone: '+7 701 555 01 00', language: 'ru', languages: 'ru; kk', employees: '25',
  },
]

/** The template: headings in the reader's language (each is known again), and two examples. */
export function templateTable(i18n: I18n) {
  return { head: importFields.map(field => fieldName(i18n, field)), rows: EXAMPLES.map(example => importFields.map(field => example[field] ?? '')) }
}
