import type { I18n } from '@lingui/core'

import type { ImportField } from '~/core/import/fields'
import type { CellProblem } from '~/core/import/read-firm'
import type { Outcome, Twin, Verdict } from './import.store.server'

/** A field of the import in the organizer's words. */
export const fieldName = (i18n: I18n, field: ImportField): string =>
  ({
    name: i18n._('Name'),
    nameLatin: i18n._('Name in Latin letters'),
    country: i18n._('Country'),
    registration: i18n._('Registration number'),
    registrationKind: i18n._('Kind of number (NTN, SECP)'),
    region: i18n._('Region'),
    city: i18n._('City'),
    brings: i18n._('Brings'),
    seeks: i18n._('Seeks'),
    bringsKinds: i18n._('Kinds of what it brings'),
    seeksKinds: i18n._('Kinds of what it seeks'),
    contact: i18n._('Contact person'),
    role: i18n._('Role of the contact person'),
    email: i18n._('E-mail'),
    phone: i18n._('Telephone'),
    language: i18n._('Language of mail'),
    languages: i18n._('Working languages'),
    corridors: i18n._('Corridors'),
    ports: i18n._('Ports'),
    incoterms: i18n._('Delivery terms'),
    certificates: i18n._('Certificates'),
    employees: i18n._('Number of people'),
    founded: i18n._('Year of foundation'),
    website: i18n._('Website'),
    about: i18n._('About the company'),
  })[field]

export const verdictName = (i18n: I18n, verdict: Verdict): string =>
  ({ new: i18n._('New'), updated: i18n._('Changed'), unchanged: i18n._('Unchanged'), duplicate: i18n._('Left as duplicates'), wrong: i18n._('Wrong') })[verdict]

export const outcomeName = (i18n: I18n, outcome: Outcome): string =>
  ({
    applied: i18n._('Gone in'),
    taken: i18n._('Left: registered meanwhile'),
    undone: i18n._('Taken out again'),
    edited: i18n._('Stayed: changed since'),
    claimed: i18n._('Stayed: claimed by its own people'),
    decided: i18n._('Stayed: a pair of it was decided'),
    gone: i18n._('Gone already'),
  })[outcome]

/** Why a row is left, with the firm or row it is the same as. */
export function twinSentence(i18n: I18n, twin: Twin): string {
  const name = twin.name ?? ''
  return {
    in_file: i18n._('The same registration number stands in row {row} ({name}).', { row: twin.row ?? 0, name }),
    likely: i18n._('It has a registration number of {name}, written otherwise.', { name }),
    other_forum: i18n._('A firm with this number is registered for another forum. Ask it to join this one.'),
    own_people: i18n._('{name} keeps its own profile: ask the firm to change it.', { name }),
    suspended: i18n._('{name} is suspended. Reinstate it first.', { name }),
  }[twin.reason]
}

/** What is wrong with a cell, and how to mend it. */
export function problemSentence(i18n: I18n, field: ImportField, problem: CellProblem): string {
  switch (problem) {
    case 'missing':
      return missingSentence(i18n, field)
    case 'unknown':
      return unknownSentence(i18n, field)
    case 'too_long':
      return i18n._('It is too long. Shorten it.')
    case 'too_many':
      return i18n._('A firm may name 20 things at most. Keep the most important.')
    case 'email':
      return i18n._('This is not an e-mail address. Write one address, like name@company.kz, or leave the cell empty.')
    case 'phone':
      return i18n._('This does not look like a telephone number. Write it with the country’s code, like +92 42 111 2233.')
    case 'website':
      return i18n._('This does not look like a web address. Write it like www.company.kz, or leave the cell empty.')
    case 'year':
      return i18n._('Write the year in four digits, not in the future.')
    case 'twice':
      return i18n._('It stands twice. Keep one.')
    case 'no_listing':
      return i18n._('The firm brings and seeks nothing. Write at least one thing, in any of the four languages.')
    case 'no_firm':
      return i18n._('This row is no firm: a heading or a sum, perhaps. It is left.')
    case 'needs_latin':
      return i18n._('An Urdu name cannot be spelt in Latin letters by itself. Add a column with the name in Latin letters.')
    case 'code':
      return i18n._('There is no such HS code in the brackets. Correct it, or take the brackets away.')
    case 'number_scientific':
      return i18n._('The spreadsheet shortened the number. Format the column as text and enter the number again.')
    case 'number_digits':
      return i18n._('A registration number has digits only. Spaces and dashes are allowed.')
    case 'number_check_digit':
      return i18n._('The last digit of this BIN does not fit the others: a digit is wrong. Check it against the certificate.')
    case 'number_date':
      return i18n._('This BIN cannot be right: digits 3 and 4 are a month, and the fifth is 4, 5 or 6.')
    default:
      return i18n._('A BIN has 12 digits, an NTN 7 or 8, an SECP number 7. Check the number.')
  }
}

function missingSentence(i18n: I18n, field: ImportField): string {
  if (field === 'country') return i18n._('The country is missing. Write PK or KZ, or choose one country for the whole file.')
  if (field === 'region') return i18n._('The region is missing, and the city does not tell it. Write the region.')
  if (field === 'registration') return i18n._('The registration number is missing. Write the BIN, NTN or SECP number.')
  return i18n._('It is missing. Fill the cell.')
}

function unknownSentence(i18n: I18n, field: ImportField): string {
  switch (field) {
    case 'country':
      return i18n._('This is neither Pakistan nor Kazakhstan. Write PK or KZ.')
    case 'region':
      return i18n._('There is no such region in this country. Write its name as on the map.')
    case 'employees':
      return i18n._('Write a number, or one of 1-9, 10-49, 50-249, 250+.')
    case 'language':
    case 'languages':
      return i18n._('Write en, ru, kk or ur, divided by semicolons.')
    case 'bringsKinds':
    case 'seeksKinds':
      return i18n._('Write kinds as goods, technology, training, machinery, plant, capital, distribution, port, transport, certification, labour or service.')
    default:
      return i18n._('This word is not known here. Write another, or leave the cell empty.')
  }
}
