import type { I18n } from '@lingui/core'

import type { Country } from '~/core/companies/country'
import type { Reason } from '~/core/matching/types'
import type { Code } from '~/core/taxonomy/codes'
import { certificateName, corridorName, languageName, portName } from './companies'

/** What a reason speaks of, in the reader's language. */
export interface ReasonLabels {
  /** A concept's short name: "raw sheepskins". */
  concept: (code: Code) => string
  /** A listing as its firm wrote it; undefined when it is gone by now. */
  listing: (id: string) => string | undefined
  /** The reader's own country, in a mail or on a firm's page: "you" and "they". Left out, both are told by country, as organizers read it. */
  reader?: Country
}

const joined = (parts: readonly string[]) => parts.join(', ')

/** Who brings, as the reader calls them: the reader, the other side, or a country. */
function voiceOf(bringer: Country, reader: Country | undefined): 'you' | 'they' | Country {
  if (!reader) return bringer
  return bringer === reader ? 'you' : 'they'
}

type ListingReason = Extract<Reason, { type: 'listing' }>

/** One concept on both sides. */
function sameConcept(i18n: I18n, voice: ReturnType<typeof voiceOf>, what: string): string {
  return {
    they: () => i18n._('They bring what you seek: {what}.', { what }),
    you: () => i18n._('They seek what you bring: {what}.', { what }),
    PK: () => i18n._('Kazakhstan’s firm seeks what Pakistan’s brings: {what}.', { what }),
    KZ: () => i18n._('Pakistan’s firm seeks what Kazakhstan’s brings: {what}.', { what }),
  }[voice]()
}

/** One step of processing between what is brought and what the other makes or wants. */
function oneStep(i18n: I18n, voice: ReturnType<typeof voiceOf>, madeByOther: boolean, from: string, to: string): string {
  const facts = { from, to }
  if (madeByOther) {
    return {
      they: () => i18n._('They bring the raw material of what you make: {from} → {to}.', facts),
      you: () => i18n._('You bring the raw material of what they make: {from} → {to}.', facts),
      PK: () => i18n._('Pakistan’s firm brings the raw material of what Kazakhstan’s makes: {from} → {to}.', facts),
      KZ: () => i18n._('Kazakhstan’s firm brings the raw material of what Pakistan’s makes: {from} → {to}.', facts),
    }[voice]()
  }
  return {
    they: () => i18n._('They bring {from}; you seek {to}, one step of processing away.', facts),
    you: () => i18n._('You bring {from}; they seek {to}, one step of processing away.', facts),
    PK: () => i18n._('Pakistan’s firm brings {from}; Kazakhstan’s seeks {to}, one step of processing away.', facts),
    KZ: () => i18n._('Kazakhstan’s firm brings {from}; Pakistan’s seeks {to}, one step of processing away.', facts),
  }[voice]()
}

/** Neighbours in a chapter: close, not the same, and said so. */
function nearBy(i18n: I18n, voice: ReturnType<typeof voiceOf>, from: string, to: string): string {
  const facts = { from, to }
  return {
    they: () => i18n._('They bring {from}; you seek {to}: related goods.', facts),
    you: () => i18n._('You bring {from}; they seek {to}: related goods.', facts),
    PK: () => i18n._('Pakistan’s firm brings {from}; Kazakhstan’s seeks {to}: related goods.', facts),
    KZ: () => i18n._('Kazakhstan’s firm brings {from}; Pakistan’s seeks {to}: related goods.', facts),
  }[voice]()
}

function listingSentence(i18n: I18n, reason: ListingReason, labels: ReasonLabels): string {
  const voice = voiceOf(reason.bringer, labels.reader)
  const { via } = reason
  if (via.by === 'concept') return sameConcept(i18n, voice, labels.concept(via.code))
  const [from, to] = [labels.concept(via.from), labels.concept(via.to)]
  return via.by === 'hop' ? oneStep(i18n, voice, reason.metDirection === 'brings', from, to) : nearBy(i18n, voice, from, to)
}

function routeSentence(i18n: I18n, { corridors, ports, incoterms }: Extract<Reason, { type: 'route' }>): string {
  const parts = [...corridors.map(id => corridorName(i18n, id)), ...ports.map(id => portName(i18n, id)), ...incoterms]
  return i18n._('Both use the same route or terms: {what}.', { what: joined(parts) })
}

function certificateSentence(i18n: I18n, { needed, held, missing, bringer }: Extract<Reason, { type: 'certificates' }>, reader: Country | undefined): string {
  const name = (code: string) => certificateName(i18n, code)
  if (missing.length === 0) return i18n._('The documents needed are at hand: {what}.', { what: joined((held.length ? held : needed).map(name)) })
  const what = joined(missing.map(name))
  return {
    they: () => i18n._('They still need: {what}.', { what }),
    you: () => i18n._('You still need: {what}.', { what }),
    PK: () => i18n._('Pakistan’s firm still needs: {what}.', { what }),
    KZ: () => i18n._('Kazakhstan’s firm still needs: {what}.', { what }),
  }[voiceOf(bringer, reader)]()
}

/** One reason of a match as one sentence in the reader's language. */
export function reasonSentence(i18n: I18n, reason: Reason, labels: ReasonLabels): string {
  const sentence = sentenceOf(i18n, reason, labels)
  // From the raw to the made, as one reads: an arrow does not turn by itself in a line from right to left.
  return i18n.locale === 'ur' ? sentence.replaceAll('→', '←') : sentence
}

function sentenceOf(i18n: I18n, reason: Reason, labels: ReasonLabels): string {
  switch (reason.type) {
    case 'listing':
      return listingSentence(i18n, reason, labels)
    case 'languages':
      return reason.shared.length > 0
        ? i18n._('You can work in one language: {what}.', { what: joined(reason.shared.map(language => languageName(i18n, language))) })
        : i18n._('No shared language: plan for an interpreter.')
    case 'route':
      return routeSentence(i18n, reason)
    case 'volume':
      return i18n._('The volumes fit each other.')
    case 'certificates':
      return certificateSentence(i18n, reason, labels.reader)
  }
}
