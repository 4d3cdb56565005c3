import { inLocale, locales, type Locale } from '~/core/locale'

/**
 * Who opens a page. A firm and an organizer sign in by the code in the stand's mailbox; a newcomer has answered every question of the registration
 * and not published yet; the one asked has typed an address and not yet the code.
 */
export type Visitor = 'visitor' | 'asked' | 'newcomer' | 'firm' | 'organizer'

/**
 * A page of the checks: its route, who opens it, the status it answers with, and its address where that is not the route itself. What stands for a
 * route's parameters is found on the stand (`stage.ts`).
 */
export type CheckedPage = { route: string; as: Visitor; status: number; address?: string }

const page = (route: string, address?: string, status = 200, as: Visitor = 'visitor'): CheckedPage => ({ route, as, status, ...(address && { address }) })
const pagesOf = (as: Visitor, ...routes: string[]): CheckedPage[] => routes.map(route => page(route, undefined, 200, as))

/** Open to everybody. */
export const openPages: CheckedPage[] = [
  page('/'), page('/sectors'), page('/sectors/:sector', '/sectors/leather'), page('/sectors/:sector', '/sectors/oil-gas'), page('/progress'), page('/sources'), page('/privacy'),
  page('/accessibility'), page('/sign-in'), page('/sign-in/link'), page('/sign-out'), page('/register'), page('/kit'), page('/mailbox'), page('/mailbox/:id'),
  page('/a/:token'), page('/unsubscribe/:token'), page('/join/:token'),
  page('*', '/no-such-page', 404), page('/sectors/:sector', '/sectors/no-such-sector', 404), page('/a/:token', '/a/no-such-link', 404),
]

/** Of a firm: on its way in, and at home. */
export const firmPages: CheckedPage[] = [
  ...pagesOf('asked', '/sign-in/code'),
  ...pagesOf('newcomer', '/register/company', '/register/person', '/register/brings', '/register/seeks', '/register/understood', '/register/route', '/register/check', '/desk/join'),
  page('/register/brings/:listing', '/register/brings/add', 200, 'newcomer'), page('/register/seeks/:listing', '/register/seeks/add', 200, 'newcomer'),
  page('/register/taken', '/register/taken?kind=ntn&number=7654329&country=PK', 200, 'newcomer'),
  ...pagesOf('firm', '/register/done', '/home', '/home/introductions/:id', '/home/team', '/home/settings', '/home/leave'),
]

/** The organizers' desk. */
export const deskPages: CheckedPage[] = pagesOf(
  'organizer', '/desk/queue', '/desk/queue/:pair', '/desk/decide', '/desk/bulk', '/desk/companies', '/desk/companies/new', '/desk/companies/:company', '/desk/companies/:company/edit',
  '/desk/duplicates', '/desk/duplicates/merge', '/desk/export', '/desk/import', '/desk/import/:import', '/desk/introductions', '/desk/introductions/:introduction', '/desk/rounds',
  '/desk/exposure', '/desk/mail', '/desk/mail/:mail', '/desk/progress', '/desk/report', '/desk/memoranda', '/desk/memoranda/:memorandum', '/desk/settings', '/desk/settings/weights',
  '/desk/settings/team',
)

/** Pages that carry no script at all, and must weigh little. */
export const lightPages = [...openPages, ...firmPages]

/** Routes that are no page of their own, each with its reason. Every other route of `app/routes.ts` is in the lists above, or a test says so. */
export const withoutPage: Record<string, string> = {
  '/claim/:token': 'the page of /join/:token, for a firm that an import brought',
  '/desk': 'leads on to the queue',
  '/register/later': 'a form’s action: sends the link, leads to the first page',
  '/home/export': 'a file', '/progress.csv': 'a file', '/desk/mail/:mail/html': 'a mail, as its own checks see it', '/mailbox/:id/html': 'a mail, as its own checks see it',
  '/desk/pairs/:pair': 'data for the queue', '/desk/progress.csv': 'a file', '/desk/exposure.csv': 'a file', '/desk/export/:table': 'a file', '/desk/import/template.csv': 'a file',
  '/desk/import/:import/rows.csv': 'a file', '/desk/filters': 'a form’s action', '/desk/decisions': 'data for the queue', '/desk/forum': 'a switch', '/desk/keys': 'a switch',
  '/healthz': 'for machines', '/readyz': 'for machines', '/sitemap.xml': 'for machines', '/robots.txt': 'for machines', '/manifest.webmanifest': 'for machines',
  '/hooks/send-email': 'for machines', '/hooks/resend': 'for machines', '/hooks/cron': 'for machines',
}

export const everyLanguage: Locale[] = [...locales]

/** Addresses by route, for those with parameters, as found on the stand; without language. */
export type AddressBook = Partial<Record<string, string>>

/** Where a page is, in a language. Throws when the stand has nothing for a parameter of it. */
export function at({ route, address }: CheckedPage, locale: Locale, book: AddressBook = {}): string {
  const path = address ?? book[route] ?? route
  if (/[:*]/.test(path.split('?')[0]!)) throw new Error(`Nobody has found an address for ${route} (tests/e2e/interface/stage.ts)`)
  return inLocale(path, locale)
}

export type View = { width: number; height: number; scheme: 'light' | 'dark' }
/** A screen of a desk, and two telephones. What only the width decides is looked at in light alone. */
export const widths = { wide: [1440], narrow: [390, 320] } as const
export type Device = keyof typeof widths
export const devices = Object.keys(widths) as Device[]
export const heightOf = (width: number) => (width > 1000 ? 900 : 780)

/** The whole matrix, or with INTERFACE unset a sample of it, walking through pages, languages and devices. */
export const thorough = process.env.INTERFACE === 'all'
export type Visit = { page: CheckedPage; locale: Locale; device: Device }
export function visitsOf(pages: readonly CheckedPage[]): Visit[] {
  const all = pages.flatMap(page => everyLanguage.flatMap(locale => devices.map(device => ({ page, locale, device }))))
  // Fifteen is coprime to the eight visits of a page: the sample meets every other page, and walks through all languages on both devices.
  return thorough ? all : all.filter((_, i) => i % 15 === 0)
}
