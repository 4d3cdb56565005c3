/** What a column of an organizer's spreadsheet can mean. The order is that of the template and of the mapping form. */
export const importFields = [
  'name', 'nameLatin', 'country', 'registration', 'registrationKind', 'region', 'city', 'brings', 'seeks', 'bringsKinds', 'seeksKinds', 'contact', 'role', 'email', 'phone',
  'language', 'languages', 'corridors', 'ports', 'incoterms', 'certificates', 'employees', 'founded', 'website', 'about',
] as const
export type ImportField = (typeof importFields)[number]

/** Without these no row can go in. A country may also be said once for the whole file, a region be told by its town. */
export const neededFields: readonly ImportField[] = ['name', 'registration']

/** Column by column (from 0): what it means. Columns left out are not read. */
export type Mapping = Partial<Record<ImportField, number>>

// Headings as organizers write them, in four languages; compared in small letters, without marks. The first that fits wins.
const SYNONYMS: Readonly<Record<ImportField, string>> = {
  nameLatin: 'name latin|latin name|name in latin letters|name en|name english|english name|company name en|company name english|name in english|наименование на английском|название на английском|название латиницей|наименование англ|название англ|атауы латын|ағылшынша атауы|انگریزی نام',
  name: 'name|company|company name|firm|firm name|organisation|organization|name of company|name of the company|name native|native name|business name|participant|name of participant|exhibitor|название|наименование|компания|организация|предприятие|название компании|наименование компании|наименование организации|атауы|компания атауы|ұйым|кәсіпорын|کمپنی|کمپنی کا نام|نام|ادارہ',
  country: 'country|страна|ел|мемлекет|ملک',
  registrationKind: 'registration kind|kind of number|registration type|вид номера|тип номера|нөмір түрі|نمبر کی قسم',
  registration: 'registration number|registration|registration no|reg no|reg number|bin|ntn|ntn no|ntn number|bin ntn|ntn bin|secp|secp no|tax number|tax id|бин|бин иин|иин бин|рег номер|регистрационный номер|бсн|тіркеу нөмірі|رجسٹریشن نمبر|این ٹی این|ٹیکس نمبر',
  region: 'region|province|oblast|state|область|регион|облыс|өңір|аймақ|صوبہ|علاقہ',
  city: 'city|town|location|город|населенный пункт|қала|شہر',
  brings: 'brings|offers|offer|we offer|what we offer|offering|we sell|we supply|we export|supply|supplies|products|product|products offered|main products|products services|goods|exports|exportable products|what it brings|sells|предлагает|предложение|продукция|товары|экспорт|что предлагает|ұсынады|ұсыныс|өнім|өнімдер|тауарлар|پیشکش|مصنوعات|لاتا ہے|فروخت',
  seeks: 'seeks|needs|need|we need|what we need|we seek|we buy|we import|we are looking for|wants|demand|imports|looking for|requirement|requirements|interest|interests|interested in|area of interest|buys|what it seeks|ищет|спрос|потребность|потребности|интерес|интересы|интересует|закупает|импорт|что ищет|іздейді|сұраныс|қажет|تلاش|ضرورت|خریدنا|چاہتا ہے',
  bringsKinds: 'brings kinds|kinds of offers|вид предложения|ұсыныс түрі',
  seeksKinds: 'seeks kinds|kinds of needs|вид спроса|сұраныс түрі',
  contact: 'contact|contact person|contact name|person|representative|ceo|director|контакт|контактное лицо|фио|представитель|руководитель|байланыс|байланыс тұлғасы|аты жөні|رابطہ|رابطہ شخص|نمائندہ',
  role: 'role|position|title|designation|job title|должность|лауазымы|лауазым|عہدہ',
  email: 'email|e mail|mail|email address|e mail address|эл почта|электронная почта|почта|емейл|имейл|электрондық пошта|пошта|ای میل|برقی پتہ',
  phone: 'phone|telephone|tel|mobile|phone number|contact number|cell|whatsapp|cell no|contact no|mobile no|phone no|телефон|тел|моб|мобильный|телефон нөмірі|ұялы|فون|فون نمبر|موبائل',
  language: 'language|mail language|language of mail|preferred language|язык|язык писем|тіл|хат тілі|زبان|خط کی زبان',
  languages: 'languages|working languages|языки|рабочие языки|тілдер|жұмыс тілдері|زبانیں',
  corridors: 'corridors|corridor|routes|route|коридор|коридоры|маршрут|маршруты|дәліз|дәліздер|راہداری|راستہ',
  ports: 'ports|port|порт|порты|порттар|بندرگاہ',
  incoterms: 'incoterms|terms|delivery terms|условия поставки|инкотермс|жеткізу шарттары|شرائط',
  certificates: 'certificates|certificate|certification|сертификаты|сертификат|сертификаттар|اسناد|سرٹیفکیٹ',
  employees: 'employees|staff|size|number of employees|no of employees|headcount|people|сотрудники|численность|количество сотрудников|штат|қызметкерлер|қызметкерлер саны|ملازمین',
  founded: 'founded|year|founded in|year founded|established|year of foundation|year of est|year of establishment|since|год основания|основана|год|құрылған жылы|قیام|سال قیام',
  website: 'website|web|site|url|web site|homepage|сайт|веб сайт|интернет сайт|вебсайт|ویب سائٹ',
  about: 'about|description|profile|about the company|notes on company|о компании|описание|деятельность|компания туралы|сипаттама|تعارف|تفصیل',
}

/** A heading in small letters, words divided by single spaces: what the memory of a forum keeps it by. */
export function headingKey(heading: string): string {
  return heading.normalize('NFKC').toLowerCase().replace(/ё/g, 'е').replace(/\([^)]*\)/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().slice(0, 100)
}

const fieldOfKey = new Map(
  (Object.entries(SYNONYMS) as [ImportField, string][]).flatMap(([field, words]) => [field, ...words.split('|')].map(word => [headingKey(word), field] as const)),
)

/** What a heading means by its words, or, where it is written in two languages (`Products / Продукция`), by the first of them that is known. */
function fieldOfHeading(heading: string): ImportField | undefined {
  const whole = fieldOfKey.get(headingKey(heading))
  return whole ?? heading.split(/[/|,;:\n\r]| - /).map(part => fieldOfKey.get(headingKey(part))).find(Boolean)
}

/** How many different fields a row of cells names: what tells headings from the titles above them and the firms below. */
export const fieldsNamed = (cells: readonly string[]): number => new Set(cells.map(fieldOfHeading).filter(Boolean)).size

/**
 * What the columns of a file mean: as this forum said before (`remembered`, by heading key; `''` says "not read"), else by the heading's words.
 * A field is given to one column only, the first.
 */
export function guessMapping(headings: readonly string[], remembered: Readonly<Record<string, string>> = {}): Mapping {
  const mapping: Mapping = {}
  const take = (field: string | undefined, column: number) => {
    const known = importFields.find(one => one === field)
    if (known && mapping[known] === undefined) mapping[known] = column
  }
  const keys = headings.map(headingKey)
  for (const [column, key] of keys.entries()) take(remembered[key], column)
  for (const [column, key] of keys.entries()) if (key && remembered[key] === undefined && !Object.values(mapping).includes(column)) take(fieldOfHeading(headings[column] ?? ''), column)
  return mapping
}
