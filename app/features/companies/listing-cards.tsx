import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { Button } from '~/ui/button'
import { Tag } from '~/ui/tag'
import type { ListingView } from './listing-view.server'

/** Until when a listing holds, said louder as the day comes near. */
export function ListingEnd({ end: { date, stands } }: { end: NonNullable<ListingView['end']> }) {
  const { i18n } = useLingui()
  return <Tag tone={stands === 'none' ? 'plain' : 'warn'}>{stands === 'over' ? i18n._('ended on {date}', { date }) : i18n._('holds until {date}', { date })}</Tag>
}

/** What a firm has told so far, each with its Edit link and its Remove button. */
export function ListingCards({ listings, from }: { listings: readonly ListingView[]; /** Kept in the links, so that the way back is not lost. */ from: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <ul className="mb-6 grid gap-3">
      {listings.map(({ id, direction, text, language, kind, volume, meaning, end }) => (
        <li key={id} className="card p-4">
          <p className="text-lg font-semibold break-words"><bdi lang={language ?? undefined}>{text}</bdi></p>
          <p className="mt-1 flex flex-wrap items-center gap-2">
            <Tag>{kind}</Tag>
            {volume && <Tag><bdi className="num">{volume}</bdi></Tag>}
            {end && <ListingEnd end={end} />}
          </p>
          <p className="text-ink-2 mt-2">
            {meaning ? `${i18n._('Understood as:')} ${meaning}` : i18n._('Not in our dictionary yet; organisers will read your own words.')}
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <a className="btn btn-secondary" href={`${path(`/register/${direction}/${id}`)}${from}`}>
              {i18n._('Edit')}
              <span className="sr-only"> {text}</span>
            </a>
            <form method="post">
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="id" value={id} />
              <Button tone="quiet">
                {i18n._('Remove')}
                <span className="sr-only"> {text}</span>
              </Button>
            </form>
          </div>
        </li>
      ))}
    </ul>
  )
}
