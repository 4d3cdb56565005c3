/**
 * Keys of company names: one spelling for one firm, whichever of the three scripts it was written in, and whatever legal form stands before or
 * behind. Keys are compared by trigrams in the database, and word by word where few are left (`likest-names.ts`).
 */

/** Russian and Kazakh letters in Latin ones, each sound in one way. */
export const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
  ә: 'a', ғ: 'g', қ: 'k', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h', і: 'i',
}
const ARABIC: Readonly<Record<string, string>> = {
  ا: 'a', آ: 'a', أ: 'a', إ: 'a', ب: 'b', پ: 'p', ت: 't', ٹ: 't', ث: 's', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ڈ: 'd', ذ: 'z', ر: 'r', ڑ: 'r', ز: 'z',
  ژ: 'zh', س: 's', ش: 'sh', ص: 's', ض: 'z', ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ک: 'k', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ں: 'n',
  و: 'w', ؤ: 'w', ہ: 'h', ه: 'h', ھ: 'h', ۃ: 'h', ة: 'h', ء: '', ئ: 'y', ی: 'y', ي: 'y', ى: 'y', ے: 'e',
}

/** Legal forms and what goes with them, transliterated, in both countries' three scripts. They tell firms of one name apart only to lawyers. */
const LEGAL_FORMS = new Set(
  (
    'messrs too zhshs zhsh ao aq ak oao zao pao ooo ip kh pk tdo llp llc ltd limited lmtd pvt private plc inc corp corporation co company kompaniya kompaniyasy sons brothers bros smc ' +
    'gmbh jsc ojsc cjsc firma firm the and i zhane und tovarishchestvo tovarishestvo ogranichennoi otvetstvennostyu s aktsionernoe obshchestvo obshestvo zhauapkershiligi shekteuli seriktestigi ' +
    'aktsionerlik kogamy kogam individualnyi predprinimatel zheke kasipker lymytd lmytd paywyt prayywyt prayywt praywyt prayyt kmpny kampany ayd aynd w'
  ).split(' '),
)

/** A name in Latin letters and small ones: words divided by single spaces, punctuation, quotes and marks gone. */
export function transliterateName(name: string): string {
  let out = ''
  for (const letter of name.normalize('NFKC').toLowerCase().slice(0, 300).replace(/\bm\/s\b/g, 'messrs')) {
    const latin = CYRILLIC[letter] ?? ARABIC[letter]
    if (latin !== undefined) out += latin
    else if (/[a-z0-9]/.test(letter)) out += letter
    else if (/\p{M}|[.'’‘`ʼ\u200b-\u200f\u00ad]/u.test(letter)) continue
    else if (/\p{Script=Latin}/u.test(letter)) out += LATIN[letter] ?? letter.normalize('NFD').replace(/[^a-z]/g, '')
    else if (letter === '&') out += ' and '
    else out += ' '
  }
  return out.replace(/\s+/g, ' ').trim()
}

const LATIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', ı: 'i', ł: 'l', đ: 'd', ə: 'a' }

/**
 * The key of a company name: transliterated, without legal forms; `«ТОО Қазақ Тері»`, `Kazakh Teri LLP` and `Qazaq Teri` come near each other.
 * A name that is all legal form keeps its words.
 */
export function nameKey(name: string): string {
  const words = transliterateName(name).split(' ').filter(Boolean)
  const own = words.filter(word => !LEGAL_FORMS.has(word))
  return (own.length ? own : words).join(' ')
}

/** What search compares: the keys of both spellings, so that a word in either script finds the firm. */
export const searchKey = (native: string, latin?: string | null): string => nameKey(`${native} ${latin ?? ''}`)

/**
 * What is left of a key when the letters that scripts disagree on are taken together and vowels after the first letter are dropped
 * (Arabic script writes few): equal for the same name in three scripts, and for few others.
 */
export function nameSkeleton(name: string): string {
  return nameKey(name)
    .split(' ')
    .map(word => {
      const w = word
        .replace(/zh|dzh/g, 'j').replace(/kh|gh/g, 'h').replace(/ts|tz/g, 's').replace(/sch|shch/g, 'sh').replace(/ph/g, 'f').replace(/ck/g, 'k')
        .replace(/q|c(?!h)/g, 'k').replace(/x/g, 'ks').replace(/z/g, 's').replace(/w/g, 'v')
      const bare = w.slice(0, 1).replace(/[aeiouy]/, 'a') + w.slice(1).replace(/[aeiouyhv]/g, '')
      return bare.replace(/(.)\1+/g, '$1')
    })
    .join(' ')
}
