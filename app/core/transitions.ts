/**
 * What may follow what, by whom: the three transition tables. `private.transitions` in the database holds the same rows;
 * a test compares them cell by cell, and walks each cell against the SQL functions.
 */
export type Actor = 'firm' | 'organizer' | 'server'

export type ProfileState = 'draft' | 'published' | 'validated' | 'returned' | 'suspended' | 'unpublished'
export type ProfileAction = 'publish' | 'revise' | 'unpublish' | 'rename' | 'validate' | 'return' | 'suspend' | 'reinstate'

export type MatchState = 'suggested' | 'approved_by_one' | 'approved' | 'rejected' | 'snoozed'
export type MatchAction = 'approve' | 'approve_first' | 'reject' | 'snooze' | 'wake' | 'rescore' | 'undo'

export type IntroductionState =
  | 'held' | 'sent' | 'answered_by_one' | 'connected' | 'declined' | 'postponed' | 'expired' | 'cancelled' | 'withdrawn' | 'undeliverable'
export type IntroductionAction =
  | 'send' | 'cancel' | 'fail' | 'accept_first' | 'accept_second' | 'decline' | 'postpone' | 'expire' | 'withdraw'

/** A row of a table: in this state, this action of this actor leads to that state. */
export type Transition<State, Action> = readonly [from: State, action: Action, actor: Actor, to: State]

export const profileTransitions: readonly Transition<ProfileState, ProfileAction>[] = [
  ['draft', 'publish', 'firm', 'published'],
  ['returned', 'publish', 'firm', 'published'],
  ['unpublished', 'publish', 'firm', 'published'],
  ['draft', 'revise', 'firm', 'draft'],
  ['published', 'revise', 'firm', 'published'],
  ['validated', 'revise', 'firm', 'validated'],
  ['returned', 'revise', 'firm', 'returned'],
  ['unpublished', 'revise', 'firm', 'unpublished'],
  ['validated', 'rename', 'firm', 'published'],
  ['published', 'unpublish', 'firm', 'unpublished'],
  ['validated', 'unpublish', 'firm', 'unpublished'],
  ['returned', 'unpublish', 'firm', 'unpublished'],
  ['published', 'validate', 'organizer', 'validated'],
  ['published', 'return', 'organizer', 'returned'],
  ['validated', 'return', 'organizer', 'returned'],
  ['published', 'suspend', 'organizer', 'suspended'],
  ['validated', 'suspend', 'organizer', 'suspended'],
  ['returned', 'suspend', 'organizer', 'suspended'],
  ['suspended', 'reinstate', 'organizer', 'published'],
]

export const matchTransitions: readonly Transition<MatchState, MatchAction>[] = [
  ['suggested', 'approve', 'organizer', 'approved'],
  ['snoozed', 'approve', 'organizer', 'approved'],
  ['approved_by_one', 'approve', 'organizer', 'approved'],
  ['suggested', 'approve_first', 'organizer', 'approved_by_one'],
  ['snoozed', 'approve_first', 'organizer', 'approved_by_one'],
  ['suggested', 'reject', 'organizer', 'rejected'],
  ['snoozed', 'reject', 'organizer', 'rejected'],
  ['approved_by_one', 'reject', 'organizer', 'rejected'],
  ['suggested', 'snooze', 'organizer', 'snoozed'],
  ['snoozed', 'snooze', 'organizer', 'snoozed'],
  ['approved_by_one', 'snooze', 'organizer', 'snoozed'],
  ['snoozed', 'wake', 'server', 'suggested'],
  ['suggested', 'rescore', 'server', 'suggested'],
  ['snoozed', 'rescore', 'server', 'snoozed'],
  ['approved', 'undo', 'organizer', 'suggested'],
  ['approved_by_one', 'undo', 'organizer', 'suggested'],
  ['rejected', 'undo', 'organizer', 'suggested'],
  ['snoozed', 'undo', 'organizer', 'suggested'],
]

export const introductionTransitions: readonly Transition<IntroductionState, IntroductionAction>[] = [
  ['held', 'send', 'server', 'sent'],
  ['held', 'cancel', 'organizer', 'cancelled'],
  ['held', 'fail', 'server', 'undeliverable'],
  ['sent', 'fail', 'server', 'undeliverable'],
  ['answered_by_one', 'fail', 'server', 'undeliverable'],
  ['sent', 'accept_first', 'firm', 'answered_by_one'],
  ['answered_by_one', 'accept_second', 'firm', 'connected'],
  ['declined', 'accept_first', 'firm', 'answered_by_one'],
  ['postponed', 'accept_first', 'firm', 'answered_by_one'],
  ['postponed', 'accept_second', 'firm', 'connected'],
  ['sent', 'decline', 'firm', 'declined'],
  ['answered_by_one', 'decline', 'firm', 'declined'],
  ['postponed', 'decline', 'firm', 'declined'],
  ['sent', 'postpone', 'firm', 'postponed'],
  ['answered_by_one', 'postpone', 'firm', 'postponed'],
  ['declined', 'postpone', 'firm', 'postponed'],
  ['sent', 'expire', 'server', 'expired'],
  ['answered_by_one', 'expire', 'server', 'expired'],
  ['postponed', 'expire', 'server', 'expired'],
  ['held', 'withdraw', 'organizer', 'withdrawn'],
  ['sent', 'withdraw', 'organizer', 'withdrawn'],
  ['answered_by_one', 'withdraw', 'organizer', 'withdrawn'],
  ['postponed', 'withdraw', 'organizer', 'withdrawn'],
  ['connected', 'withdraw', 'organizer', 'withdrawn'],
]

/** The state that follows, or null where the table has no such cell. */
export function nextState<State, Action>(table: readonly Transition<State, Action>[], from: State, action: Action, actor: Actor): State | null {
  return table.find(([state, act, who]) => state === from && act === action && who === actor)?.[3] ?? null
}
