/** A page as a browser without JavaScript has it: its address, status and HTML. */
export interface FetchedPage {
  url: string
  status: number
  html: string
}

const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? unescape(found[1] ?? '') : undefined
}

/** The page's form that has a given field, or the first form; the header's way out is not meant. */
function formOf({ html, url }: FetchedPage, having?: string): string {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find(markup => !markup.includes('/sign-out') && (!having || markup.includes(`name="${having}"`)))
  if (!form) throw new Error(`No form with ${having ?? 'anything'} at ${url}`)
  return form
}

/** The fields of a form, as a browser would send them untouched. */
function fieldsOf(form: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const tag of form.match(/<input\b[^>]*>/g) ?? []) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (!name || ((type === 'radio' || type === 'checkbox') && !/\schecked(=|\s|>|\/)/.test(tag))) continue
    fields.append(name, attribute(tag, 'value') ?? '')
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) fields.append(attribute(tag, 'name') ?? '', unescape(text.replace(/^\n/, '')))
  for (const [, tag = '', options = ''] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const list = options.match(/<option\b[^>]*>/g) ?? []
    fields.append(attribute(tag, 'name') ?? '', attribute(list.find(option => /\sselected(=|\s|>)/.test(option)) ?? list[0] ?? '', 'value') ?? '')
  }
  return fields
}

let addresses = 0

/** Fetches pages, keeps cookies, follows redirects, sends forms: all that a browser without JavaScript can do. */
export class PlainBrowser {
  #cookies = new Map<string, string>()
  // Each browser comes from an address of its own, so that one test's tries do not count against another's.
  readonly #address = `198.51.100.${(addresses += 1)}`
  constructor(readonly origin: string) {}

  async #ask(url: string, init: RequestInit, follows = true): Promise<FetchedPage> {
    const headers = { ...init.headers, 'X-Forwarded-For': this.#address, Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = cookie.split(';')
      const cut = pair.indexOf('=')
      if (rest.some(part => /max-age=0/i.test(part))) this.#cookies.delete(pair.slice(0, cut))
      else this.#cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
    const to = answer.headers.get('location')
    if (follows && to && answer.status >= 300 && answer.status < 400) return this.#ask(new URL(to, url).href, {})
    return { url: new URL(url).pathname + new URL(url).search, status: answer.status, html: await answer.text() }
  }

  open(path: string): Promise<FetchedPage> {
    return this.#ask(new URL(path, this.origin).href, {})
  }

  /** Sends the page's form with these answers in place of what stood there. A list answers several boxes. Goes where the answer leads, if not told otherwise. */
  submit(page: FetchedPage, answers: Record<string, string | string[]>, { follows = true } = {}): Promise<FetchedPage> {
    const form = formOf(page, Object.keys(answers)[0])
    const fields = fieldsOf(form)
    for (const [name, value] of Object.entries(answers)) {
      fields.delete(name)
      for (const one of [value].flat()) fields.append(name, one)
    }
    const action = attribute(/<form\b[^>]*>/.exec(form)?.[0] ?? '', 'action') ?? page.url
    return this.#ask(new URL(action, this.origin).href, { method: 'POST', body: fields, headers: { Origin: this.origin, 'Content-Type': 'application/x-www-form-urlencoded' } }, follows)
  }

  /** Signs in with the code that goes to the address; answers the page it leads to. */
  async signIn(email: string, codeOf: () => Promise<string>): Promise<FetchedPage> {
    const asked = await this.submit(await this.open('/sign-in'), { email })
    return this.submit(asked, { code: await codeOf() })
  }
}
