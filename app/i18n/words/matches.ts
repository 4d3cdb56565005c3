import type { I18n } from '@lingui/core'

import type { Signal } from '~/core/matching/types'
import type { DealType } from '~/core/taxonomy/deal-types'
import type { IntroductionState, MatchState } from '~/core/transitions'

/** The interface's words for what the engine and the introductions speak of. */
export const dealTypeName = (i18n: I18n, deal: DealType): string =>
  ({
    supply: i18n._('Supply'),
    distribution: i18n._('Distribution'),
    'processing-joint-venture': i18n._('Processing joint venture'),
    'technology-transfer': i18n._('Technology transfer'),
    training: i18n._('Training'),
    'contract-manufacturing': i18n._('Contract manufacturing'),
    'logistics-joint-venture': i18n._('Logistics joint venture'),
  })[deal]

export const signalName = (i18n: I18n, signal: Signal): string =>
  ({
    product: i18n._('Product fit'),
    dealType: i18n._('Kind of deal'),
    volume: i18n._('Volume'),
    route: i18n._('Corridor and terms'),
    languages: i18n._('Languages'),
    certificates: i18n._('Documents'),
    size: i18n._('Size and region'),
    profile: i18n._('Profile'),
  })[signal]

export const matchStateName = (i18n: I18n, state: MatchState): string =>
  ({
    suggested: i18n._('Waiting'),
    approved_by_one: i18n._('Approved by one organiser'),
    approved: i18n._('Approved'),
    rejected: i18n._('Rejected'),
    snoozed: i18n._('Snoozed'),
  })[state]

export const introductionStateName = (i18n: I18n, state: IntroductionState): string =>
  ({
    held: i18n._('In the undo window'),
    sent: i18n._('Sent, waiting for answers'),
    answered_by_one: i18n._('One side said yes'),
    connected: i18n._('Connected'),
    declined: i18n._('Declined'),
    postponed: i18n._('Not now'),
    expired: i18n._('Expired'),
    cancelled: i18n._('Undone'),
    withdrawn: i18n._('Withdrawn'),
    undeliverable: i18n._('Could not be delivered'),
  })[state]

export const rejectReasons = ['not_complementary', 'known', 'compliance', 'size', 'other'] as const
export type RejectReason = (typeof rejectReasons)[number]
export const rejectReasonName = (i18n: I18n, reason: RejectReason): string =>
  ({
    not_complementary: i18n._('Not complementary'),
    known: i18n._('Known to each other'),
    compliance: i18n._('Compliance or capacity doubt'),
    size: i18n._('Wrong size or terms'),
    other: i18n._('Other (say which)'),
  })[reason]

export const declineReasons = ['not_our_product', 'not_now', 'no_capacity', 'have_partner', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]
export const declineReasonName = (i18n: I18n, reason: DeclineReason): string =>
  ({
    not_our_product: i18n._('Not our product'),
    not_now: i18n._('Not now'),
    no_capacity: i18n._('No capacity'),
    have_partner: i18n._('We already have a partner'),
    other: i18n._('Another reason'),
  })[reason]

export const outcomeKinds = ['met', 'sample', 'trial_order', 'letter_of_intent', 'memorandum', 'contract', 'shipped'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]
export const outcomeKindName = (i18n: I18n, kind: OutcomeKind): string =>
  ({
    met: i18n._('Met'),
    sample: i18n._('Sample sent'),
    trial_order: i18n._('Trial order'),
    letter_of_intent: i18n._('Letter of intent'),
    memorandum: i18n._('Memorandum'),
    contract: i18n._('Contract'),
    shipped: i18n._('Shipped'),
  })[kind]

export const evidenceLevels = ['claimed', 'documented', 'customs_verified'] as const
export type EvidenceLevel = (typeof evidenceLevels)[number]
export const evidenceName = (i18n: I18n, level: EvidenceLevel): string =>
  ({ claimed: i18n._('Claimed'), documented: i18n._('Documented'), customs_verified: i18n._('Customs-verified') })[level]
