import type { I18n } from '@lingui/core'

import type { Country } from '~/core/companies/country'
import type { Kind } from '~/core/companies/kinds'
import type { RegistrationKind } from '~/core/companies/registration-number'
import type { Prerequisite, Sector } from '~/core/companies/sectors'
import type { ProfileState } from '~/core/transitions'

/** The interface's words for the codes of `core/companies`. One function a code table; every code has a word (the types see to it). */
export const countryName = (i18n: I18n, country: Country): string => ({ PK: i18n._('Pakistan'), KZ: i18n._('Kazakhstan') })[country]

export const sectorName = (i18n: I18n, sector: Sector): string =>
  ({
    leather: i18n._('Leather and hides'),
    grain: i18n._('Grain, pulses and oilseeds'),
    petrochemicals: i18n._('Petrochemicals'),
    logistics: i18n._('Logistics and transit'),
    food: i18n._('Food processing'),
    textiles: i18n._('Cotton and textiles'),
    metallurgy: i18n._('Metallurgy and mining'),
    oil_gas: i18n._('Oil and gas'),
    chemicals: i18n._('Chemicals and fertilisers'),
    machinery: i18n._('Machinery'),
    pharma: i18n._('Pharmaceuticals and medical devices'),
    construction: i18n._('Construction materials'),
    railways: i18n._('Railways and maritime'),
    digital: i18n._('Digital, AI and virtual assets'),
    veterinary: i18n._('Veterinary and agricultural services'),
    energy: i18n._('Energy and climate'),
  })[sector]

/** The same in a word or two, for a table's head. */
export const sectorShortName = (i18n: I18n, sector: Sector): string =>
  ({
    leather: i18n._('Leather'),
    grain: i18n._('Grain and pulses'),
    petrochemicals: i18n._('Petrochemicals'),
    logistics: i18n._('Logistics'),
    food: i18n._('Food'),
    textiles: i18n._('Textiles'),
    metallurgy: i18n._('Metals'),
    oil_gas: i18n._('Oil and gas'),
    chemicals: i18n._('Chemicals'),
    machinery: i18n._('Machinery'),
    pharma: i18n._('Pharma'),
    construction: i18n._('Construction'),
    railways: i18n._('Rail and sea'),
    digital: i18n._('Digital'),
    veterinary: i18n._('Farm services'),
    energy: i18n._('Energy'),
  })[sector]

export const kindName = (i18n: I18n, kind: Kind): string =>
  ({
    goods: i18n._('Goods'),
    technology: i18n._('Technology'),
    training: i18n._('Training'),
    machinery: i18n._('Machines and equipment'),
    plant: i18n._('Plant or land'),
    capital: i18n._('Capital'),
    distribution: i18n._('Access to a market'),
    port: i18n._('Port or terminal'),
    transport: i18n._('Transport capacity'),
    certification: i18n._('Certification'),
    labour: i18n._('Workforce'),
    service: i18n._('Service'),
  })[kind]

/** A unit after a number: '40 t', '12 containers'. */
export const unitName = (i18n: I18n, unit: string, amount: number): string => {
  const words: Record<string, string> = {
    t: i18n._('t'),
    kg: i18n._('kg'),
    m3: i18n._('m³'),
    l: i18n._('litres'),
    m2: i18n._('m²'),
    m: i18n._('metres'),
    piece: i18n._('{amount, plural, one {piece} other {pieces}}', { amount }),
    container: i18n._('{amount, plural, one {container} other {containers}}', { amount }),
    head: i18n._('head of livestock'),
    usd: i18n._('US$'),
  }
  return words[unit] ?? unit
}

/** A unit where it is chosen: there an abbreviation alone would be a riddle. */
export const unitLongName = (i18n: I18n, unit: string): string =>
  ({ t: i18n._('tonnes'), kg: i18n._('kilograms'), m3: i18n._('cubic metres'), m2: i18n._('square metres'), usd: i18n._('US dollars') })[unit] ?? unitName(i18n, unit, 2)

/** How much, in bands: what the public sees of a volume. */
export const volumeBandName = (i18n: I18n, band: 'small' | 'medium' | 'large'): string =>
  ({ small: i18n._('small volumes'), medium: i18n._('medium volumes'), large: i18n._('large volumes') })[band]

export const periodName = (i18n: I18n, period: string): string =>
  ({ once: i18n._('once'), month: i18n._('a month'), year: i18n._('a year') })[period] ?? period

export const registrationKindName = (i18n: I18n, kind: RegistrationKind): string =>
  ({ bin: i18n._('BIN (business identification number)'), ntn: i18n._('NTN (national tax number)'), secp: i18n._('SECP registration number') })[kind]

export const portName = (i18n: I18n, port: string): string =>
  ({ karachi: i18n._('Karachi'), port_qasim: i18n._('Port Qasim'), gwadar: i18n._('Gwadar') })[port] ?? port

export const corridorName = (i18n: I18n, corridor: string): string =>
  ({
    turkmenistan: i18n._('via Turkmenistan'),
    uzbekistan: i18n._('via Uzbekistan'),
    caspian: i18n._('via the Caspian'),
    china: i18n._('via the Karakoram Highway'),
    air: i18n._('by air'),
  })[corridor] ?? corridor

export const corridorStatusName = (i18n: I18n, status: string): string =>
  ({ open: i18n._('Open'), restricted: i18n._('Restricted'), closed: i18n._('Closed') })[status] ?? status

export const certificateName = (i18n: I18n, certificate: string): string =>
  ({
    iso9001: 'ISO 9001',
    iso14001: 'ISO 14001',
    iso22000: 'ISO 22000',
    gmp: 'GMP',
    halal: i18n._('Halal'),
    veterinary: i18n._('Veterinary certificate'),
    phytosanitary: i18n._('Phytosanitary certificate'),
    ct1: i18n._('Certificate of origin CT-1'),
    lwg: i18n._('LWG audit (leather)'),
    oeko_tex: 'OEKO-TEX',
    eac: i18n._('EAC conformity'),
    psqca: i18n._('PSQCA mark'),
    drug_registration: i18n._('Drug registration'),
    virtual_asset_licence: i18n._('Virtual asset licence'),
    export_licence: i18n._('Export licence'),
  })[certificate] ?? certificate

/** The certificates a firm can say it holds. */
export const certificates = [
  'iso9001', 'iso14001', 'iso22000', 'gmp', 'halal', 'veterinary', 'phytosanitary', 'ct1', 'lwg', 'oeko_tex', 'eac', 'psqca', 'drug_registration', 'virtual_asset_licence',
  'export_licence',
] as const

export const prerequisiteName = (i18n: I18n, prerequisite: Prerequisite): string =>
  ({
    veterinary_certificate: i18n._('Veterinary certificate'),
    phytosanitary_certificate: i18n._('Phytosanitary certificate'),
    drug_registration_gmp: i18n._('Drug registration and GMP'),
    halal: i18n._('Halal certificate'),
    dual_use_check: i18n._('Dual-use and sanctions check'),
    virtual_asset_licence: i18n._('Licence for virtual assets'),
  })[prerequisite]

export const profileStateName = (i18n: I18n, state: ProfileState): string =>
  ({
    draft: i18n._('Draft'),
    published: i18n._('Published, waiting for validation'),
    validated: i18n._('Validated'),
    returned: i18n._('Returned for changes'),
    suspended: i18n._('Suspended'),
    unpublished: i18n._('Taken back'),
  })[state]

/** A working language in the reader's language. */
export const languageName = (i18n: I18n, language: string): string =>
  ({
    en: i18n._('English'), ru: i18n._('Russian'), kk: i18n._('Kazakh'), ur: i18n._('Urdu'), zh: i18n._('Chinese'), tr: i18n._('Turkish'), fa: i18n._('Persian and Dari'), uz: i18n._('Uzbek'),
    pa: i18n._('Punjabi'), ps: i18n._('Pashto'),
  })[language] ?? language
export const workingLanguages = ['en', 'ru', 'kk', 'ur', 'zh', 'tr', 'fa', 'uz', 'pa', 'ps'] as const
