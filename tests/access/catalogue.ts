import { functionOf, verbs } from './verbs'

/** What the database's catalogue says of grants and policies, by sentence. */
export type Catalogue = Record<string, string[] | null>

const openTo = (visitor: boolean) => [...new Set(Object.entries(verbs).filter(([, { may }]) => !visitor || may.includes('visitor')).map(([verb]) => functionOf(verb)))].sort()

/** What it must say. The functions come from the table of verbs; a helper is granted because a policy calls it in the caller's name. */
const wanted: Record<string, string[]> = {
  'read by a visitor': ['company_teasers', 'corridors', 'forum_figures', 'forums'],
  written: [],
  'read in private': [],
  'tables without policies': [],
  'policies that let write': [],
  'functions of a visitor': openTo(true),
  'functions of anybody signed in': openTo(false),
  helpers: ['is_service', 'my_companies', 'my_forum_companies', 'my_forums', 'my_introductions', 'now', 'open_counterparts', 'visible_companies'],
  'definers with an open search path': [],
}

/** The differences between what is granted and what is meant, in sentences. */
export function catalogueFaults(catalogue: Catalogue): string[] {
  return Object.entries(wanted).flatMap(([what, list]) => {
    const found = catalogue[what] ?? []
    const [more, fewer] = [found.filter(one => !list.includes(one)), list.filter(one => !found.includes(one))]
    return more.length + fewer.length === 0 ? [] : [`${what}: ${more.length > 0 ? `too many, ${more.join(', ')}` : ''}${fewer.length > 0 ? ` too few, ${fewer.join(', ')}` : ''}`]
  })
}
