import { randomUUID } from 'node:crypto'

import type { Identity, Maker, World } from './world'

/** A rule that shows only in a certain state of the world, or only to the server: who calls what, and the one right answer. */
export interface Case {
  name: string
  identity: Identity | 'server'
  /** SQL that makes the state, as the owner of everything. */
  given?: string
  verb: string
  body: Record<string, unknown>
  outcome: string
}

const NOT_THERE = 'PT404 not_found'
const memorandum = { title: 'A memorandum', area: 'customs', pkParty: 'A', kzParty: 'B', signedOn: '2026-01-01', source: 'A test' }
const selfService: Record<string, Record<string, unknown>> = {
  begin_company: { country: 'PK', locale: 'en', email: 'a@example.test' },
  ask_to_join: { kind: 'ntn', number: '1', of_country: 'PK' },
  my_mail_preferences: {},
  my_data: {},
  desk_session_stands: {},
  accept_invitation: { hash: 'a hash of no link' },
  set_mail_preference: { of_category: 'digests', wanted: false },
  leave: {},
}

export function casesOf({ companies, forum, foreign, introduction, heldIntroduction, connectedIntroduction, users }: World<Maker>): Case[] {
  const unknown = randomUUID()
  const everythingGranted = 'grant execute on all functions in schema public to anon'
  return [
    ...Object.entries(selfService).map(([verb, body]): Case => ({
      name: `${verb}: nobody signed in, even where it is granted`, identity: 'visitor', given: everythingGranted, verb, body, outcome: 'PT401 signed_out',
    })),
    {
      name: 'answer_introduction: one still in its undo window is not there', identity: 'ownerA', verb: 'answer_introduction',
      body: { introduction: heldIntroduction, company: companies.A, said: 'yes' }, outcome: NOT_THERE,
    },
    {
      name: 'record_answer: not in the name of a firm of one’s own that takes no part', identity: 'ownerA',
      given: `insert into public.company_members (company_id, user_id) values ('${companies.suggested}', '${users.ownerA.id}')`,
      verb: 'answer_introduction', body: { introduction, company: companies.suggested, said: 'yes' }, outcome: NOT_THERE,
    },
    {
      name: 'publish_company: not into a forum that is not there', identity: 'ownerA', given: `update public.companies set state = 'unpublished' where id = '${companies.A}'`,
      verb: 'publish_company', body: { company: companies.A, forum: unknown, direct: false, consents: [] }, outcome: NOT_THERE,
    },
    {
      name: 'report_outcome: what customs verified is not a firm’s to say', identity: 'ownerA', verb: 'report_outcome',
      body: { introduction: connectedIntroduction, company: companies.A, of_kind: 'met', value: null, happened: '2026-01-02', level: 'customs_verified' }, outcome: 'PT403 organizer_only',
    },
    {
      name: 'set_corridor: who may not is not told what is wrong with it', identity: 'otherOrganizer', verb: 'set_corridor',
      body: { forum, corridor: 'uzbekistan', new_status: 'nonsense', as_of: '2026-01-01', source: 'A test' }, outcome: NOT_THERE,
    },
    {
      name: 'set_corridor: one that is not there', identity: 'organizer', verb: 'set_corridor',
      body: { forum, corridor: 'nowhere', new_status: 'open', as_of: '2026-01-01', source: 'A test' }, outcome: NOT_THERE,
    },
    { name: 'accept_invitation: a link that was never sent', identity: 'ownerB', verb: 'accept_invitation', body: { hash: 'nonsense' }, outcome: NOT_THERE },
    {
      name: 'accept_invitation: a link that was sent to somebody else', identity: 'removedOrganizer',
      given: `insert into private.mail_tokens (token_hash, purpose, action, company_id, email, expires_at) values ('forwarded', 'join', 'join', '${companies.B}', 'invited@example.test', now() + interval '1 day')`,
      verb: 'accept_invitation', body: { hash: 'forwarded' }, outcome: 'PT403 other_address',
    },
    { name: 'send_resume_link: the server has no address', identity: 'server', verb: 'send_resume_link', body: { company: companies.A }, outcome: NOT_THERE },
    { name: 'keep_apart: a firm and itself', identity: 'organizer', verb: 'keep_apart', body: { forum, one: companies.B, other: companies.B }, outcome: NOT_THERE },
    { name: 'keep_apart: a firm of another forum', identity: 'organizer', verb: 'keep_apart', body: { forum, one: companies.B, other: companies.elsewhere }, outcome: NOT_THERE },
    {
      name: 'require_lead: an organizer who leads nobody', identity: 'organizer', given: `update public.organizers set role = 'organizer' where user_id = '${users.organizer.id}'`,
      verb: 'withdraw_organizer_invitation', body: { forum, address: 'invited@example.test' }, outcome: 'PT403 lead_only',
    },
    { name: 'set_organizer_role: of nobody in the team', identity: 'organizer', verb: 'set_organizer_role', body: { forum, member: unknown, of_role: 'lead' }, outcome: NOT_THERE },
    { name: 'remove_organizer: nobody in the team', identity: 'organizer', verb: 'remove_organizer', body: { forum, member: unknown }, outcome: NOT_THERE },
    { name: 'withdraw_organizer_invitation: of nobody invited', identity: 'organizer', verb: 'withdraw_organizer_invitation', body: { forum, address: 'nobody@example.test' }, outcome: NOT_THERE },
    { name: 'save_memorandum: a new one of another forum', identity: 'otherOrganizer', verb: 'save_memorandum', body: { forum, fields: memorandum }, outcome: NOT_THERE },
    {
      name: 'save_memorandum: with an introduction of another forum', identity: 'organizer', verb: 'save_memorandum',
      body: { forum, fields: { ...memorandum, introductions: [foreign.introduction] } }, outcome: NOT_THERE,
    },
    { name: 'lock_company: the server too is told what is not there', identity: 'server', verb: 'save_company', body: { company: unknown, patch: {} }, outcome: NOT_THERE },
    { name: 'answer_by_token: a link that was never sent', identity: 'server', verb: 'answer_by_token', body: { hash: 'nonsense' }, outcome: NOT_THERE },
    { name: 'unsubscribe_by_token: a link that was never sent', identity: 'server', verb: 'unsubscribe_by_token', body: { hash: 'nonsense' }, outcome: NOT_THERE },
    { name: 'pass_on_introduction: a link that was never sent', identity: 'server', verb: 'pass_on_introduction', body: { hash: 'nonsense', address: 'b@example.test' }, outcome: NOT_THERE },
    { name: 'pass_on_introduction: to a stranger', identity: 'server', verb: 'pass_on_introduction', body: { hash: 'canary-A-token', address: 'b@elsewhere.test' }, outcome: 'PT403 not_of_firm' },
    {
      name: 'send_introduction_now: not in production', identity: 'server', given: `update private.stand set name = 'production', clock_offset = '0'`,
      verb: 'send_introduction_now', body: { introduction: heldIntroduction }, outcome: 'PT403 demonstration_only',
    },
  ]
}
