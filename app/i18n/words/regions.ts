import type { I18n } from '@lingui/core'

/** A region's name in the reader's language. */
export function regionName(i18n: I18n, region: string): string {
  const names: Record<string, string> = {
    punjab: i18n._('Punjab'),
    sindh: i18n._('Sindh'),
    khyber_pakhtunkhwa: i18n._('Khyber Pakhtunkhwa'),
    balochistan: i18n._('Balochistan'),
    islamabad: i18n._('Islamabad Capital Territory'),
    gilgit_baltistan: i18n._('Gilgit-Baltistan'),
    azad_kashmir: i18n._('Azad Jammu and Kashmir'),
    astana: i18n._('Astana'),
    almaty: i18n._('Almaty'),
    shymkent: i18n._('Shymkent'),
    abai: i18n._('Abai Region'),
    akmola: i18n._('Akmola Region'),
    aktobe: i18n._('Aktobe Region'),
    almaty_region: i18n._('Almaty Region'),
    atyrau: i18n._('Atyrau Region'),
    east_kazakhstan: i18n._('East Kazakhstan Region'),
    jambyl: i18n._('Jambyl Region'),
    jetisu: i18n._('Jetisu Region'),
    karaganda: i18n._('Karaganda Region'),
    kostanay: i18n._('Kostanay Region'),
    kyzylorda: i18n._('Kyzylorda Region'),
    mangystau: i18n._('Mangystau Region'),
    north_kazakhstan: i18n._('North Kazakhstan Region'),
    pavlodar: i18n._('Pavlodar Region'),
    turkistan: i18n._('Turkistan Region'),
    ulytau: i18n._('Ulytau Region'),
    west_kazakhstan: i18n._('West Kazakhstan Region'),
  }
  return names[region] ?? region
}
