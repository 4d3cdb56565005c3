import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const enough = () => {
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 1024 ** 3
}
const place = existsSync(memory) && enough() ? memory : tmpdir()

/** An empty directory for a test's database, in memory where there is room: its thousand files are copied and removed ten times as fast. */
export const scratchDirectory = (name: string): string => mkdtempSync(join(place, `dastarkhan-${name}-`))
