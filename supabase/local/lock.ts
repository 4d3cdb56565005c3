import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A data directory that another process works on; the message is a sentence for a person. */
export class DirectoryInUse extends Error {
  override name = 'DirectoryInUse'
}

interface Holder {
  pid: number
  /** When that process began, in the kernel's ticks, where the system tells: a process number alone comes again. */
  began: string
}

function beginning(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return began === beginning(pid)
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

const isError = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code

/**
 * Takes a data directory for this process alone; answers what gives it back. Two databases on one directory lose rows without a word, so
 * a lock whose holder lives is respected, and one whose holder was killed is taken over. Throws DirectoryInUse.
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const lock = join(directory, 'lock')
  const own = join(directory, `lock.${process.pid}`)
  const content = JSON.stringify({ pid: process.pid, began: beginning(process.pid) } satisfies Holder)
  writeFileSync(own, content)
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      try {
        linkSync(own, lock)
        // Somebody who read the dead lock before us may just be taking it away: look whether ours is still there.
        await wait(30)
        if (readFileSync(lock, 'utf8') === content) return () => rmSync(lock, { force: true })
      } catch (error) {
        if (!isError(error, 'EEXIST') && !isError(error, 'ENOENT')) throw error
      }
      const holder = readHolder(lock)
      if (holder && holder.pid !== process.pid && isAlive(holder)) {
        throw new DirectoryInUse(`The data directory ${directory} is in use by process ${holder.pid}. Stop that one first.`)
      }
      takeAway(lock, `${own}.dead`, holder)
    }
  } finally {
    rmSync(own, { force: true })
  }
  throw new DirectoryInUse(`The data directory ${directory} is in use by another process.`)
}

/** Removes a dead holder's lock, and nobody else's: what it took is put back when it turns out to be a living one's. */
function takeAway(lock: string, aside: string, dead: Holder | undefined): void {
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const taken = readHolder(aside)
  if (taken && taken.pid !== dead?.pid && isAlive(taken)) {
    try {
      linkSync(aside, lock)
    } catch {
      // A third one has it already; the one we disturbed will see that its lock is gone.
    }
  }
  rmSync(aside, { force: true })
}
