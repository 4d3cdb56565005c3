import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Matcher } from './matcher'

/** What may be asked of a matcher in another process. */
export type Verb = 'learn' | 'read' | 'index' | 'rank' | 'offer' | 'explain'
export interface Call {
  verb: Verb
  args: unknown[]
}

/** Somebody who does a share of the matching. */
export interface Worker {
  call<V extends Verb>(verb: V, ...args: Parameters<Matcher[V]>): Promise<ReturnType<Matcher[V]>>
  end(): void
}

/** The matcher of this very process, for a small file. */
export function workHere(matcher: Matcher): Worker {
  return {
    call: async (verb, ...args) => {
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
    call: (verb, ...args) => new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      child.send({ verb, args } satisfies Call)
    }),
    end: () => child.disconnect(),
  }
}

/** Tasks each worker has in hand, so that it never waits for the next. */
const IN_HAND = 2

/** Shares tasks out among the workers and yields the answers in the order of the tasks. */
export async function* inOrder<Task, Answer>(workers: readonly Worker[], tasks: readonly Task[], ask: (worker: Worker, task: Task) => Promise<Answer>): AsyncGenerator<Answer> {
  const answers: Promise<Answer>[] = []
  const next = () => {
    const place = answers.length
    if (place < tasks.length) answers.push(ask(workers[place % workers.length]!, tasks[place]!))
  }
  for (let i = 0; i < IN_HAND * workers.length; i++) next()
  for (let place = 0; place < tasks.length; place++) {
    yield await answers[place]!
    next()
  }
}

/** Ranges of at most `size` that make up 0 … count. */
export function rangesOf(count: number, size: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({ from: i * size, to: Math.min(count, (i + 1) * size) }))
}
