import type { ReactNode } from 'react'

import { Mark } from '~/ui/brand'
import { Button, ButtonLink } from '~/ui/button'
import { ChartFrame, ChartTable } from '~/ui/chart-frame'
import { CountryTag } from '~/ui/country-tag'
import { Diamond } from '~/ui/diamond'
import { Icon, type IconName } from '~/ui/icon'
import { FirmName } from '~/ui/names'
import { EmptyState, Notice } from '~/ui/notice'
import { SectionHead } from '~/ui/section-head'
import { FailedState, LoadingRows } from '~/ui/states'
import { Tag } from '~/ui/tag'

// The kit's page is for builders: its words are samples, in English, and are not translated.
const icons: IconName[] = ['arrow', 'back', 'check', 'dash', 'up', 'down', 'clock', 'mail', 'lines', 'firm', 'chart', 'gear', 'search', 'import', 'route', 'warning', 'close']
const colours = ['paper', 'surface', 'sunken', 'raised', 'line', 'line-strong', 'ink', 'ink-2', 'ink-3', 'pk', 'pk-50', 'kz', 'kz-50', 'sun', 'sun-50', 'bad', 'bad-50', 'btn', 'gold', 'night', 'night-2']
const letters = ['Your partner is on the other side of the table.', 'Әәғқңөұүһі ЁёЪъ ₸ ₽ № «Оңтүстік Тері»', 'ٹڈڑںےہھگ چمڑا، کھالیں ۔ ۱۲۳']

export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="border-line mb-4 border-b pb-2 text-lg">{name}</h2>
      {children}
    </section>
  )
}

export function KitParts() {
  return (
    <>
      <Sample name="Colours">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3 text-sm">
          {colours.map(colour => <li key={colour}><span className="border-line block h-12 rounded-[var(--radius-m)] border" style={{ background: `var(--${colour})` }} />{colour}</li>)}
        </ul>
      </Sample>
      <Sample name="Letters">
        <p className="text-3xl">{letters[0]}</p>
        <p className="text-2xl" lang="kk">{letters[1]}</p>
        <p className="text-2xl" lang="ur" dir="rtl">{letters[2]}</p>
      </Sample>
      <Sample name="Marks, tags, icons, scores">
        <div className="flex flex-wrap items-center gap-5">
          <Mark /><CountryTag country="PK" /><CountryTag country="KZ" /><Tag>Demo data</Tag><Tag tone="good">Open</Tag><Tag tone="warn">Restricted</Tag><Tag tone="bad">Closed</Tag>
          <Diamond score={42} size="s" /><Diamond score={86} size="m" /><Diamond score={100} />
        </div>
        <div className="mt-5 flex flex-wrap gap-4">{icons.map(icon => <Icon key={icon} name={icon} />)}</div>
        <p className="mt-5"><FirmName native="Оңтүстік Тері ЖШС" latin="Ontustik Teri LLP" locale="kk" /></p>
      </Sample>
      <Sample name="Buttons">
        <div className="flex flex-wrap items-center gap-3">
          <Button icon="arrow">Continue</Button><Button tone="secondary">Save</Button><Button tone="danger">Delete my account</Button><Button tone="quiet">Skip</Button>
          <Button tone="secondary" compact>Undo</Button><ButtonLink tone="gold" icon="arrow" href="#gold">Register your company</ButtonLink>
        </div>
        <div className="bg-night mt-3 inline-block rounded-[var(--radius-m)] p-4"><ButtonLink tone="night" href="#night">See how a match is made</ButtonLink></div>
      </Sample>
      <Sample name="Notices and states">
        <Notice title="Saved">Something to know before reading on.</Notice>
        <Notice tone="good" title="Both of you said yes">The contacts are on their way.</Notice>
        <Notice tone="warn" title="No shared language">An interpreter is arranged.</Notice>
        <Notice tone="bad" title="That did not work">Try again in a moment.</Notice>
        <FailedState title="The list could not be read" retry="#retry">Everything else on this page is there.</FailedState>
        <EmptyState title="No introductions yet" action={<ButtonLink tone="secondary" href="#empty">Complete your profile</ButtonLink>}>The first usually comes within days.</EmptyState>
        <LoadingRows />
      </Sample>
      <Sample name="Section, chart, table">
        <SectionHead title="Where the two sides meet">A heading at the start, what it means at the end.</SectionHead>
        <ChartFrame title="Three in four were answered" unit="Introductions, this forum" demo source="Source: this desk, 21 November 2026" table={<ChartTable caption="Answers" head={['Step', 'Count']} rows={[['Sent', '40'], ['Answered', '30']]} />}>
          <svg className="w-full rtl:-scale-x-100" viewBox="0 0 100 6" preserveAspectRatio="none" height="26" role="img" aria-label="30 of 40">
            <rect width="100" height="6" fill="var(--sunken)" /><rect width="75" height="6" fill="var(--pk)" />
          </svg>
        </ChartFrame>
      </Sample>
    </>
  )
}
