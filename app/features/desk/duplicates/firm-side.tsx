import { useLingui } from '@lingui/react'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { FirmName } from '~/ui/names'
import type { SideView } from './duplicate-views.server'

/** A firm beside the one it may be. `differs`: rows in which the two are not alike stand out. */
export function FirmSide({ side, other, children }: { side: SideView; other: SideView; children?: ReactNode }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <div className="min-w-0">
      <h3 className="mb-2 font-semibold">
        <CountryTag country={side.country} /> <Link to={path(`/desk/companies/${side.id}`)}><FirmName native={side.native} latin={side.latin} locale={side.locale} /></Link>
      </h3>
      <dl className="fact-rows">
        {side.rows.map((row, i) => (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd className={row.value !== other.rows[i]?.value ? 'font-semibold' : ''}><bdi>{row.value || i18n._('Not stated')}</bdi></dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  )
}
