import { cleanLine, cleanText } from '~/core/introductions/clean-text'
import type { MailMaterial } from './material'

/** Written by people on several lines. */
const LONG = new Set(['note', 'about'])
/** Addresses are checked where they are used: a joiner in them would make them others. */
const AS_IT_IS = new Set(['email', 'desk_email'])

function cleaned(value: unknown, name: string): unknown {
  if (typeof value === 'string') return AS_IT_IS.has(name) ? value : LONG.has(name) ? cleanText(value) : cleanLine(value, 500)
  if (Array.isArray(value)) return value.map(item => cleaned(item, name))
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item, key)]))
  return value
}

/**
 * Everything a mail or an answer page is written from, unable to shape it: codes too, since what is no known code is shown as it stands.
 */
export const cleanMaterial = <Material extends MailMaterial>(material: Material): Material => cleaned(material, '') as Material
