import { useFrame } from './frame'
import { Action, Facts, Para, Title } from './parts'
import type { Template } from './template'

/** Counts of one firm since the last digest, and now. */
export type FirmDigestProps = { firm: string; unanswered: number; connected: number; lapsed: number; completeness: number; /** Corridors of its live introductions that changed: name, and what is known now. */ corridors: [name: string, stand: string][]; homeUrl: string }

function FirmDigest({ firm, unanswered, connected, lapsed, completeness, corridors, homeUrl }: FirmDigestProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('Your month at the desk')}</Title>
      <Para>{firm}</Para>
      <Facts
        rows={[
          [i18n._('Waiting for your answer'), i18n._('{unanswered, plural, one {# introduction} other {# introductions}}', { unanswered })],
          [i18n._('In touch since the last digest'), i18n._('{connected, plural, one {# partner} other {# partners}}', { connected })],
          [i18n._('Lapsed without an answer'), String(lapsed)],
          [i18n._('Profile filled in'), i18n._('{completeness} per cent', { completeness })],
        ]}
      />
      {corridors.length > 0 && (
        <>
          <Para>{i18n._('A corridor that you and a partner use has changed:')}</Para>
          <Facts rows={corridors} />
        </>
      )}
      <Action href={homeUrl}>{unanswered > 0 ? i18n._('Answer what waits') : i18n._('Your company')}</Action>
      <Para quiet>{i18n._('Fuller profiles are suggested more often: volumes, certificates and working languages count.')}</Para>
    </>
  )
}

export const firmDigest: Template<FirmDigestProps> = {
  subject: (i18n, { firm }) => i18n._('{firm}: your month at the desk', { firm }),
  preheader: (i18n, { unanswered }) => i18n._('{unanswered, plural, one {# introduction waits} other {# introductions wait}} for your answer.', { unanswered }),
  Body: FirmDigest,
}

/** Counts of one forum this morning. */
export type DeskDigestProps = { waiting: number; toValidate: number; unanswered: number; connected: number; alarms: number; deskUrl: string }

function DeskDigest({ waiting, toValidate, unanswered, connected, alarms, deskUrl }: DeskDigestProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('This week at the desk')}</Title>
      <Facts
        rows={[
          [i18n._('Pairs waiting for a decision'), String(waiting)],
          [i18n._('Profiles waiting for validation'), String(toValidate)],
          [i18n._('Introductions without an answer'), String(unanswered)],
          [i18n._('Connected in the last seven days'), String(connected)],
          [i18n._('Mails that need a person'), String(alarms)],
        ]}
      />
      <Action href={deskUrl}>{i18n._('Open the queue')}</Action>
      {alarms > 0 && <Action href={`${deskUrl}/mail?filter=alarms`} tone="secondary">{i18n._('Look at the mails that failed')}</Action>}
    </>
  )
}

export const deskDigest: Template<DeskDigestProps> = {
  subject: (i18n, { waiting }) => i18n._('{waiting, plural, one {# pair waits} other {# pairs wait}} for a decision', { waiting }),
  preheader: (i18n, { toValidate }) => i18n._('{toValidate, plural, one {# profile waits} other {# profiles wait}} for validation.', { toValidate }),
  Body: DeskDigest,
}
