import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

/** What came back from a form: the value, or the sentences to show and everything that was typed, so that nothing is lost. */
export type FormReading<Value> =
  | { ok: true; value: Value }
  | { ok: false; errors: Record<string, string>; typed: Record<string, string | string[]> }

/** What was typed, field by field; several values of one name stay a list. Secrets are not typed back. */
export function typedIn(form: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (name === 'code') continue
    const values = form.getAll(name).filter((value): value is string => typeof value === 'string')
    typed[name] = values.length > 1 ? values : (values[0] ?? '')
  }
  return typed
}

/** Reads a form with its schema (whose messages are already in the reader's language). The first trouble of a field is the one shown. */
export function readForm<Schema extends z.ZodType>(form: FormData, schema: Schema): FormReading<z.output<Schema>> {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { ok: true, value: submission.value as z.output<Schema> }
  const errors = Object.fromEntries(Object.entries(submission.error ?? {}).flatMap(([name, messages]) => (messages?.[0] ? [[name, messages[0]] as const] : [])))
  return { ok: false, errors, typed: typedIn(form) }
}
