import type { I18n } from '@lingui/core'
import type { Logger } from 'pino'

import { countries } from '~/core/companies/country'
import { neededFields } from '~/core/import/fields'
import type { Locale } from '~/core/locale'
import type { Lexicon } from '~/core/taxonomy/lexicon'
import { DatabaseRefusal } from '~/platform/refusal'
import { checkImport, runBatches } from './check-import.server'
import { isRunning, startImportJob } from './import-jobs.server'
import { readMapping } from './import-views.server'
import { fieldName } from './import-words'
import type { ImportDesk } from './import.store.server'

type Actor = {
  i18n: I18n
  locale: Locale
  now: Date
  imports: ImportDesk
  /** The same store for work that goes on when the page is answered. */
  lasting: ImportDesk
  lexicon: () => Lexicon
  log: Pick<Logger, 'error'>
  /** Mail was written: send it. */
  nudge: () => void
}
type Refused = { status: number; sentence: string }

/** What the buttons of an import's page do. The long ones begin and go on by themselves. Null when begun, else why not. */
export async function actOnImport(actor: Actor, id: string, form: FormData): Promise<Refused | null> {
  const { i18n, imports, lasting, log } = actor
  if (isRunning(id)) return null
  const facts = await imports.one(id)
  const check = () => startImportJob(id, log, () => checkImport({ store: lasting, lexicon: actor.lexicon(), year: actor.now.getUTCFullYear() }, id))
  const apply = () => startImportJob(id, log, () => runBatches(() => lasting.apply(id), 'applied'))
  const undo = () => startImportJob(id, log, () => runBatches(() => lasting.undo(id), 'undone'))
  switch (form.get('intent')) {
    case 'check': {
      const { mapping, meanings, twice } = readMapping(form, facts.headings)
      if (twice) return { status: 422, sentence: i18n._('Two columns mean the same. Choose one of them.') }
      const missing = neededFields.filter(field => mapping[field] === undefined && !(field === 'name' && mapping.nameLatin !== undefined))
      if (missing.length) return { status: 422, sentence: i18n._('Say which column holds: {fields}.', { fields: missing.map(field => fieldName(i18n, field)).join(', ') }) }
      return begun(i18n, () => imports.check(id, mapping, countries.find(one => one === form.get('country')) ?? null, meanings), check)
    }
    case 'apply':
      // The first batch is this request's: what is refused is told at once.
      return begun(i18n, () => imports.apply(id), apply)
    case 'undo':
      return begun(i18n, () => imports.undo(id), undo)
    case 'invite':
      return begun(i18n, () => imports.invite(id), () => startImportJob(id, log, () => runBatches(() => lasting.invite(id), 'invited').then(actor.nudge)))
    case 'resume':
      if (facts.state === 'checking') return begun(i18n, () => imports.check(id, facts.mapping, facts.country, {}), check)
      if (facts.state === 'applying') apply()
      if (facts.state === 'undoing') undo()
      return null
    default:
      return { status: 400, sentence: i18n._('Nothing was asked for.') }
  }
}

async function begun(i18n: I18n, first: () => Promise<{ state?: string } | void>, goOn: () => void): Promise<Refused | null> {
  try {
    const stands = await first()
    if (!stands || !['applied', 'undone', 'invited'].includes(stands.state ?? '')) goOn()
    return null
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.status === 404) throw error
    if (error.reason === 'too_late_to_undo') return { status: 409, sentence: i18n._('A day has passed since: it is too late to undo this import.') }
    return { status: error.status, sentence: i18n._('The import has moved on meanwhile. Open the page again.') }
  }
}
