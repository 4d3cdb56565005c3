import { isHeading } from './headings'

/**
 * A concept's code: an HS 2022 heading or subheading as bare digits (`4102`, `410210`), or a service class with its scheme
 * (`isic:5210`, `cpc:96511`). Bare digits are always goods: ISIC 5210 and 6201 are HS headings too.
 */
export type Code = string

const SERVICE = /^(isic:\d{2,4}|cpc:\d{2,5})$/

/** Whether the code is a service class, by form. */
export function isServiceCode(code: string): boolean {
  return SERVICE.test(code)
}

/** Whether the code is an HS 2022 heading, or six digits (eight to ten are cut to six beforehand) under one. */
export function isGoodsCode(code: string): boolean {
  return /^\d{4}(\d{2})?$/.test(code) && isHeading(code.slice(0, 4))
}

/** Whether the code names a concept the engine can hold. */
export function isCode(code: string): boolean {
  return isServiceCode(code) || isGoodsCode(code)
}

/** The concept matching works on: the heading of goods, the whole class of a service. */
export function headingOf(code: Code): Code {
  return code.includes(':') ? code : code.slice(0, 4)
}

/** The chapter of goods (`41`), the division of a service (`isic:52`). */
export function chapterOf(code: Code): string {
  const colon = code.indexOf(':')
  return colon < 0 ? code.slice(0, 2) : code.slice(0, colon + 3)
}

/**
 * A code as people write it, read: `4102.10.0000`, `HS 4102`, `ISIC:5210`. Goods are cut to six digits.
 * Returns undefined where there is no concept of that code.
 */
export function readCode(written: string): Code | undefined {
  const text = written.trim().toLowerCase().replace(/^(hs|hscode|тн ?вэд|тнвэд)[\s:№#]*/u, '')
  if (isServiceCode(text.replace(/\s/g, ''))) return text.replace(/\s/g, '')
  const digits = text.replace(/[.\s-]/g, '')
  if (!/^\d{4,10}$/.test(digits)) return undefined
  const code = digits.length < 6 ? digits.slice(0, 4) : digits.slice(0, 6)
  return isGoodsCode(code) ? code : undefined
}
