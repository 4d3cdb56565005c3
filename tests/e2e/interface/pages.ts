import { inLocale, locales, type Locale } from '~/core/locale'

/** Who opens a page. A firm and an organizer sign in by the code in the stand's mailbox. */
export type Visitor = 'visitor' | 'firm' | 'organizer'

/** A page of the checks: its address without language, who opens it, the status it answers with. */
export type CheckedPage = { path: string; as: Visitor; status: number }

const page = (path: string, as: Visitor = 'visitor', status = 200): CheckedPage => ({ path, as, status })

/** Pages that carry no script at all, and must weigh little. */
export const lightPages: CheckedPage[] = [
  page('/'), page('/sectors'), page('/sectors/leather'), page('/sectors/oil-gas'), page('/progress'), page('/sources'), page('/privacy'), page('/accessibility'),
  page('/sign-in'), page('/register'), page('/no-such-page', 'visitor', 404), page('/sectors/no-such-sector', 'visitor', 404), page('/a/no-such-link', 'visitor', 404), page('/kit'),
]

/** Pages of a firm that has signed in: no script either. */
export const firmPages: CheckedPage[] = [page('/home', 'firm'), page('/home/settings', 'firm'), page('/home/team', 'firm')]

export const everyLanguage: Locale[] = [...locales]
export const at = ({ path }: CheckedPage, locale: Locale): string => inLocale(path, locale)

export type View = { width: number; height: number; scheme: 'light' | 'dark' }
const views = (widths: readonly number[]): View[] => widths.flatMap(width => (['light', 'dark'] as const).map(scheme => ({ width, height: width > 1000 ? 900 : 780, scheme })))
export const allViews = views([1440, 390, 320])

/** The whole matrix, or with INTERFACE unset a sample of it that still meets every language, theme and width. */
export const thorough = process.env.INTERFACE === 'all'
export function combinations(pages: readonly CheckedPage[]): Array<{ page: CheckedPage; locale: Locale; view: View }> {
  const all = pages.flatMap(page => everyLanguage.flatMap(locale => allViews.map(view => ({ page, locale, view }))))
  // 19 is coprime to the matrix’s inner size (24) and smaller: the sample meets every page, and walks through all of it.
  return thorough ? all : all.filter((_, i) => i % 19 === 0)
}
