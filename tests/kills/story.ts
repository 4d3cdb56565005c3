import type { SupabaseClient } from '@supabase/supabase-js'

import { binCheckDigit } from '~/core/companies/registration-number'
import { PlainBrowser, type FetchedPage } from '../support/browser-without-script'

/** A firm of the story, as its manager types it in. */
export interface StoryFirm {
  country: 'PK' | 'KZ'
  locale: 'ru' | 'ur'
  email: string
  native: string
  latin: string
  number: string
  region: string
  brings: string
  seeks: string
}

function bin(nth: number): string {
  for (let tail = nth * 20; ; tail += 1) {
    const eleven = `1105400${String(tail).padStart(4, '0')}`
    const digit = binCheckDigit(eleven)
    if (digit !== null) return `${eleven}${digit}`
  }
}

/** The two firms of one telling: a collector of raw skins and a tannery. */
export const firmsOf = (nth: number): [kz: StoryFirm, pk: StoryFirm] => [
  { country: 'KZ', locale: 'ru', email: `collector-${nth}@kills.example`, native: `ТОО «Сборщик ${nth}»`, latin: `Sborshchik ${nth} LLP`, number: bin(nth), region: 'shymkent', brings: 'соленые бараньи шкуры', seeks: 'кожа овчина выделанная' },
  { country: 'PK', locale: 'ur', email: `tannery-${nth}@kills.example`, native: `قصور چمڑا ${nth}`, latin: `Kasur Chamra ${nth}`, number: String(7_100_000 + nth), region: 'punjab', brings: 'بھیڑ کا تیار چمڑا', seeks: 'بھیڑ کی کچی کھالیں' },
]

const wait = (milliseconds: number) => new Promise<void>(resolve => void setTimeout(resolve, milliseconds))
const PATIENCE_MS = 180_000

/** Does what a patient person does: tries the same again until the page answers. What the page refuses in words is thrown. */
export async function insist<T>(what: string, work: () => Promise<T | null>): Promise<T> {
  let last: unknown
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(400)) {
    const done = await work().catch((error: unknown) => ((last = error), null))
    if (done !== null) return done
  }
  throw new Error(`${what} was never done`, { cause: last })
}

/** One person at a browser without scripts. */
export class Person {
  readonly #browser: PlainBrowser
  constructor(readonly origin: string, private readonly admin: SupabaseClient) {
    this.#browser = new PlainBrowser(origin)
  }

  open(path: string): Promise<FetchedPage> {
    return insist(path, () => this.#browser.open(path).then(page => (page.status < 400 ? page : null)))
  }

  /** Sends the form that holds `marker` until an answer comes that is not a failure of the house. */
  async send(page: FetchedPage, answers: Record<string, string | string[]>, marker?: string): Promise<FetchedPage> {
    const html = marker ? (page.html.match(/<form[\s\S]*?<\/form>/g) ?? []).filter(form => form.includes(marker)).join('') : page.html
    const came = await insist(`a form of ${page.url}`, () => this.#browser.submit({ ...page, html }, answers).then(answer => (answer.status < 500 ? answer : null)))
    if (came.status >= 400 && came.status !== 409) throw new Error(`${page.url} answered ${came.status}: ${came.html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 400)}`)
    return came
  }

  /** The newest mail of a kind to an address. */
  mail(email: string, notice: string): Promise<string> {
    return insist(`mail ${notice} to ${email}`, async () => {
      const { data } = await this.admin.rpc('mailbox_list', { of_email: email, max_rows: 50 })
      const found = (data as { notice: string; payload: { html: string; text: string } | null }[] | null)?.find(entry => entry.notice === notice)
      return found?.payload ? found.payload.html : null
    })
  }

  async signIn(page: FetchedPage, email: string): Promise<FetchedPage> {
    const asked = await this.send(page, { email })
    const code = /\b(\d{6})\b/.exec((await this.mail(email, 'sign_in_code')).replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' '))?.[1] ?? ''
    return this.send(asked, { code })
  }
}

async function register(person: Person, firm: StoryFirm): Promise<void> {
  const at = (path: string) => `/${firm.locale}${path}`
  const signedIn = await person.signIn(await person.send(await person.open(at('/register')), { country: firm.country, language: firm.locale }), firm.email)
  if (!signedIn.url.includes('/register')) throw new Error(`${firm.latin} came to ${signedIn.url}`)
  await person.send(await person.open(at('/register/company')), { nameNative: firm.native, nameLatin: firm.latin, registrationNumber: firm.number, region: firm.region })
  await person.send(await person.open(at('/register/person')), { name: 'A. Manager', roleTitle: 'Director', phone: '+92 300 555 0199' })
  for (const side of ['brings', 'seeks'] as const)
    await person.send(await person.open(at(`/register/${side}/add`)), { text: firm[side], amount: '40', unit: 't', period: 'month' })
  await person.send(await person.open(at('/register/understood')), {})
  await person.send(await person.open(at('/register/route')), { workingLanguages: ['en'], corridors: ['uzbekistan'] })
  const done = await person.send(await person.open(at('/register/check')), { matching: 'yes', privacy: 'yes', direct_contact: 'yes' })
  if (!done.url.includes('/register/done')) throw new Error(`${firm.latin} was not published: ${done.url}`)
}

/** Approves the pair of the two firms, having validated both. */
async function approve(organizer: Person, kz: StoryFirm, pk: StoryFirm): Promise<void> {
  const pair = await insist(`the pair of ${kz.latin}`, async () => {
    const queue = await organizer.open(`/desk/queue?search=${encodeURIComponent(kz.latin)}`)
    const lines = queue.html.match(/<a\b[^>]*href="\/desk\/queue\/[0-9a-f-]{36}[^"]*"[\s\S]*?<\/a>/g) ?? []
    return lines.find(line => line.includes(pk.native) || line.includes(pk.latin))?.match(/\/desk\/queue\/[0-9a-f-]{36}/)?.[0] ?? null
  })
  for (let page = await organizer.open(pair); page.html.includes('value="validate"'); page = await organizer.open(pair)) await organizer.send(page, { intent: 'validate' }, 'value="validate"')
  const page = await organizer.open(pair)
  await organizer.send(page, { intent: 'approve' }, 'value="approve"')
}

async function sayYes(person: Person, firm: StoryFirm): Promise<void> {
  const link = /href="([^"]*\/a\/[^"]*answer=yes[^"]*)"/.exec(await person.mail(firm.email, 'introduction'))?.[1]?.replaceAll('&amp;', '&') ?? ''
  const { pathname, search } = new URL(link)
  await person.send(await person.open(pathname + search), { answer: 'yes' })
}

/** An organizer of the demonstration at the desk: signed in once, since sign-in mails are counted. */
export async function organizerOf(origin: string, admin: SupabaseClient): Promise<Person> {
  const organizer = new Person(origin, admin)
  await organizer.signIn(await organizer.open('/sign-in?to=%2Fdesk'), 'ayesha@demo.dastarkhan.example')
  return organizer
}

/** Tells the whole story of one pair, from registration to both answers. */
export async function tell(origin: string, admin: SupabaseClient, organizer: Person, nth: number): Promise<void> {
  const person = () => new Person(origin, admin)
  const [kz, pk] = firmsOf(nth)
  await register(person(), kz)
  await register(person(), pk)
  await approve(organizer, kz, pk)
  const { data } = await insist('the introduction', async () => {
    const found = await admin.from('introductions').select('id, companies!introductions_kz_company_fkey!inner(name_latin)').eq('companies.name_latin', kz.latin).maybeSingle()
    return found.data ? found : null
  })
  await insist('the mail at once', async () => ((await admin.rpc('send_introduction_now', { introduction: data!.id })).error?.message.match(/fetch/) ? null : true))
  await sayYes(person(), kz)
  await sayYes(person(), pk)
  for (const firm of [kz, pk]) await person().mail(firm.email, 'introduction_connected')
}
