import type { Country } from '~/core/companies/country'
import type { Locale } from '~/core/locale'
import { countryName } from '~/i18n/words/companies'
import { Cell, colour, Table, useFrame } from './frame'
import { CountryLetters, Foreign } from './parts'

/** A firm as a mail shows it: cleaned, and in the reader's language but for its own words. */
export type FirmLine = { country: Country; name: string; nameLocale: Locale | null; latinName: string | null; place: string; /** The city, or the region where no city is known. */ city: string; facts: string | null }

/** A listing: what it was understood as, the firm's own words where they say more, how much. */
export type ListingLine = { label: string; words: string | null; wordsLocale: Locale | null; volume: string | null }

export function FirmHead({ firm }: { firm: FirmLine }) {
  const { i18n } = useFrame()
  return (
    <div style={{ margin: '0 0 8px 0' }}>
      <div style={{ fontSize: '13px', color: colour.ink2 }}>
        <CountryLetters country={firm.country} /> {countryName(i18n, firm.country)}
      </div>
      <div style={{ fontSize: '20px', fontWeight: 650, lineHeight: 1.3, marginTop: '4px' }}>
        <Foreign locale={firm.nameLocale}>{firm.name}</Foreign>
      </div>
      {firm.latinName && firm.latinName !== firm.name && (
        <div style={{ fontSize: '14px', color: colour.ink2 }}>
          <Foreign locale="en">{firm.latinName}</Foreign>
        </div>
      )}
      <div style={{ fontSize: '14px', color: colour.ink2 }}>{[firm.place, firm.facts].filter(Boolean).join(' · ')}</div>
    </div>
  )
}

function Listing({ line }: { line: ListingLine }) {
  return (
    <div style={{ margin: '0 0 6px 0' }}>
      <div style={{ fontWeight: 600, fontSize: '15px' }}>{line.label}</div>
      {line.words && (
        <div style={{ color: colour.ink2, fontSize: '13px' }}>
          <Foreign locale={line.wordsLocale}>“{line.words}”</Foreign>
        </div>
      )}
      {line.volume && <div style={{ color: colour.ink2, fontSize: '13px' }}>{line.volume}</div>}
    </div>
  )
}

/** What one side brings beside what the other seeks, the seam between them: Pakistan at the start edge, Kazakhstan at the end. */
export function Meeting({ title, pk, kz, pkTitle, kzTitle }: { title: string; pk: readonly ListingLine[]; kz: readonly ListingLine[]; pkTitle: string; kzTitle: string }) {
  const { start } = useFrame()
  const seam = start === 'left' ? 'borderLeft' : 'borderRight'
  const side = (lines: readonly ListingLine[], heading: string, country: Country) => (
    <>
      <div style={{ fontSize: '13px', color: country === 'PK' ? colour.pkInk : colour.kzInk, fontWeight: 600 }}>{heading}</div>
      {lines.map((line, i) => <Listing key={i} line={line} />)}
    </>
  )
  return (
    <Table style={{ margin: '12px 0 0 0', border: `1px solid ${colour.line}`, borderRadius: '6px' }}>
      <tr>
        <Cell colSpan={2} style={{ padding: '6px 12px', backgroundColor: colour.sunken, fontSize: '13px', color: colour.ink2 }}>{title}</Cell>
      </tr>
      <tr>
        <Cell width="50%" style={{ padding: '10px 12px', borderTop: `3px solid ${colour.pk}` }}>{side(pk, pkTitle, 'PK')}</Cell>
        <Cell width="50%" style={{ padding: '10px 12px', borderTop: `3px solid ${colour.kz}`, [seam]: `1px solid ${colour.line}` }}>{side(kz, kzTitle, 'KZ')}</Cell>
      </tr>
    </Table>
  )
}
