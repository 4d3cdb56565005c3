import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'

import { childVariables, type Env, env, EnvError, readEnv, standSettings } from '~/platform/env.server'
import { runningStand } from '../../supabase/local/address'
import { DirectoryInUse } from '../../supabase/local/lock'
import { MigrationError } from '../../supabase/local/migrations'

/** A reason not to go on; the message is a sentence for a person. */
export class CommandRefusal extends Error {
  override name = 'CommandRefusal'
}

/** Runs a command; what a person did wrong is told in a sentence, with exit status 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof EnvError) error.sentences.forEach(sentence => console.error(sentence))
    else if (error instanceof CommandRefusal || error instanceof DirectoryInUse || error instanceof MigrationError) console.error(error.message)
    else console.error(error)
    process.exitCode = 1
  }
}

/** The data directory of this project's stand. */
export const dataDirectory = (): string => resolve(standSettings().directory)

/** The settings a command works with: those from outside, else those of the stand that runs on this machine. */
export async function commandSettings(): Promise<Env> {
  if (standSettings().supabaseUrl) return env()
  const stand = await runningStand(dataDirectory())
  if (!stand) throw new CommandRefusal('Set SUPABASE_URL and its keys, or start the stand of this machine first (npm start).')
  const { url, secrets } = stand
  return readEnv(
    childVariables({
      NODE_ENV: 'development',
      SUPABASE_URL: url,
      SUPABASE_ANON_KEY: secrets.anonKey,
      SUPABASE_SERVICE_ROLE_KEY: secrets.serviceRoleKey,
      SEND_EMAIL_HOOK_SECRET: secrets.sendEmailHookSecret,
      SESSION_SECRET: secrets.sessionSecret,
      CRON_SECRET: secrets.cronSecret,
      RESEND_WEBHOOK_SECRET: secrets.resendWebhookSecret,
    }),
  )
}

/** Asks a question to be answered with yes. Throws CommandRefusal when nobody is there to answer. */
export async function agrees(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CommandRefusal('Nobody is there to be asked: say --yes.')
  const prompt = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await prompt.question(`${question} (yes/no) `)
  prompt.close()
  return /^y(es)?$/i.test(answer.trim())
}
