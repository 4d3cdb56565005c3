import { useLingui } from '@lingui/react'

import { Icon } from '~/ui/icon'
import type { Cell, PairView } from './pair-view'

function Side({ cells }: { cells: readonly Cell[] }) {
  return (
    <td>
      {cells.map((cell, i) => (
        <div key={i} className="cell">
          <span className="k">{cell.key}</span>
          <span className="v"><bdi lang={cell.lang}>{cell.value}</bdi></span>
          {cell.more && <span className="s">{cell.more}</span>}
        </div>
      ))}
    </td>
  )
}

/** The two firms row by row, and on the seam between them the points of each row. */
export function Comparison({ pair }: { pair: Pick<PairView, 'rows'> & Record<'pk' | 'kz', Pick<PairView['pk'], 'latin'>> }) {
  const { i18n } = useLingui()
  return (
    <table className="cmp">
      <caption className="sr-only">{i18n._('Side-by-side comparison')}</caption>
      <colgroup><col className="c1" /><col className="c2" /><col className="c3" /></colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{pair.pk.latin}</th>
          <th scope="col">{i18n._('Points')}</th>
          <th scope="col">{pair.kz.latin}</th>
        </tr>
      </thead>
      <tbody>
        {pair.rows.map(row => (
          <tr key={row.id} className={row.points <= 0 ? 'gap' : ''}>
            <Side cells={row.left} />
            <th scope="row">
              <span className="rl">{row.label}</span>
              <span className={row.points > 0 ? 'pt pos' : 'pt neg'}><Icon name={row.points > 0 ? 'check' : 'dash'} size={16} /><b><bdi dir="ltr" className="num">{row.shown}</bdi></b></span>
            </th>
            <Side cells={row.right} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
