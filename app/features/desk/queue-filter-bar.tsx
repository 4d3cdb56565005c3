import { useLingui } from '@lingui/react'
import { Form, Link, useParams } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { Icon } from '~/ui/icon'
import { filterChoices, filterNames, sorts, withFilter } from './queue-filters'
import type { QueueView } from './queue-view.server'
import { filterName, filterValueName, sortName } from './words'

/** Heading, sort, search and filters of the list; all of it addresses and GET forms. */
export function QueueFilterBar({ view }: { view: QueueView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { filters } = view
  // A pair's page is about the pair; a phone shows nothing else of it.
  const Title = useParams().pair ? 'h2' : 'h1'
  return (
    <>
      <div className="t">
        <Title className="ttl">{i18n._('Review queue')}</Title>
        <span className="num">{i18n._('{n, plural, one {{count} pair} other {{count} pairs}}', { n: view.total, count: view.totalShown })}</span>
        {filters.tab === 'waiting' && (
          <details className="pop srt">
            <summary>{sortName(i18n, filters.sort)} <Icon name="down" size={14} /></summary>
            <ul className="pop-menu">
              {sorts.map(sort => (
                <li key={sort}><Link to={path(`/desk/queue${withFilter(filters, { sort })}`)} aria-current={sort === filters.sort ? 'true' : undefined}>{sortName(i18n, sort)}</Link></li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div className="fl">
        <Form method="get" action={path('/desk/queue')} role="search" className="find" key={filters.search ?? ''}>
          {filters.tab !== 'waiting' && <input type="hidden" name="tab" value={filters.tab} />}
          {filters.sort !== 'best' && <input type="hidden" name="sort" value={filters.sort} />}
          {filterNames.map(name => filters[name] && <input key={name} type="hidden" name={name} value={filters[name]} />)}
          <input id="queue-search" type="search" name="search" defaultValue={filters.search} aria-label={i18n._('Search firms, in any script')} placeholder={i18n._('Search firms')} autoComplete="off" maxLength={100} />
          <button aria-label={i18n._('Search')}><Icon name="search" size={16} /></button>
        </Form>
        <details className="pop" id="queue-filters">
          <summary className="f">{i18n._('Filter')} <Icon name="down" size={14} /></summary>
          <Form method="get" action={path('/desk/queue')} className="pop-menu filters" key={view.query}>
            {filters.tab !== 'waiting' && <input type="hidden" name="tab" value={filters.tab} />}
            {filters.sort !== 'best' && <input type="hidden" name="sort" value={filters.sort} />}
            {filters.search && <input type="hidden" name="search" value={filters.search} />}
            {filterNames.map(name => (
              <label key={name}>
                <span>{filterName(i18n, name)}</span>
                <select name={name} className="input" defaultValue={filters[name] ?? ''}>
                  <option value="">{i18n._('Any')}</option>
                  {filterChoices[name].map(value => <option key={value} value={value}>{filterValueName(i18n, name, value)}</option>)}
                </select>
              </label>
            ))}
            <button className="btn btn-secondary">{i18n._('Show these pairs')}</button>
          </Form>
        </details>
        <SavedFilters view={view} />
        {view.chips.map(chip => (
          <Link key={chip.name} className="f on" to={path(`/desk/queue${chip.without}`)}>
            {chip.label} <span aria-hidden="true">×</span><span className="sr-only">{i18n._('remove filter')}</span>
          </Link>
        ))}
      </div>
    </>
  )
}

/** Filters kept by name: links, each with its removal, and a form to keep the present ones. */
function SavedFilters({ view }: { view: QueueView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  if (view.saved.length === 0 && !view.keep) return null
  return (
    <details className="pop" id="saved-filters">
      <summary className="f">{i18n._('Saved filters')} <Icon name="down" size={14} /></summary>
      <div className="pop-menu filters">
        <ul>
          {view.saved.map(filter => (
            <li key={filter.id} className="saved-filter">
              <Link to={path(`/desk/queue${filter.query}`)} aria-current={filter.here ? 'true' : undefined}><bdi>{filter.name}</bdi></Link>
              <form method="post" action={path('/desk/filters')}>
                <input type="hidden" name="id" value={filter.id} />
                <input type="hidden" name="query" value={view.keep} />
                <button className="btn btn-quiet btn-compact" name="intent" value="drop" aria-label={i18n._('Forget “{name}”', { name: filter.name })}><Icon name="close" size={14} /></button>
              </form>
            </li>
          ))}
        </ul>
        {view.keep && (
          <form method="post" action={path('/desk/filters')} className="grid gap-2">
            <input type="hidden" name="query" value={view.keep} />
            <label><span>{i18n._('Name')}</span><input className="input" name="name" maxLength={60} required autoComplete="off" /></label>
            <button className="btn btn-secondary" name="intent" value="save">{i18n._('Keep these filters')}</button>
          </form>
        )}
      </div>
    </details>
  )
}
