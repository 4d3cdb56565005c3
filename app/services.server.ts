import type { CookieMethodsServer } from '@supabase/ssr'
import type { Logger } from 'pino'

import type { Locale } from '~/core/locale'
import { headingOf } from '~/core/taxonomy/codes'
import type { ScoredPair } from '~/core/matching/types'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { accountsStore, type AccountsStore } from '~/features/accounts/accounts.store.server'
import { companiesStore, type CompaniesStore } from '~/features/companies/companies.store.server'
import { scoreExample } from '~/features/public/example-pair'
import { readOpenTable, type OpenTable } from '~/features/public/open-table.server'
import { publicStore } from '~/features/public/public.store.server'
import { deskRooms, type DeskRooms } from '~/features/desk/rooms.server'
import { answerLinksStore, type AnswerLinksStore } from '~/features/introductions/answer-links.store.server'
import { invitationLinksStore, type InvitationLinksStore } from '~/features/introductions/invitation-links.store.server'
import { mailboxStore, type MailboxStore } from '~/features/introductions/mailbox.store.server'
import { homeStore, type HomeStore } from '~/features/companies/home.store.server'
import { firmIntroductionsStore, type FirmIntroductionsStore } from '~/features/introductions/firm-introductions.store.server'
import { mailStore, type MailStore } from '~/features/introductions/mail.store.server'
import { makeBell, type Bell } from '~/platform/bell'
import { readEdges, readLexicon } from '~/platform/dictionary.server'
import type { Env } from '~/platform/env.server'
import { makeMailLimit, type MailLimit } from '~/platform/mail-limit.server'
import { rememberFor } from '~/platform/remember'
import { adminClient, callerClient, lastingClient, type Db } from '~/platform/supabase.server'

/** What lives as long as the process: settings, log, the server's own clients. */
export interface Foundation {
  env: Env
  log: Logger
  now: () => Date
  /** Past all policies; each use says why. */
  admin: (reason: string) => Db
  /** Rings when mail was written: the worker of this process does not sleep on. */
  bell: Bell
  /** Sign-in mails, counted by address. */
  mayMail: MailLimit
  /** The term dictionary, read at its first use and held from then on. */
  lexicon: () => Lexicon
  /** The landing page's example, scored at its first use. */
  examplePair: () => ScoredPair
  /** What lies open on the table, as read within the last seconds. */
  openTable: (read: () => Promise<OpenTable>) => Promise<OpenTable>
  /** A concept's name in a language: its own, its heading's, else null. */
  conceptLabel: (locale: Locale) => (code: string) => string | null
}

/** What one HTTP request may use. Features add their use cases here; this is the one place that wires stores, mailer and clock. */
export interface Services {
  env: Env
  now: () => Date
  db: Db
  admin: Foundation['admin']
  /** Mail was written: send it now. */
  nudge: () => void
  mail: MailStore
  answerLinks: AnswerLinksStore
  invitations: InvitationLinksStore
  mailbox: MailboxStore
  conceptLabel: Foundation['conceptLabel']
  lexicon: Foundation['lexicon']
  examplePair: Foundation['examplePair']
  accounts: AccountsStore
  companies: CompaniesStore
  /** What every public page is made from. */
  openTable: () => Promise<OpenTable>
  /** The organizer's desk, room by room. */
  desk: DeskRooms
  /** The desk's rooms for work that goes on when the page is answered. */
  lastingDesk: () => Promise<DeskRooms>
  home: HomeStore
  introductions: FirmIntroductionsStore
}

export function makeFoundation(env: Env, log: Logger): Foundation {
  const clients = new Map<string, Db>()
  let read: Lexicon | undefined
  let example: ScoredPair | undefined
  const lexicon = () => (read ??= readLexicon())
  return {
    env,
    log,
    now: () => new Date(),
    admin: reason => {
      const made = clients.get(reason) ?? adminClient(env, reason)
      clients.set(reason, made)
      return made
    },
    bell: makeBell(),
    // The addresses of a demonstration are invented, and its visitors sign in again and again.
    mayMail: makeMailLimit(env.stand === 'none' ? 3 : 60),
    openTable: rememberFor(15, () => new Date()),
    lexicon,
    examplePair: () => (example ??= scoreExample(lexicon(), readEdges())),
    conceptLabel: locale => code => {
      const { byCode } = lexicon().dictionary
      const labels = (byCode.get(code) ?? byCode.get(headingOf(code)))?.labels
      return labels?.[locale] || labels?.en || null
    },
  }
}

export function makeServices(foundation: Foundation, cookies: CookieMethodsServer): Services {
  const { env, now, admin, bell, lexicon, examplePair, conceptLabel } = foundation
  const db = callerClient(env, cookies)
  return {
    env, now, admin, lexicon, examplePair, conceptLabel, db,
    nudge: bell.ring,
    mail: mailStore(admin('mail is written for people who are not signed in')),
    mailbox: mailboxStore(admin('the mailbox of a stand without a provider')),
    answerLinks: answerLinksStore(admin('a link of a mail is its own right')),
    invitations: invitationLinksStore(admin('what a claim or an invitation leads to is shown to whoever holds its link'), db),
    accounts: accountsStore(db, env.appOrigin, foundation.mayMail),
    companies: companiesStore(db),
    openTable: () => foundation.openTable(() => readOpenTable(publicStore(db), readEdges())),
    desk: deskRooms(db),
    lastingDesk: async () => deskRooms(await lastingClient(env, db)),
    home: homeStore(db),
    introductions: firmIntroductionsStore(db),
  }
}
