import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'

import { useLocalePath } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { Icon } from '~/ui/icon'
import { Tag } from '~/ui/tag'
import type { Names } from './desk-facts'
import { QueueFilterBar } from './queue-filter-bar'
import { tabs, withFilter } from './queue-filters'
import { BulkBar } from './bulk-bar'
import { useQueue } from './queue-context'
import type { QueueItem, QueueView } from './queue-view.server'
import { tabName } from './words'

const nameOf = (names: Names) => names.native ?? names.latin ?? ''

function Row({ item, query, current }: { item: QueueItem; query: string; current: boolean }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <div className={`it ${current ? 'cur' : ''}`} data-pair={item.id}>
      <label className="ck">
        <span className="sr-only">{i18n._('Select {pk} and {kz}', { pk: item.pk.latin ?? '', kz: item.kz.latin ?? '' })}</span>
        <input type="checkbox" name="pair" value={item.id} form="bulk" />
      </label>
      <Link to={path(`/desk/queue/${item.id}${query}`)} aria-current={current ? 'true' : undefined} preventScrollReset>
        <span className="nm"><CountryTag country="PK" /> <bdi lang={item.pk.locale ?? undefined}>{nameOf(item.pk)}</bdi></span>
        <span className="nm"><CountryTag country="KZ" /> <bdi lang={item.kz.locale ?? undefined}>{nameOf(item.kz)}</bdi></span>
        <span className="mt">
          <span className="mt-what">{item.subject}</span>
          <span aria-hidden="true">·</span>
          <span className="num">{item.age}</span>
          {item.note && <Tag>{item.note}</Tag>}
          {item.tags.map(tag => <Tag key={tag.flag} tone="warn">{tag.name}</Tag>)}
          {item.isNew && item.tags.length === 0 && <Tag>{i18n._('New')}</Tag>}
          {item.lookers && <Tag tone="good">{item.lookers}</Tag>}
        </span>
      </Link>
      <div className="sc num"><span className="sr-only">{i18n._('Score')} </span>{item.score}</div>
    </div>
  )
}

/** The list at the side: tabs, filters, pairs, pages. */
export function QueueList({ view }: { view: QueueView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { pairId, leaving, busy } = useQueue()
  const items = view.items.filter(item => !leaving.has(item.id))
  const tab = tabName(i18n, view.filters.tab)
  return (
    <section className="list" aria-label={i18n._('Pairs')} aria-busy={busy || undefined}>
      <div className="lh">
        <QueueFilterBar view={view} />
        <nav className="tabs" aria-label={i18n._('State of the pairs')}>
          {tabs.map(name => (
            <Link key={name} to={path(`/desk/queue${withFilter(view.filters, { tab: name })}`)} aria-current={name === view.filters.tab ? 'true' : undefined}>{tabName(i18n, name)}</Link>
          ))}
        </nav>
      </div>
      <div className="items" id="pairs">
        {view.total > 1 && view.filters.tab !== 'approved' && view.filters.tab !== 'rejected' && (
          <label className="ck all"><input type="checkbox" name="scope" value="all" form="bulk" /> <span>{i18n._('Select all {count} that match', { count: view.totalShown })}</span></label>
        )}
        {items.map(item => <Row key={item.id} item={item} query={view.query} current={item.id === pairId} />)}
        {items.length === 0 && <Empty view={view} tab={tab} />}
        {(view.next || view.first) && (
          <nav className="pages" aria-label={i18n._('Pages')}>
            {view.first && <Link className="btn btn-secondary btn-compact" to={path(`/desk/queue${view.first}`)}>{i18n._('First page')}</Link>}
            {view.next && <Link className="btn btn-secondary btn-compact" to={path(`/desk/queue${view.next}`)}>{i18n._('Next 50')}</Link>}
          </nav>
        )}
      </div>
      <BulkBar view={view} />
      <p className="keys" aria-hidden="true">
        <span><kbd>J</kbd><kbd>K</kbd>{i18n._('move')}</span>
        <span><kbd>X</kbd>{i18n._('select')}</span>
        <span><kbd>Z</kbd>{i18n._('undo')}</span>
        <span><kbd>?</kbd>{i18n._('all keys')}</span>
      </p>
    </section>
  )
}

function Empty({ view, tab }: { view: QueueView; tab: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const filtered = view.chips.length > 0
  return (
    <div className="px-5 py-10 text-center">
      <p className="font-semibold">{filtered ? i18n._('No pair matches these filters') : view.filters.tab === 'waiting' ? i18n._('The queue is clear') : i18n._('No pairs under “{tab}”', { tab })}</p>
      <p className="text-ink-2 mt-1">
        {filtered ? i18n._('Widen them, or look at all pairs.') : view.filters.tab === 'waiting' ? i18n._('New pairs appear as firms publish their profiles.') : i18n._('Decided pairs are kept here.')}
      </p>
      <p className="mt-4">
        {filtered ? (
          <Link className="btn btn-secondary" to={path('/desk/queue')}>{i18n._('Clear the filters')}</Link>
        ) : (
          <Link className="btn btn-secondary" to={path('/desk/companies')}><Icon name="firm" />{i18n._('Go to the companies')}</Link>
        )}
      </p>
    </div>
  )
}
