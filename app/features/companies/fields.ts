import type { I18n } from '@lingui/core'
import { z } from 'zod'

/** A line of text that must be there. `needed` is the sentence when it is not. */
export const line = (i18n: I18n, needed: string, max = 200) =>
  z.string({ error: needed }).trim().min(1, needed).max(max, tooLong(i18n, max))

/** A line of text that may be left out: then null. */
export const optionalLine = (i18n: I18n, max = 200) =>
  z.string().trim().max(max, tooLong(i18n, max)).nullish().transform(text => text || null)

/** One of a list of codes; anything else is the sentence `needed`. */
export const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes, needed: string) => z.enum(codes, { error: needed })

/** Some of a list of codes; what is not in the list was never offered and is left out. */
export const someOf = (codes: readonly string[]) => z.array(z.string()).default([]).transform(chosen => codes.filter(code => chosen.includes(code)))

/** The version of the profile the page was made from; a stale page is refused by it. */
export const version = z.coerce.number().int().optional()

function tooLong(i18n: I18n, max: number): string {
  return i18n._('This is too long: at most {max} characters.', { max })
}
