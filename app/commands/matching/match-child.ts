import { readFileSync } from 'node:fs'
import { Matcher } from './matcher'
import { readFirms } from './read-firms'
import { type Call } from './workers'

// When the parent is gone, so is the work.
process.on('disconnect', () => process.exit())

const matcher = new Matcher(() => readFirms(readFileSync(process.argv[2]!, 'utf8')))

process.on('message', ({ verb, args }: Call) => {
  const run = matcher[verb] as (...given: unknown[]) => unknown
  process.send?.({ answer: run.apply(matcher, args) })
})
