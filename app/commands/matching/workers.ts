import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Matcher } from './matcher'

/** What may be asked of a matcher in another process. */
export type Verb = 'keys' | 'gather' | 'learn' | 'read' | 'index' | 'rank' | 'offer' | 'explain'
export interface Call {
  verb: Verb
  args: unknown[]
}

/** Somebody who does a share of the matching. */
export interface Worker {
  /** Tasks it is given at a time: one more than it can do, so that it never waits for the next. */
  inHand: number
  call<V extends Verb>(verb: V, ...args: Parameters<Matcher[V]>): Promise<ReturnType<Matcher[V]>>
  end(): void
}

/** The matcher of this very process: it does its share beside the others, and all of a small file. Between tasks it lets the others' answers in. */
export function workHere(matcher: Matcher): Worker {
  return {
    inHand: 1,
    call: async (verb, ...args) => {
      await new Promise(resolve => setImmediate(resolve))
      const run = matcher[verb] as (...given: unknown[]) => ReturnType<Matcher[typeof verb]>
      return run.apply(matcher, args)
    },
    end: () => undefined,
  }
}

/** A matcher in a process of its own (not a thread: a thread does not inherit tsx's loader). Calls are answered in their order. */
export function workApart(file: string): Worker {
  const child: ChildProcess = fork(fileURLToPath(new URL('./match-child.ts', import.meta.url)), [file], { serialization: 'advanced' })
  const waiting: { resolve: (answer: never) => void; reject: (error: Error) => void }[] = []
  child.on('message', message => waiting.shift()?.resolve((message as { answer: never }).answer))
  const fail = (error: Error) => waiting.splice(0).forEach(({ reject }) => reject(error))
  child.on('error', fail)
  child.on('exit', code => fail(new Error(`a matching process ended with status ${code}`)))
  return {
    inHand: 2,
    call: (verb, ...args) => new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      child.send({ verb, args } satisfies Call)
    }),
    end: () => child.disconnect(),
  }
}

/** Shares tasks out among the workers, to whoever is free first, and yields the answers in the order of the tasks. */
export async function* inOrder<Task, Answer>(workers: readonly Worker[], tasks: readonly Task[], ask: (worker: Worker, task: Task) => Promise<Answer>): AsyncGenerator<Answer> {
  const given: ((answer: Promise<Answer>) => void)[] = []
  const answers = tasks.map((_, place) => new Promise<Answer>(resolve => (given[place] = resolve)))
  let next = 0
  const serve = async (worker: Worker) => {
    while (next < tasks.length) {
      const place = next++
      const answer = ask(worker, tasks[place]!)
      given[place]!(answer)
      await answer
    }
  }
  const serving = Promise.all(workers.flatMap(worker => Array.from({ length: worker.inHand }, () => serve(worker))))
  for (const answer of answers) yield await answer
  await serving
}

/** Ranges of at most `size` that make up 0 … count. */
export function rangesOf(count: number, size: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({ from: i * size, to: Math.min(count, (i + 1) * size) }))
}
