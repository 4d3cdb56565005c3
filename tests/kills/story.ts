import { EventEmitter } from 'node:events'

import { vi } from 'vitest'

import { binCheckDigit } from '~/core/companies/registration-number'
import { PlainBrowser, type FetchedPage } from '../support/browser-without-script'
import type { RunningStand } from './stand'

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

/** Says `form` whenever some person's form has just been sent and is not yet answered. */
export const sending = new EventEmitter().setMaxListeners(0)

/** Does what a patient person does: tries the same again until the page answers. */
const insist = <T>(work: () => Promise<T>): Promise<T> => vi.waitFor(work, { timeout: 180_000, interval: 400 })

/** What the house says to that page, in a line. */
const words = ({ url, status, html }: FetchedPage) => `${url} answered ${status}: ${html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 400)}`

/** One person at a browser without scripts. */
export class Person {
  readonly #browser: PlainBrowser
  constructor(private readonly stand: Pick<RunningStand, 'origin' | 'admin'>) {
    this.#browser = new PlainBrowser(stand.origin)
  }

  open(path: string): Promise<FetchedPage> {
    return insist(async () => {
      const page = await this.#browser.open(path)
      if (page.status >= 400) throw new Error(words(page))
      return page
    })
  }

  /** Sends the form that holds `marker` until an answer comes that is not a failure of the house. */
  #answerTo(page: FetchedPage, answers: Record<string, string | string[]>, marker?: string): Promise<FetchedPage> {
    const html = marker ? (page.html.match(/<form[\s\S]*?<\/form>/g) ?? []).filter(form => form.includes(marker)).join('') : page.html
    return insist(async () => {
      const coming = this.#browser.submit({ ...page, html }, answers)
      sending.emit('form')
      const answer = await coming
      if (answer.status >= 500) throw new Error(words(answer))
      return answer
    })
  }

  /** The same; what the page refuses in words is thrown. That it was done already (409) is what a person hopes for who sends again. */
  async send(page: FetchedPage, answers: Record<string, string | string[]>, marker?: string): Promise<FetchedPage> {
    const answer = await this.#answerTo(page, answers, marker)
    if (answer.status >= 400 && answer.status !== 409) throw new Error(words(answer))
    return answer
  }

  /** The mails of a kind to an address, newest first; waits until there are more than `seen`. */
  async mails(email: string, notice: string, seen = 0): Promise<string[]> {
    return insist(async () => {
      const { data } = await this.stand.admin.rpc('mailbox_list', { of_email: email, max_rows: 50 })
      const found = (data as { notice: string; payload: { html: string } | null }[] | null)?.filter(mail => mail.notice === notice && mail.payload) ?? []
      if (found.length <= seen) throw new Error(`No mail ${notice} to ${email}`)
      return found.map(mail => mail.payload!.html)
    })
  }

  /** Signs in from the page that asks for the address. When the answer to a code is lost and the code is spent, a new one is asked for. */
  async signIn(page: FetchedPage, email: string): Promise<FetchedPage> {
    for (let seen = 0; ; ) {
      const asking = await this.open(page.url)
      // The way in was given, and the page behind it got lost.
      if (!asking.html.includes('name="email"')) return asking
      const asked = await this.send(asking, { email })
      const mails = await this.mails(email, 'sign_in_code', seen)
      seen = mails.length
      const code = /\b(\d{6})\b/.exec(mails[0]!.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' '))?.[1] ?? ''
      const answer = await this.#answerTo(asked, { code })
      if (answer.status < 400) return answer
      if (answer.status !== 422) throw new Error(words(answer))
    }
  }
}

async function register(person: Person, firm: StoryFirm): Promise<void> {
  const at = (path: string) => `/${firm.locale}${path}`
  const beginnings = { country: firm.country, language: firm.locale }
  let signedIn = await person.signIn(await person.send(await person.open(at('/register')), beginnings), firm.email)
  // The way in was given, and what was to follow got lost: it is asked again.
  if (signedIn.html.includes('name="country"')) signedIn = await person.send(signedIn, beginnings)
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
  const pair = await insist(async () => {
    const queue = await organizer.open(`/desk/queue?search=${encodeURIComponent(kz.latin)}`)
    const lines = queue.html.match(/<a\b[^>]*href="\/desk\/queue\/[0-9a-f-]{36}[^"]*"[\s\S]*?<\/a>/g) ?? []
    // The search is a forgiving one: it finds those of like names as well.
    const found = lines.find(line => [kz, pk].every(({ native, latin }) => line.includes(native) || line.includes(latin)))?.match(/\/desk\/queue\/[0-9a-f-]{36}/)?.[0]
    if (!found) throw new Error(`There is no pair of ${kz.latin}`)
    return found
  })
  for (let page = await organizer.open(pair); page.html.includes('value="validate"'); page = await organizer.open(pair)) await organizer.send(page, { intent: 'validate' }, 'value="validate"')
  const page = await organizer.open(pair)
  if (!page.html.includes('id="decide"')) throw new Error(`There is nothing to decide: ${words({ ...page, html: page.html.slice(page.html.indexOf('<main')) })}`)
  await organizer.send(page, { intent: 'approve' }, 'id="decide"')
}

async function sayYes(person: Person, firm: StoryFirm): Promise<void> {
  const [mail = ''] = await person.mails(firm.email, 'introduction')
  const link = /href="([^"]*\/a\/[^"]*answer=yes[^"]*)"/.exec(mail)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const { pathname, search } = new URL(link)
  await person.send(await person.open(pathname + search), { answer: 'yes' })
}

/** An organizer of the demonstration at the desk: signed in once, since sign-in mails are counted. */
export async function organizerOf(stand: RunningStand): Promise<Person> {
  const organizer = new Person(stand)
  await organizer.signIn(await organizer.open('/sign-in?to=%2Fdesk'), 'ayesha@demo.dastarkhan.example')
  return organizer
}

/** The introduction of a firm leaves at once, past its undo window. */
async function sendAtOnce({ admin }: RunningStand, firm: StoryFirm): Promise<void> {
  await insist(async () => {
    const { data } = await admin.from('introductions').select('id, companies!introductions_kz_company_fkey!inner(name_latin)').eq('companies.name_latin', firm.latin).single().throwOnError()
    await admin.rpc('send_introduction_now', { introduction: data.id }).throwOnError()
  })
}

/** Tells the whole story of one pair, from registration to both answers. */
export async function tell(stand: RunningStand, organizer: Person, nth: number): Promise<void> {
  const person = () => new Person(stand)
  const [kz, pk] = firmsOf(nth)
  await register(person(), kz)
  await register(person(), pk)
  await approve(organizer, kz, pk)
  await sendAtOnce(stand, kz)
  await sayYes(person(), kz)
  await sayYes(person(), pk)
  for (const firm of [kz, pk]) await person().mails(firm.email, 'introduction_connected')
}
