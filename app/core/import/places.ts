import { regions, type Country } from '~/core/companies/country'

/**
 * Regions by the names people write in a spreadsheet, and the towns that tell a region. Four languages, old names of streets and maps beside the
 * new ones. Compared in small letters without "region", "oblast", "city" and their like.
 */
const REGIONS: Readonly<Record<string, string>> = {
  punjab: 'punjab|пенджаб|пәнжаб|پنجاب|pb', sindh: 'sindh|sind|синд|سندھ|سنده', khyber_pakhtunkhwa: 'khyber pakhtunkhwa|kpk|kp|khyber|nwfp|хайбер пахтунхва|хайбер|خیبر پختونخوا|خیبر',
  balochistan: 'balochistan|baluchistan|белуджистан|бәлужыстан|بلوچستان', islamabad: 'islamabad|islamabad capital territory|ict|исламабад|اسلام آباد',
  gilgit_baltistan: 'gilgit baltistan|gilgit|гилгит балтистан|گلگت بلتستان', azad_kashmir: 'azad kashmir|azad jammu and kashmir|ajk|азад кашмир|آزاد کشمیر',
  astana: 'astana|nur sultan|астана|нур султан|آستانہ', almaty: 'almaty|alma ata|алматы|алма ата|الماتی', shymkent: 'shymkent|chimkent|шымкент|чимкент|شیمکنت',
  abai: 'abai|abay|абай|абайская', akmola: 'akmola|aqmola|акмола|ақмола|акмолинская', aktobe: 'aktobe|aqtobe|aktyubinsk|актобе|ақтөбе|актюбинская', atyrau: 'atyrau|атырау|атырауская',
  almaty_region: 'almaty region|almaty oblast|алматинская|алматинская область|алматы облысы', east_kazakhstan: 'east kazakhstan|восточно казахстанская|вко|шығыс қазақстан|шқо|восточный казахстан',
  jambyl: 'jambyl|zhambyl|жамбыл|жамбылская|jambul', jetisu: 'jetisu|zhetysu|zhetisu|жетысу|жетісу|жетысуская', karaganda: 'karaganda|karagandy|qaraghandy|караганда|карагандинская|қарағанды',
  kostanay: 'kostanay|kostanai|qostanay|костанай|костанайская|қостанай', kyzylorda: 'kyzylorda|qyzylorda|кызылорда|кызылординская|қызылорда', mangystau: 'mangystau|mangistau|мангистау|мангистауская|маңғыстау',
  north_kazakhstan: 'north kazakhstan|северо казахстанская|ско|солтүстік қазақстан|сқо|северный казахстан', pavlodar: 'pavlodar|павлодар|павлодарская',
  turkistan: 'turkistan|turkestan|туркестан|туркестанская|түркістан|южно казахстанская|юко|south kazakhstan', ulytau: 'ulytau|улытау|ұлытау', west_kazakhstan: 'west kazakhstan|западно казахстанская|зко|батыс қазақстан|бқо|западный казахстан',
}
const TOWNS: Readonly<Record<string, string>> = {
  punjab: 'lahore|faisalabad|sialkot|kasur|multan|gujranwala|gujrat|rawalpindi|sargodha|bahawalpur|sahiwal|sheikhupura|jhang|rahim yar khan|wazirabad|chiniot|okara|taxila|wah|attock|لاہور|فیصل آباد|سیالکوٹ|قصور|ملتان|گوجرانوالہ|گجرات|راولپنڈی|لاهور',
  sindh: 'karachi|hyderabad|sukkur|larkana|kotri|nooriabad|mirpur khas|thatta|کراچی|حیدرآباد|سکھر|کوٹری', khyber_pakhtunkhwa: 'peshawar|mardan|swat|abbottabad|haripur|kohat|nowshera|hattar|swabi|mingora|پشاور|مردان|ایبٹ آباد',
  balochistan: 'quetta|gwadar|hub|turbat|chaman|khuzdar|کوئٹہ|گوادر|حب', gilgit_baltistan: 'skardu|hunza|sost', azad_kashmir: 'mirpur|muzaffarabad|میرپور|مظفرآباد',
  abai: 'semey|семей|семипалатинск', akmola: 'kokshetau|кокшетау|көкшетау|stepnogorsk|степногорск', almaty_region: 'konaev|kapchagay|конаев|қонаев|капчагай|kaskelen|каскелен|talgar|талгар',
  east_kazakhstan: 'ust kamenogorsk|oskemen|усть каменогорск|өскемен|ridder|риддер', jambyl: 'taraz|тараз', jetisu: 'taldykorgan|taldykurgan|талдыкорган|талдықорған', karaganda: 'temirtau|темиртау|теміртау|balkhash|балхаш|балқаш',
  kostanay: 'rudny|rudnyy|рудный|lisakovsk|лисаковск|arkalyk|аркалык', kyzylorda: 'baikonur|байконур|байқоңыр|aral|арал', mangystau: 'aktau|aqtau|актау|ақтау|zhanaozen|жанаозен',
  north_kazakhstan: 'petropavlovsk|petropavl|петропавловск|петропавл', pavlodar: 'ekibastuz|экибастуз|екібастұз|aksu|аксу', turkistan: 'kentau|кентау|saryagash|сарыагаш|сарыағаш|lenger|ленгер|түркістан қаласы',
  ulytau: 'zhezkazgan|jezkazgan|жезказган|жезқазған|satpayev|сатпаев', west_kazakhstan: 'uralsk|oral|уральск|орал|aksai|аксай', atyrau: 'kulsary|кульсары', aktobe: 'khromtau|хромтау',
}
const PARTS = /(^|\s)(region|oblast|obl|province|city|г|город|обл|область|облысы|қаласы|қ|صوبہ|شہر)(?=\s|$)/gu

const keyOf = (text: string) => text.normalize('NFKC').toLowerCase().replace(/ё/g, 'е').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
const bareKey = (text: string) => keyOf(text).replace(PARTS, ' ').replace(/\s+/g, ' ').trim()
const table = (names: Readonly<Record<string, string>>) => new Map(Object.entries(names).flatMap(([region, words]) => [region, ...words.split('|')].map(word => [keyOf(word), region] as const)))
const byName = table(REGIONS)
const byTown = table(TOWNS)
const within = (country: Country, region: string | undefined) => (region && regions[country].includes(region) ? region : null)

/** The region of a country that a cell names, by code, name or town; null where it names none of it. */
export function readRegion(country: Country, written: string): string | null {
  return within(country, byName.get(keyOf(written)) ?? byName.get(bareKey(written)) ?? byTown.get(keyOf(written)) ?? byTown.get(bareKey(written)))
}

/** The region a town lies in, as far as towns are known here. */
export function regionOfTown(country: Country, town: string): string | null {
  return within(country, byTown.get(bareKey(town)) ?? byName.get(bareKey(town)))
}
