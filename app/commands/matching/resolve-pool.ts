import { fork, type Serializable } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { conceptCode } from '~/core/matching/concepts'
import { LINKS_KEPT } from '~/core/matching/links'
import { type Link } from '~/core/matching/types'
import { type Vocabulary } from '~/core/taxonomy/vocabulary'
import { type Answer, type Task } from './resolve-child'

const TEXTS_PER_TASK = 500

/**
 * Resolves many texts in several processes, each with a lexicon of its own (processes, not threads: a thread does not inherit tsx's loader). `report` hears how many are done.
 * Returns for each text its links, best first.
 */
export async function resolveAll(texts: readonly string[], vocabulary: Vocabulary, processes: number, report: (done: number) => void): Promise<(readonly Link[])[]> {
  const links: (readonly Link[])[] = new Array<readonly Link[]>(texts.length)
  let next = 0
  let done = 0
  const take = (): Task | undefined => {
    if (next >= texts.length) return undefined
    const task = { first: next, texts: texts.slice(next, next + TEXTS_PER_TASK) }
    next += TEXTS_PER_TASK
    return task
  }
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('./resolve-child.ts', import.meta.url)), { serialization: 'advanced' })
      child.send({ vocabulary })
      child.on('error', reject)
      child.on('exit', code => (next < texts.length || code ? reject(new Error(`a resolving process ended with status ${code}`)) : resolve()))
      child.on('message', (answer: Serializable) => {
        const message = answer as 'ready' | Answer
        if (message !== 'ready') {
          done += keep(message, links)
          report(Math.min(done, texts.length))
        }
        const task = take()
        if (task) child.send(task)
        else child.disconnect()
      })
    })
  await Promise.all(Array.from({ length: processes }, run))
  return links
}

function keep({ first, concepts, weights }: Answer, into: (readonly Link[])[]): number {
  const count = concepts.length / LINKS_KEPT
  for (let t = 0; t < count; t++) {
    const links: Link[] = []
    for (let i = t * LINKS_KEPT; i < (t + 1) * LINKS_KEPT && weights[i]! > 0; i++) links.push({ code: conceptCode(concepts[i]!), weight: weights[i]! })
    into[first + t] = links
  }
  return count
}
