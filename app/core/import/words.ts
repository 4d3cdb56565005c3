import { employeeBands, type Country } from '~/core/companies/country'
import { isKind, type Kind } from '~/core/companies/kinds'
import { latinDigits } from '~/core/digits'
import { isLocale, type Locale } from '~/core/locale'

/** Codes by the words a spreadsheet says them in. Every reader answers null where it does not know the word. */
const COUNTRIES: Readonly<Record<string, Country>> = Object.fromEntries([
  ...'pk|pak|pakistan|islamic republic of pakistan|пакистан|پاکستان|пк'.split('|').map(word => [word, 'PK' as const]),
  ...'kz|kaz|kazakhstan|republic of kazakhstan|rep of kazakhstan|qazaqstan|казахстан|рк|республика казахстан|қазақстан|қазақстан республикасы|قازقستان|قزاقستان|кз'.split('|').map(word => [word, 'KZ' as const]),
])
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en', английский: 'en', ағылшын: 'en', انگریزی: 'en', eng: 'en', англ: 'en', russian: 'ru', русский: 'ru', орыс: 'ru', روسی: 'ru', rus: 'ru', рус: 'ru',
  kazakh: 'kk', qazaq: 'kk', казахский: 'kk', қазақ: 'kk', قازق: 'kk', kz: 'kk', kaz: 'kk', каз: 'kk', urdu: 'ur', урду: 'ur', اردو: 'ur', chinese: 'zh', китайский: 'zh', turkish: 'tr', турецкий: 'tr',
  persian: 'fa', farsi: 'fa', персидский: 'fa', uzbek: 'uz', узбекский: 'uz', punjabi: 'pa', панджаби: 'pa', پنجابی: 'pa', pashto: 'ps', пушту: 'ps', پشتو: 'ps',
}
export const workingLanguageCodes = ['en', 'ru', 'kk', 'ur', 'zh', 'tr', 'fa', 'uz', 'pa', 'ps'] as const
export const certificateCodes = [
  'iso9001', 'iso14001', 'iso22000', 'gmp', 'halal', 'veterinary', 'phytosanitary', 'ct1', 'lwg', 'oeko_tex', 'eac', 'psqca', 'drug_registration', 'virtual_asset_licence', 'export_licence',
] as const
const CORRIDORS: Readonly<Record<string, string>> = { turkmenistan: 'turkmenistan', туркменистан: 'turkmenistan', uzbekistan: 'uzbekistan', узбекистан: 'uzbekistan', өзбекстан: 'uzbekistan', caspian: 'caspian', iran: 'caspian', каспий: 'caspian', china: 'china', karakoram: 'china', китай: 'china', air: 'air', авиа: 'air' }
const PORTS: Readonly<Record<string, string>> = { karachi: 'karachi', карачи: 'karachi', کراچی: 'karachi', 'port qasim': 'port_qasim', qasim: 'port_qasim', 'порт касим': 'port_qasim', касим: 'port_qasim', gwadar: 'gwadar', гвадар: 'gwadar', گوادر: 'gwadar' }

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()

export const readCountry = (written: string): Country | null => COUNTRIES[bare(written)] ?? null

/** The language a firm gets its mail in. */
export function readLocale(written: string): Locale | null {
  const word = bare(written)
  const code = LANGUAGES[word] ?? word
  return isLocale(code) ? code : null
}

export function readWorkingLanguage(written: string): string | null {
  const word = bare(written).replace(/ (язык|тілі|زبان|language)$/u, '')
  const code = LANGUAGES[word] ?? word
  return workingLanguageCodes.find(known => known === code) ?? null
}

export const readCorridor = (written: string): string | null => CORRIDORS[bare(written).replace(/^(via|by|через) (the )?/u, '')] ?? null
export const readPort = (written: string): string | null => PORTS[bare(written)] ?? null
export const readKind = (written: string): Kind | null => (isKind(bare(written)) ? (bare(written) as Kind) : null)

export function readCertificate(written: string): string | null {
  const word = bare(written).replace(/[\s_]/g, '').replace(/^(исо|iso)(\d{4,5})(19|20)\d\d$/, 'iso$2').replace(/^исо/, 'iso').replace(/^халал$|^халяль$|^حلال$/, 'halal')
  return certificateCodes.find(code => code.replaceAll('_', '') === word) ?? null
}

/** A band of employees from a band (`50-249`, `250+`), a number (`~120`, `1,200`) or a range (`20-60`: its middle). */
export function readEmployees(written: string): string | null {
  const text = latinDigits(written).replace(/[–—‒]/g, '-').replace(/(?<=\d)[\s,.](?=\d{3}(?!\d))/g, '')
  const band = employeeBands.find(one => one === text.replace(/\s/g, ''))
  if (band) return band
  const [from, to] = text.match(/\d{1,7}/g)?.map(Number) ?? []
  if (from === undefined) return null
  const people = to === undefined ? from : Math.round((from + to) / 2)
  return people < 1 ? null : people < 10 ? '1-9' : people < 50 ? '10-49' : people < 250 ? '50-249' : '250+'
}
