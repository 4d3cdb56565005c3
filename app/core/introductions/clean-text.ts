/**
 * What firms and organizers write goes into subjects, headers and layouts that they must not be able to shape. Everything of theirs passes here.
 */

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufff9-\ufffb]/g
// Marks and overrides that turn the order of letters about; ZWNJ and ZWJ, which Urdu needs, stay.
const BIDI = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/g
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
// "https://" and any other scheme, with a word glued before it or not. The run of colons and slashes is taken whole, so that what is left over cannot join into another.
const SCHEME = /(?:\b[a-z][a-z0-9+.-]{1,20}|https?|ftp)?[:/]{3,}/gi
const SCHEME_ALONE = /\b(?:javascript|data|mailto|vbscript):/gi
// A dot or an at sign inside a word: a name like "evil.example" would become a link in most readers.
const DOMAIN_DOT = /(?<=[\p{L}\p{N}-])([.@])(?=\p{L}{2})/gu
const WORD_JOINER = '\u2060'

/** Several lines of a person's text: tabs and line ends kept, everything that could shape a mail taken out. */
export function cleanText(text: string, most = 2_000): string {
  const visible = text.replace(LONE_SURROGATE, '').replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(BIDI, '')
  const plain = visible.replace(SCHEME, found => (found.includes('://') ? '' : found)).replace(SCHEME_ALONE, '').replace(/\n{3,}/g, '\n\n').trim()
  const short = [...plain].length > most ? `${[...plain].slice(0, most - 1).join('')}…` : plain
  return short.replace(DOMAIN_DOT, `${WORD_JOINER}$1`)
}

/** One line: a name, a listing, a city. */
export const cleanLine = (text: string, most = 160): string => cleanText(text.replace(/[\s\u0085\u2028\u2029]+/gu, ' '), most)

/** The subject of a mail: one line of fewer than 200 characters, without the joiners that only bodies need. */
export const cleanSubject = (text: string): string => cleanLine(text, 180).replaceAll(WORD_JOINER, '')

/** An address fit for a header, or null: one, bare, without quotes, lists or control characters. */
export function cleanAddress(address: string): string | null {
  const bare = address.length <= 254 && /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{1,190}\.[\p{L}]{2,}$/u.test(address)
  return bare ? address : null
}
