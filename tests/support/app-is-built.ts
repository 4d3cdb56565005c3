import { fileURLToPath } from 'node:url'

import { build } from '../../app/commands/prepare.mjs'

/** Before the first test that serves pages: the app is built from the sources as they stand. */
export default () => build(fileURLToPath(new URL('../..', import.meta.url)))
