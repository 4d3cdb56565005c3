import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'

/**
 * Resolves when a program, from now on, writes words that match; throws, with its last ones, when it ends before.
 * Its output keeps flowing afterwards: a full pipe would stop it.
 */
export function said(program: ChildProcess, output: Readable, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const listen = (chunk: Buffer) => {
      heard = (heard + chunk.toString()).slice(-8_000)
      if (words.test(heard)) stopListening(resolve)
    }
    const ended = (code: number | null) => stopListening(() => reject(new Error(`The program ended with ${code} before it said ${words}:\n${heard}`)))
    const stopListening = (then: () => void) => {
      output.off('data', listen).resume()
      program.off('exit', ended)
      then()
    }
    output.on('data', listen)
    program.once('exit', ended)
  })
}
