import { hostname } from 'node:os'
import { parentPort } from 'node:worker_threads'

import { parseDictionary } from '~/core/taxonomy/dictionary'
import { parseTransforms } from '~/core/taxonomy/transforms'
import { watchStore } from '~/features/desk/duplicates/duplicates.store.server'
import { watchDuplicates } from '~/features/desk/duplicates/watch.server'
import { matchingStore } from '~/features/matching/matching.store.server'
import { runEngines } from '~/features/matching/run-engines.server'
import { readTermFiles, readTransforms } from '~/platform/dictionary.server'
import { env } from '~/platform/env.server'
import { makeLog } from '~/platform/log.server'
import { adminClient } from '~/platform/supabase.server'

/** The engine's own thread: joining a hundred thousand firms must not keep a page waiting. */
const settings = env()
const log = makeLog(settings.logLevel).child({ part: 'engine' })
const knowledge = { dictionary: parseDictionary(readTermFiles()).dictionary, transforms: parseTransforms(readTransforms()).transforms.edges }
const store = matchingStore(adminClient(settings, 'the engine reads every published firm of a forum'))
const loop = runEngines(store, knowledge, `${hostname()}:${process.pid}`, log)
const watch = watchDuplicates(watchStore(adminClient(settings, 'firms are compared with each other, whoever wrote them')), log)

parentPort?.once('message', async () => {
  await Promise.all([loop.stop(), watch.stop()])
  process.exit(0)
})
