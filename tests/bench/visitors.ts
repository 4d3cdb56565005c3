import { setInterval } from 'node:timers/promises'

import { type FetchedPage, PlainBrowser } from '../support/browser-without-script'

/** One request of the mix. Throws when the answer is not what it should be. */
export interface Ask {
  kind: 'list' | 'detail' | 'form'
  what: string
  send: () => Promise<void>
}

const idsIn = (html: string, path: string): string[] => [...new Set([...html.matchAll(new RegExp(`${path}/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`, 'g'))].map(found => found[1]!))]

/** The newest mail to an address in a demonstration stand's mailbox, once it is another than the one before. */
async function newestMail(browser: PlainBrowser, email: string, before?: string): Promise<string> {
  const until = Date.now() + 60_000
  for await (const _ of setInterval(500)) {
    const [newest] = idsIn((await browser.open(`/mailbox?to=${encodeURIComponent(email)}`)).html.split('<h2')[1] ?? '', '/mailbox')
    if (newest && newest !== before) return newest
    if (Date.now() > until) break
  }
  throw new Error(`No mail came to ${email} within a minute`)
}

/** Signs in with the code from the mailbox. */
async function signIn(origin: string, email: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser(origin)
  const [before] = idsIn((await browser.open(`/mailbox?to=${encodeURIComponent(email)}`)).html.split('<h2')[1] ?? '', '/mailbox')
  const asked = await browser.submit(await browser.open('/sign-in'), { email })
  if (!asked.url.startsWith('/sign-in/code')) throw new Error(`No code was sent to ${email}: ${asked.status} at ${asked.url}`)
  const mail = await browser.open(`/mailbox/${await newestMail(browser, email, before)}/html`)
  const code = /\b(\d{6})\b/.exec(mail.html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' '))?.[1] ?? ''
  const arrived = await browser.submit(asked, { code })
  if (arrived.url.startsWith('/sign-in')) throw new Error(`${email} was not let in`)
  return browser
}

const expectPage = ({ status, url }: FetchedPage, wanted: string) => {
  if (status !== 200 || !url.startsWith(wanted.split('?')[0]!)) throw new Error(`${wanted} answers ${status} at ${url}`)
}

/** People of the demonstration, signed in, and what they ask for: lists, details and forms that change little. */
export async function visitorsOf(origin: string): Promise<Record<Ask['kind'], Ask[]>> {
  const passerBy = new PlainBrowser(origin)
  const desk = await signIn(origin, 'ayesha@demo.dastarkhan.example')
  const firms: PlainBrowser[] = []
  for (const name of ['chenab-leather-works', 'sialkot-gloves-garments', 'ontustik-teri']) firms.push(await signIn(origin, `${name}@demo.dastarkhan.example`))

  const get = (kind: Ask['kind'], who: PlainBrowser, path: string): Ask => ({ kind, what: path, send: async () => expectPage(await who.open(path), path) })
  // Sent as the page that was opened once would send it; the answer leads to a page, which is a request of its own.
  const send = (who: PlainBrowser, page: FetchedPage, answers: Record<string, string>): Ask => ({
    kind: 'form', what: page.url,
    send: async () => {
      const { status, url, html } = await who.submit(page, answers, { follows: false })
      if (status !== 302 && status !== 303) throw new Error(`The form of ${url} answers ${status}: ${html.slice(0, 200)}`)
    },
  })

  const [queue, companies, introductions] = [await desk.open('/desk/queue'), await desk.open('/desk/companies'), await desk.open('/desk/introductions')]
  const pairs = idsIn(queue.html, '/desk/queue').slice(0, 10)
  const companyIds = idsIn(companies.html, '/desk/companies').slice(0, 10)
  if (pairs.length === 0 || companyIds.length === 0) throw new Error('The demonstration has no pairs or no firms to look at')
  const firmHomes = await Promise.all(firms.map(firm => firm.open('/home')))
  const settings = await Promise.all(firms.map(firm => firm.open('/home/settings')))
  return {
    list: [
      get('list', passerBy, '/'), get('list', passerBy, '/sectors'), get('list', passerBy, '/ur/sectors'), get('list', passerBy, '/progress'),
      get('list', desk, '/desk/queue'), get('list', desk, '/desk/queue?score=70'), get('list', desk, '/desk/companies'), get('list', desk, '/desk/introductions'), get('list', desk, '/desk/mail'),
      ...firms.map(firm => get('list', firm, '/home')),
    ],
    detail: [
      get('detail', passerBy, '/sectors/leather'),
      ...pairs.map(id => get('detail', desk, `/desk/queue/${id}`)),
      ...companyIds.map(id => get('detail', desk, `/desk/companies/${id}`)),
      ...idsIn(introductions.html, '/desk/introductions').slice(0, 5).map(id => get('detail', desk, `/desk/introductions/${id}`)),
      ...firms.flatMap((firm, i) => idsIn(firmHomes[i]!.html, '/home/introductions').slice(0, 2).map(id => get('detail', firm, `/home/introductions/${id}`))),
    ],
    form: [
      ...firms.map((firm, i) => send(firm, settings[i]!, { mail: 'introductions', intent: 'mail' })),
      send(desk, await desk.open(`/desk/companies/${companyIds[0]}`), { body: 'Called at noon', intent: 'note' }),
    ],
  }
}
