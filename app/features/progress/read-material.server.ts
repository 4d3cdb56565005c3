import { settingsDesk } from '~/features/desk/settings.store.server'
import type { Db } from '~/platform/supabase.server'
import { memorandaStore } from './memoranda.store.server'
import type { ProgressMaterial } from './progress-view.server'
import { readGoods, readProgress } from './progress.store.server'

/** Reads what the figures of a forum are made from. `nameOf` tells a concept's name in the reader's language. */
export async function readMaterial(db: Db, forum: string, nameOf: (code: string) => string | null): Promise<ProgressMaterial> {
  const [facts, figures, goods, memoranda] = await Promise.all([readProgress(db, forum), settingsDesk(db).figures(forum), readGoods(db, forum), memorandaStore(db).list(forum)])
  return { facts, figures: figures.filter(figure => figure.inUse), goods, memoranda, nameOf }
}
