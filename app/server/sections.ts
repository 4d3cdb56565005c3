import type { ServerBuild } from '@remix-run/node'

/** The word by which an address is of a section: the first that is no language. `/ur/desk/queue.data` is of `desk`, `/ur` of the empty word. */
export function sectionWord(pathname: string): string {
  const [first = '', second = ''] = readable(pathname).toLowerCase().replace(/\.data$/, '').split('/').slice(1)
  if (/^[a-z]{2}$/.test(first)) return second
  return first === '_root' ? '' : first
}

function readable(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

/**
 * Cuts a built app into sections, by the first word of the addresses. Remix compares an address with every route it knows, twice a page and
 * with a regular expression each: with all routes together that is a quarter of the work of a page. The root and the route for what is not
 * there belong to every section; the empty word has the landing page. Browsers still learn all routes, from a file of the build.
 */
export function sectionsOf(build: ServerBuild): Map<string, ServerBuild> {
  const wordOf = (id: string): string | undefined => {
    const { parentId, path } = build.routes[id]!
    if (parentId && parentId !== 'root') return wordOf(parentId)
    return id === 'root' || path === '*' ? undefined : path?.split('/').find(word => word !== ':lang?') ?? ''
  }
  const words = new Map(Object.keys(build.routes).map(id => [id, wordOf(id)]))
  const sectionOf = (word: string): ServerBuild => {
    const kept = <T>(routes: Record<string, T>) => Object.fromEntries(Object.entries(routes).filter(([id]) => [undefined, word].includes(words.get(id))))
    return { ...build, routes: kept(build.routes), assets: { ...build.assets, routes: kept(build.assets.routes) } }
  }
  return new Map([...words.values()].filter(word => word !== undefined).map(word => [word, sectionOf(word)]))
}
