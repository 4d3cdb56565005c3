import type { Db } from '~/platform/supabase.server'
import { memorandaStore } from './memoranda.store.server'
import type { ProgressMaterial } from './progress-view.server'
import { readGoods, readProgress } from './progress.store.server'

/** Reads what the figures of a forum are made from. `nameOf` tells a concept's name in the reader's language. */
export async function readMaterial(db: Db, forum: string, nameOf: (code: string) => string | null): Promise<ProgressMaterial> {
  const [facts, goods, memoranda] = await Promise.all([readProgress(db, forum), readGoods(db, forum), memorandaStore(db).list(forum)])
  return { facts, goods, memoranda, nameOf }
}
