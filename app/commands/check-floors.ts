import { belowFloor, floors, readLock } from './floors'

// npm run check:floors: no package of the lock file is older than its least safe version. Asks no network.
const below = belowFloor(readLock())
for (const sentence of below) console.error(sentence)
console.log(below.length > 0 ? `${below.length} packages are below their floor` : `None of the ${floors.length} packages with a floor is below it`)
process.exitCode = below.length > 0 ? 1 : 0
