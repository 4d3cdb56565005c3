export type Country = 'PK' | 'KZ'
export const countries = ['PK', 'KZ'] as const satisfies readonly Country[]

/** The country on the other side of the table. */
export const acrossFrom = (country: Country): Country => (country === 'PK' ? 'KZ' : 'PK')

/** Regions of each country, by code; words belong to the interface. */
export const regions: Record<Country, readonly string[]> = {
  PK: ['punjab', 'sindh', 'khyber_pakhtunkhwa', 'balochistan', 'islamabad', 'gilgit_baltistan', 'azad_kashmir'],
  KZ: ['astana', 'almaty', 'shymkent', 'abai', 'akmola', 'aktobe', 'almaty_region', 'atyrau', 'east_kazakhstan', 'jambyl', 'jetisu', 'karaganda',
    'kostanay', 'kyzylorda', 'mangystau', 'north_kazakhstan', 'pavlodar', 'turkistan', 'ulytau', 'west_kazakhstan'],
}
export const ports = ['karachi', 'port_qasim', 'gwadar'] as const
export type Port = (typeof ports)[number]
export const incoterms = ['EXW', 'FCA', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP'] as const
export const employeeBands = ['1-9', '10-49', '50-249', '250+'] as const
export const volumeUnits = ['t', 'kg', 'm3', 'l', 'm2', 'm', 'piece', 'container', 'head', 'usd'] as const
export const volumePeriods = ['once', 'month', 'year'] as const
