import type { Identity, Maker, World } from './world'

/** A function of the API: whom it lets in when it is called so, about firm A and what is A's. Everybody else is refused and changes nothing. */
export interface Verb {
  may: readonly Identity[]
  body: (world: World<Maker>) => Record<string, unknown>
  /** Arguments that are not an object's own id: another value there is no other object. */
  loose?: readonly string[]
}

const firm = ['ownerA', 'memberA'] as const
const desk = ['organizer'] as const
const signedIn = ['ownerA', 'memberA', 'ownerB', 'organizer', 'otherOrganizer', 'removedOrganizer'] as const
const everybody = ['visitor', ...signedIn] as const
const parties = [...firm, 'ownerB', 'organizer'] as const

/** Every function that anybody but the server may call: a coverage test fails on one that is not here. */
export const verbs: Record<string, Verb> = {
  // What a person does for himself.
  begin_company: { may: signedIn, body: () => ({ country: 'PK', locale: 'en', email: 'a@example.test' }) },
  ask_to_join: { may: signedIn, body: () => ({ kind: 'ntn', number: 'canary-A-registration', of_country: 'PK' }) },
  my_mail_preferences: { may: signedIn, body: () => ({}) },
  'set_mail_preference (own)': { may: signedIn, body: () => ({ of_category: 'digests', wanted: false }) },
  my_data: { may: signedIn, body: () => ({}) },
  desk_session_stands: { may: signedIn, body: () => ({}) },
  open_desk: { may: signedIn, body: () => ({}) },
  my_companies: { may: signedIn, body: () => ({}) },
  my_desk_invitations: { may: signedIn, body: () => ({}) },
  // Only whom an invitation names; none of these is.
  accept_desk_invitation: { may: [], body: ({ forum }) => ({ forum }) },
  leave: { may: ['ownerA', 'memberA', 'ownerB', 'removedOrganizer'], body: () => ({}) },
  forum_counts: { may: everybody, body: ({ forum }) => ({ forum }), loose: ['forum'] },

  // A link that nobody knows lets nobody in; those that somebody knows are tried in tests/integration/mail/claims.test.ts.
  accept_invitation: { may: [], body: () => ({ hash: 'a hash of no link' }) },

  // What a firm does.
  save_company: { may: firm, body: ({ companies }) => ({ company: companies.A, patch: { city: 'Kasur' } }) },
  save_contact: { may: firm, body: ({ companies }) => ({ company: companies.A, patch: { role_title: 'Director' } }) },
  save_listings: { may: firm, body: ({ companies }) => ({ company: companies.A, side: 'seeks', items: [{ text: 'wool' }] }) },
  publish_company: { may: firm, body: ({ companies, forum }) => ({ company: companies.A, forum, direct: false, consents: [] }), loose: ['forum'] },
  unpublish_company: { may: ['ownerA'], body: ({ companies }) => ({ company: companies.A }) },
  decide_join_request: { may: ['ownerA'], body: ({ companies, asker }) => ({ company: companies.A, asker, accept: true }) },
  invite_member: { may: ['ownerA'], body: ({ companies }) => ({ company: companies.A, address: 'colleague@example.test' }) },
  withdraw_invitation: { may: ['ownerA'], body: ({ companies }) => ({ company: companies.A, address: 'colleague@example.test' }) },
  send_resume_link: { may: firm, body: ({ companies }) => ({ company: companies.A }) },
  latest_review: { may: firm, body: ({ companies }) => ({ company: companies.A }) },
  company_introductions: { may: firm, body: ({ companies }) => ({ company: companies.A }) },
  company_team: { may: firm, body: ({ companies }) => ({ company: companies.A }) },
  company_home: { may: firm, body: ({ companies }) => ({ company: companies.A }) },
  done_on_behalf: { may: firm, body: ({ companies }) => ({ company: companies.A }) },
  mail_preferences: { may: firm, body: ({ companies }) => ({ company: companies.A }) },
  'set_mail_preference (firm)': { may: firm, body: ({ companies }) => ({ company: companies.A, of_category: 'digests', wanted: false }) },
  answer_introduction: { may: firm, body: ({ companies, introduction }) => ({ introduction, company: companies.A, said: 'yes' }) },
  report_outcome: { may: firm, body: ({ companies, connectedIntroduction }) => ({ introduction: connectedIntroduction, company: companies.A, of_kind: 'met', value: null, happened: '2026-01-02', level: 'claimed' }) },
  'report_outcome (desk)': { may: desk, body: ({ connectedIntroduction }) => ({ introduction: connectedIntroduction, company: null, of_kind: 'met', value: null, happened: '2026-01-02', level: 'claimed' }) },
  introduction_parties: { may: parties, body: ({ introduction }) => ({ introduction }) },

  // What an organizer does.
  review_company: { may: desk, body: ({ companies, forum }) => ({ company: companies.A, forum, decision: 'return', reasons: ['thin'] }) },
  write_company_note: { may: desk, body: ({ companies, forum }) => ({ company: companies.A, forum, body: 'A note' }) },
  invite_to_claim: { may: desk, body: ({ companies }) => ({ company: companies.A }) },
  look_at_match: { may: desk, body: ({ match }) => ({ match }) },
  approve_match: { may: desk, body: ({ suggestedMatch }) => ({ match: suggestedMatch }) },
  reject_match: { may: desk, body: ({ suggestedMatch }) => ({ match: suggestedMatch, reason: 'known' }) },
  snooze_match: { may: desk, body: ({ suggestedMatch }) => ({ match: suggestedMatch, until: '2099-01-01' }) },
  undo_decision: { may: desk, body: ({ suggestedMatch }) => ({ match: suggestedMatch }) },
  decide_batch: { may: desk, body: ({ forum, suggestedMatch }) => ({ forum, decision: 'reject', pairs: [suggestedMatch], reason: 'known' }), loose: ['pairs'] },
  read_batch: { may: desk, body: ({ batch }) => ({ batch }) },
  undo_batch: { may: desk, body: ({ batch }) => ({ batch }) },
  count_queue: { may: desk, body: ({ forum }) => ({ forum, wanted: {} }) },
  desk_queue: { may: desk, body: ({ forum }) => ({ forum, wanted: {} }) },
  desk_pair: { may: desk, body: ({ match }) => ({ match }) },
  desk_frame: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_counts: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_companies: { may: desk, body: ({ forum }) => ({ forum, wanted: {} }) },
  desk_company: { may: desk, body: ({ forum, companies }) => ({ forum, company: companies.A }) },
  desk_introduction: { may: desk, body: ({ introduction }) => ({ introduction }) },
  desk_introductions: { may: desk, body: ({ forum }) => ({ forum }) },
  attend_match: { may: desk, body: ({ match }) => ({ match }) },
  save_filter: { may: desk, body: ({ forum }) => ({ forum, called: 'Leather', address_query: '?sector=leather' }) },
  drop_filter: { may: desk, body: ({ filter }) => ({ filter }) },
  save_weights: { may: desk, body: ({ forum }) => ({ forum, shares: { product: 64, volume: 6, route: 6, languages: 6, certificates: 5, size: 3, profile: 10 }, based_on: 1 }) },
  sample_pairs: { may: desk, body: ({ forum }) => ({ forum }) },
  add_forum_figure: { may: desk, body: ({ forum }) => ({ forum, of_kind: 'target', value: 1e9, falls: null, by_whom: 'Both governments', said: '2026-02-04' }) },
  use_forum_figure: { may: desk, body: ({ figure }) => ({ figure }) },
  drop_forum_figure: { may: desk, body: ({ figure }) => ({ figure }) },
  desk_exposure: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_rounds: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_round_material: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_round: { may: desk, body: ({ round }) => ({ round }) },
  propose_round: { may: desk, body: ({ forum }) => ({ forum, pairs: [], rules: {}, outcome: { short: [] } }) },
  apply_round: { may: desk, body: ({ round }) => ({ round }) },
  drop_round: { may: desk, body: ({ round }) => ({ round }) },
  desk_duplicates: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_two_firms: { may: desk, body: ({ forum, companies }) => ({ forum, one: companies.B, other: companies.suggested }) },
  keep_apart: { may: desk, body: ({ forum, companies }) => ({ forum, one: companies.B, other: companies.suggested }) },
  merge_companies: { may: desk, body: ({ forum, companies }) => ({ forum, gone: companies.suggested, kept: companies.connected }) },
  enter_company: {
    may: desk,
    body: ({ forum }) => ({ forum, firm: { country: 'PK', name_native: 'Entered', name_latin: 'Entered', name_locale: 'en', name_key: 'entered', registration_kind: 'ntn', registration_number: '7654321', region: 'punjab', brings: [{ text: 'wool' }] } }),
  },
  edit_on_behalf: { may: desk, body: ({ forum, companies }) => ({ forum, company: companies.A, firm: { country: 'PK', registration_kind: 'ntn', registration_number: '7654321', city: 'Kasur' }, expected_version: null }) },
  export_firms: { may: desk, body: ({ forum }) => ({ forum }) },
  export_matches: { may: desk, body: ({ forum }) => ({ forum }) },
  export_introductions: { may: desk, body: ({ forum }) => ({ forum }) },
  export_outcomes: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_imports: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_import: { may: desk, body: ({ imports }) => ({ import: imports.applied }) },
  desk_import_rows: { may: desk, body: ({ imports }) => ({ import: imports.applied, of_kind: 'cells' }) },
  firm_traces: { may: desk, body: ({ forum }) => ({ forum }) },
  begin_import: { may: desk, body: ({ forum }) => ({ forum, file_name: 'firms.csv', file_hash: 'x', headings: ['Name', 'BIN'] }) },
  add_import_rows: { may: desk, body: ({ imports }) => ({ import: imports.uploaded, items: [{ row: 3, cells: ['x'] }] }) },
  check_import: { may: desk, body: ({ imports }) => ({ import: imports.uploaded, mapping: { name: 0 }, of_country: null, meanings: { name: 'name' } }) },
  judge_import_rows: { may: desk, body: ({ imports }) => ({ import: imports.checking, judged: [{ row: 2, wrong: [], firm: null, twin: null }] }) },
  finish_import_check: { may: desk, body: ({ imports }) => ({ import: imports.checking }) },
  apply_import: { may: desk, body: ({ imports }) => ({ import: imports.checked }) },
  undo_import: { may: desk, body: ({ imports }) => ({ import: imports.applied }) },
  invite_imported: { may: desk, body: ({ imports }) => ({ import: imports.applied }) },
  desk_progress: { may: desk, body: ({ forum }) => ({ forum }) },
  desk_record: { may: desk, body: ({ forum }) => ({ forum, kinds: ['match'] }) },
  hold_introduction: { may: desk, body: ({ heldIntroduction }) => ({ introduction: heldIntroduction, hold: true }) },
  write_introduction_notes: { may: desk, body: ({ heldIntroduction }) => ({ introduction: heldIntroduction, note_pk: 'Hello', note_kz: '' }) },
  withdraw_introduction: { may: desk, body: ({ introduction }) => ({ introduction }) },
  save_forum_settings: { may: desk, body: ({ forum }) => ({ forum, patch: { floor: 2 } }) },
  corridor_effect: { may: desk, body: ({ forum }) => ({ forum, corridor: 'uzbekistan' }) },
  set_corridor: { may: desk, body: ({ forum }) => ({ forum, corridor: 'uzbekistan', new_status: 'closed', as_of: '2026-01-01', source: 'A test' }) },
  desk_goods: { may: desk, body: ({ forum }) => ({ forum, headings: ['4102'] }) },
  desk_memoranda: { may: desk, body: ({ forum }) => ({ forum }) },
  save_memorandum: {
    may: desk,
    body: ({ forum, memorandum }) => ({
      forum, memorandum, expected_version: 1, fields: { title: 'A memorandum', area: 'customs', pkParty: 'A', kzParty: 'B', signedOn: '2026-01-01', source: 'A test' },
    }),
  },
  close_memorandum: { may: desk, body: ({ memorandum }) => ({ memorandum, closing: 'fulfilled' }) },
  desk_team: { may: desk, body: ({ forum }) => ({ forum }) },
  invite_organizer: { may: desk, body: ({ forum }) => ({ forum, address: 'new@example.test', of_name: 'New', of_country: 'KZ', of_role: 'organizer' }) },
  withdraw_organizer_invitation: { may: desk, body: ({ forum }) => ({ forum, address: 'invited@example.test' }) },
  set_organizer_role: { may: desk, body: ({ forum, colleague }) => ({ forum, member: colleague, of_role: 'organizer' }) },
  remove_organizer: { may: desk, body: ({ forum, colleague }) => ({ forum, member: colleague }) },
  mail_counts: { may: desk, body: ({ forum }) => ({ forum }) },
  mail_log: { may: desk, body: ({ forum }) => ({ forum }) },
  mail_message: { may: desk, body: ({ mail }) => ({ mail }) },
  dismiss_mail_alarm: { may: desk, body: ({ mail }) => ({ mail }) },
  cancel_mail: { may: desk, body: ({ mail }) => ({ mail }) },
  retry_mail: { may: desk, body: ({ mail }) => ({ mail }) },
  retry_failed_mail: { may: desk, body: ({ forum }) => ({ forum }) },
  decide_unknown_mail: { may: desk, body: ({ unknownMail }) => ({ mail: unknownMail, decision: 'resend' }) },
}

/** The function's name in SQL: one that is called in two ways has two rows. */
export const functionOf = (verb: string) => verb.split(' ')[0]!
