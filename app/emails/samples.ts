import type { Locale } from '~/core/locale'
import type { FirmLine, ListingLine } from './firms'
import type { IntroductionProps } from './introduction'
import type { Notice } from './render'

/** Made-up facts for every notice: what previews and tests show. Words in reasons and steps stand for what the desk writes in the reader's language. */

const chenab: FirmLine = { country: 'PK', name: 'چناب لیدر ورکس', nameLocale: 'ur', latinName: 'Chenab Leather Works', place: 'Sialkot, Punjab', city: 'Sialkot', facts: '1998 · 50–249' }
const ontustik: FirmLine = { country: 'KZ', name: 'Оңтүстік Тері ЖШС', nameLocale: 'kk', latinName: 'Ontustik Teri LLP', place: 'Shymkent', city: 'Shymkent', facts: '1998 · 50–249' }

const raw: Record<Locale, string> = { en: 'Raw sheepskins', ru: 'Сырые овечьи шкуры', kk: 'Шикі қой терілері', ur: 'بھیڑ کی کچی کھالیں' }
const tanned: Record<Locale, string> = { en: 'Tanned sheepskins', ru: 'Дублёные овечьи шкуры', kk: 'Иленген қой терілері', ur: 'رنگی ہوئی بھیڑ کی کھالیں' }

const line = (label: string, words: string | null, wordsLocale: Locale | null, volume: string): ListingLine => ({ label, words, wordsLocale, volume })

function introductionSample(locale: Locale, origin: string): IntroductionProps {
  const page = `${origin}/a/sampleSampleSample1234`
  return {
    reader: locale === 'ur' || locale === 'en' ? chenab : ontustik,
    other: locale === 'ur' || locale === 'en' ? ontustik : chenab,
    about: 'Collects skins in three regions of the south; salted, graded, 1,200 t a year.',
    why: [`They bring what you seek: ${raw[locale]}.`, `You bring the raw material of what they make: ${raw[locale]} → ${tanned[locale]}.`, 'You can work in one language: English.', 'Both use the same route or terms: via Turkmenistan, Karachi, DAP.'],
    chiefly: raw[locale],
    theyBring: { brought: [line(raw[locale], 'соленые бараньи шкуры', 'ru', '60 t')], sought: [line(raw[locale], 'کچی کھالیں', 'ur', '40 t')], soughtIsMade: false },
    youBring: { brought: [line(tanned[locale], 'چمڑا رنگنے کی ٹیکنالوجی', 'ur', '10 t')], sought: [line(tanned[locale], 'партнёр по выделке', 'ru', '12 t')], soughtIsMade: false },
    alsoBrings: null,
    alsoSeeks: null,
    practical: { documents: 'Veterinary certificate', corridor: 'via Turkmenistan: Open (4 February 2026)', languages: 'English' },
    firstStep: [`${raw[locale]}, 20 t.`, 'DAP, Karachi.', 'via Turkmenistan (Open).'],
    note: 'Ask for the salting method before you speak of prices.',
    contact: null,
    answerBy: '2026-12-06T00:00:00.000Z',
    links: { yes: `${page}?answer=yes`, notNow: `${page}?answer=not_now`, no: `${page}?answer=no`, page },
    passedOn: false,
    reminder: false,
  }
}

/** One of each notice, as a reader of a language gets it. */
export function sampleNotices(locale: Locale, origin: string): { name: string; notice: Notice }[] {
  const introduction = introductionSample(locale, origin)
  const { other, why, firstStep, chiefly } = introduction
  const contact = { name: 'Aigul Seitkyzy', role: 'Director', email: 'aigul@example.test', phone: '+7 700 123 45 67' }
  const [homeUrl, firm] = [`${origin}/home`, introduction.reader.name]
  const samples: Notice[] = [
    { notice: 'sign_in_code', props: { code: '493021', url: `${origin}/sign-in/link?token_hash=sample&type=magiclink`, minutes: 10 } },
    { notice: 'resume_registration', props: { firm, url: `${origin}/register`, deskEmail: null } },
    { notice: 'claim_profile', props: { firm, url: `${origin}/claim/sampleSampleSample1234` } },
    { notice: 'team_invitation', props: { firm, inviter: 'bilal@example.test', url: `${origin}/join/sampleSampleSample1234` } },
    { notice: 'join_request', props: { firm, asker: 'colleague@example.test', url: homeUrl } },
    { notice: 'profile_validated', props: { firm, reasons: [], message: 'A model of a profile.', url: homeUrl } },
    { notice: 'profile_returned', props: { firm, reasons: ['Add volumes: how much, and how often.'], message: null, url: `${origin}/register` } },
    { notice: 'introduction', props: introduction },
    { notice: 'passed_introduction', props: { ...introduction, passedOn: true } },
    { notice: 'introduction_reminder', props: { ...introduction, reminder: true } },
    { notice: 'introduction_connected', props: { other, contact, chiefly, why, firstStep, languages: 'English', homeUrl } },
    { notice: 'introduction_declined', props: { other, homeUrl } },
    { notice: 'introduction_withdrawn', props: { other, wasOpen: false, deskEmail: 'desk@example.test', homeUrl } },
    { notice: 'outcome_check_in', props: { other, after: '30_days', reportUrl: homeUrl } },
    { notice: 'firm_digest', props: { firm, unanswered: 2, connected: 1, lapsed: 0, completeness: 85, corridors: [['via Uzbekistan', 'Closed (20 November 2026)']], homeUrl } },
    { notice: 'desk_digest', props: { waiting: 412, toValidate: 9, unanswered: 37, connected: 6, alarms: 3, deskUrl: `${origin}/desk` } },
  ]
  return [
    ...samples.map(notice => ({ name: notice.notice, notice })),
    { name: 'team_invitation_desk', notice: { notice: 'team_invitation', props: { firm: 'Pakistan–Kazakhstan Business Forum 2026', desk: true, inviter: 'Ayesha Siddiqui', url: `${origin}/sign-in` } } },
    { name: 'introduction_direct', notice: { notice: 'introduction', props: { ...introduction, contact } } },
    { name: 'outcome_check_in_6_months', notice: { notice: 'outcome_check_in', props: { other, after: '6_months', reportUrl: homeUrl } } },
  ]
}
