import type { Country } from '~/core/companies/country'

/** The letters of a country on its colour: never colour alone. */
export function CountryTag({ country }: { country: Country }) {
  return <span className={`tag tag-country num ${country === 'PK' ? 'bg-pk-50 text-pk-ink' : 'bg-kz-50 text-kz-ink'}`}>{country}</span>
}
