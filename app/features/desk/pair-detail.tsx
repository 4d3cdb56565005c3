import { useLingui } from '@lingui/react'
import { Link, useParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'

import { useLocalePath } from '~/i18n/locale-path'
import { CountryTag } from '~/ui/country-tag'
import { Diamond } from '~/ui/diamond'
import { Icon } from '~/ui/icon'
import { Tag } from '~/ui/tag'
import { ActionBar } from './action-bar'
import { Comparison } from './comparison'
import type { FirmView, PairView } from './pair-view'
import { useQueue } from './queue-context'
import type { QueueView } from './queue-view.server'
import { WhyBar } from './why-bar-chart'

/** One pair: both firms, why they belong together, what warns, the e-mails, the record; and at its foot the decision. */
export function PairDetail({ pair, view }: { pair: PairView; view: QueueView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { position, next, previous, lookers } = useQueue()
  const title = useParams().pair && i18n._('{pk} and {kz}', { pk: pair.pk.native ?? pair.pk.latin, kz: pair.kz.native ?? pair.kz.latin })
  const looking = lookers?.pair === pair.id ? lookers.sentence : pair.lookers
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => void scroll.current?.scrollTo({ top: 0 }), [pair.id])
  const to = (id: string | null) => path(id ? `/desk/queue/${id}${view.query}` : `/desk/queue${view.query}`)
  return (
    <section className="det" aria-label={i18n._('Pair')}>
      {title && <h1 className="sr-only">{title}</h1>}
      <div className="dh">
        <Link className="ib only-m" to={path(`/desk/queue${view.query}`)} aria-label={i18n._('Back to the list')}><Icon name="back" /></Link>
        {position && <span className="pos num">{i18n._('{position} of {total}', { position: String(position), total: view.totalShown })}</span>}
        <span className="dh-tags">
          {pair.state !== 'suggested' && <Tag>{pair.stateName}</Tag>}
          {pair.tags.map(tag => <Tag key={tag.flag} tone="warn">{tag.name}</Tag>)}
        </span>
        <span className="looks" role="status">{looking && <Tag tone="good">{looking}</Tag>}</span>
        <span className="pn">
          <Link className="ib" to={to(previous)} aria-label={i18n._('Previous pair')} aria-disabled={!previous || undefined}><Icon name="up" /></Link>
          <Link className="ib" to={to(next)} aria-label={i18n._('Next pair')} aria-disabled={!next || undefined}><Icon name="down" /></Link>
        </span>
      </div>
      <div className="scroll" ref={scroll}>
        <div className="in">
          <article className="sheet">
            <header className="duo">
              <Firm firm={pair.pk} title />
              <div className="mid"><span className="sr-only">{i18n._('Score')} </span><Diamond score={pair.score} /></div>
              <Firm firm={pair.kz} />
            </header>
            <WhyBar score={pair.score} segments={pair.bar} rules={pair.rules} />
            <Comparison pair={pair} />
          </article>
          <Warnings pair={pair} query={view.query} />
          <Mails pair={pair} />
          <History pair={pair} />
        </div>
      </div>
      <ActionBar pair={pair} view={view} />
    </section>
  )
}

function Firm({ firm, title }: { firm: FirmView; title?: boolean }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <div className="fm">
      <span className="flex items-center gap-2"><CountryTag country={firm.country} /> {firm.isDemo && <Tag>{i18n._('Demo data')}</Tag>}</span>
      <h2 id={title ? 'pair-title' : undefined} tabIndex={title ? -1 : undefined}>
        <Link to={path(`/desk/companies/${firm.id}`)}><bdi lang={firm.locale ?? undefined}>{firm.native ?? firm.latin}</bdi></Link>
      </h2>
      {firm.latin && firm.latin !== firm.native && <p className="al"><bdi lang="en">{firm.latin}</bdi></p>}
      <p className="fc">{firm.facts}</p>
    </div>
  )
}

function Warnings({ pair, query }: { pair: PairView; query: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { decide } = useQueue()
  const unready = [pair.pk, pair.kz].filter(firm => firm.state !== 'validated')
  const told = pair.tags.filter(tag => tag.flag !== 'not_validated' && tag.flag !== 'suppressed')
  const full = pair.decidable ? [pair.pk, pair.kz].filter(firm => firm.full) : []
  if (!pair.secondKey && unready.length === 0 && pair.tags.length === 0 && full.length === 0) return null
  return (
    <section className="sheet warnings" aria-label={i18n._('Before you decide')}>
      <h3>{i18n._('Before you decide')}</h3>
      <ul>
        {pair.secondKey && <li><Icon name="check" />{pair.secondKey}</li>}
        {told.map(tag => <li key={tag.flag}><Icon name="warning" />{tag.sentence}</li>)}
        {[pair.pk, pair.kz].filter(firm => firm.unreachable).map(firm => (
          <li key={firm.id}><Icon name="warning" /><span><CountryTag country={firm.country} /> {i18n._('The address cannot be written to: {why}.', { why: firm.unreachable! })}</span></li>
        ))}
        {full.map(firm => <li key={`f-${firm.id}`}><Icon name="warning" /><span><CountryTag country={firm.country} /> <bdi>{firm.latin}</bdi>: {firm.full}</span></li>)}
        {unready.map(firm => (
          <li key={`v-${firm.id}`}>
            <Icon name="warning" />
            <span><CountryTag country={firm.country} /> <bdi>{firm.latin}</bdi>: {firm.stateName}</span>
            {firm.state === 'published' && (
              <form
                method="post"
                action={path('/desk/decide')}
                onSubmit={event => {
                  event.preventDefault()
                  const form = new FormData(event.currentTarget)
                  form.set('intent', 'validate')
                  decide(form)
                }}
              >
                <input type="hidden" name="match" value={pair.id} />
                <input type="hidden" name="next" value={pair.id} />
                <input type="hidden" name="query" value={query} />
                <input type="hidden" name="company" value={firm.id} />
                <button className="btn btn-secondary btn-compact" name="intent" value="validate">{i18n._('Validate')}</button>
              </form>
            )}
            <Link className="btn btn-quiet btn-compact" to={path(`/desk/companies/${firm.id}`)}>{i18n._('Open the profile')}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mails({ pair }: { pair: PairView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <details className="sheet mailp" id="mails" open>
      <summary><Icon name="mail" />{i18n._('E-mails that leave after approval')}<small>{pair.mail.when}</small></summary>
      <div className="mm">
        {pair.mail.to.map(({ country, line, firm, preview }) => (
          <article key={country}>
            <p className="to"><CountryTag country={country} /> {i18n._('To {name}', { name: line })}</p>
            {preview && (
              <div lang={preview.locale} dir={preview.dir} className="preview">
                <h4>{preview.subject}</h4>
                {preview.lines.map((sentence, i) => <p key={i}>{sentence}</p>)}
                <p className="bt">{preview.buttons.map(button => <span key={button}>{button}</span>)}</p>
              </div>
            )}
            {pair.decidable ? (
              <label>
                <span>{i18n._('A word of yours in this e-mail (optional)')}</span>
                <textarea className="input" form="decide" name={country === 'PK' ? 'notePk' : 'noteKz'} rows={2} maxLength={1000} aria-label={i18n._('A word of yours to {firm} (optional)', { firm })} />
              </label>
            ) : (
              pair.mail.introduction && <Link to={path(`/desk/introductions/${pair.mail.introduction}`)}>{i18n._('See the introduction')}</Link>
            )}
          </article>
        ))}
      </div>
    </details>
  )
}

function History({ pair }: { pair: PairView }) {
  const { i18n } = useLingui()
  return (
    <details className="sheet hist">
      <summary><Icon name="clock" />{i18n._('Record')}</summary>
      <ul>
        {pair.decided && <li>{pair.decided}</li>}
        {pair.history.map((entry, i) => <li key={i}><span className="num">{entry.when}</span> {entry.what}</li>)}
        {pair.history.length === 0 && !pair.decided && <li>{i18n._('Nothing has been done with this pair yet.')}</li>}
      </ul>
    </details>
  )
}
