import type { Db } from '~/platform/supabase.server'
import { mailLogStore, type MailLogStore } from '~/features/introductions/mail-log.store.server'
import { companiesDesk, type CompaniesDesk } from './companies.store.server'
import { duplicatesDesk, type DuplicatesDesk } from './duplicates/duplicates.store.server'
import { exportDesk, type ExportDesk } from './export/export.store.server'
import { importDesk, type ImportDesk } from './import/import.store.server'
import { deskStore, type DeskStore } from './desk.store.server'
import { introductionsDesk, type IntroductionsDesk } from './introductions.store.server'
import { onBehalfDesk, type OnBehalfDesk } from './on-behalf/on-behalf.store.server'
import { roundsDesk, type RoundsDesk } from './rounds.store.server'
import { settingsDesk, type SettingsDesk } from './settings.store.server'
import { teamDesk, type TeamDesk } from './team.store.server'

/** The organizer's desk, room by room. */
export interface DeskRooms {
  queue: DeskStore
  companies: CompaniesDesk
  introductions: IntroductionsDesk
  duplicates: DuplicatesDesk
  exports: ExportDesk
  imports: ImportDesk
  onBehalf: OnBehalfDesk
  rounds: RoundsDesk
  settings: SettingsDesk
  team: TeamDesk
  mail: MailLogStore
}

/** All of it over the caller's own client: the database looks up what the caller may. */
export const deskRooms = (db: Db): DeskRooms => ({
  queue: deskStore(db), companies: companiesDesk(db), introductions: introductionsDesk(db), duplicates: duplicatesDesk(db), exports: exportDesk(db), imports: importDesk(db),
  onBehalf: onBehalfDesk(db), rounds: roundsDesk(db), settings: settingsDesk(db), team: teamDesk(db), mail: mailLogStore(db),
})
