import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import { dealTypeName } from '~/i18n/words/matches'
import { regionName } from '~/i18n/words/regions'
import { Button, ButtonLink } from '~/ui/button'
import { CountryTag } from '~/ui/country-tag'
import { FirmName } from '~/ui/names'
import { Tag } from '~/ui/tag'
import type { FirmIntroduction } from './firm-introductions.store.server'
import type { Standing } from './standing'

/** An introduction with its dates in words. */
export type IntroductionView = FirmIntroduction & { standing: Standing; answerBy: string | null; since: string | null }

/** Where it stands and what comes next, in one sentence. */
export function nextSentence(i18n: I18n, { standing, answerBy }: Pick<IntroductionView, 'standing' | 'answerBy'>): string {
  const until = answerBy ?? ''
  const sentences: Record<Standing, string> = {
    answer: i18n._('Your answer is awaited until {until}.', { until }),
    waiting: i18n._('You said yes. The other side has until {until}; we write to you as soon as it answers.', { until }),
    may_say_yes: i18n._('You said not now. If it suits you by {until}, say yes.', { until }),
    not_ready: i18n._('The other side is not ready yet. You need do nothing; we write to you if that changes.'),
    connected: i18n._('Both sides said yes: you have each other’s contacts. Write first, and propose a date.'),
    declined: i18n._('You declined. The other side is not told why.'),
    not_come_about: i18n._('The other side cannot take it up. Others may follow; you need do nothing.'),
    expired: i18n._('Time ran out before both had answered.'),
    withdrawn: i18n._('The organisers took this introduction back, or the other company left.'),
    undeliverable: i18n._('The e-mail to the other side could not be delivered. The desk looks into it.'),
  }
  return sentences[standing]
}

/** A firm of the other side, as a head line. */
export function CounterpartName({ counterpart }: { counterpart: FirmIntroduction['counterpart'] }) {
  const { i18n } = useLingui()
  if (counterpart.erased) return <>{i18n._('Former participant')}</>
  return <FirmName native={counterpart.name_native} latin={counterpart.name_latin} locale={counterpart.name_locale} />
}

/** One tap: yes and not now are said at once; a no leads to its reasons. */
export function AnswerButtons({ id, standing }: { id: string; standing: Standing }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return (
    <form method="post" action={path(`/home/introductions/${id}`)} className="mt-4 flex flex-wrap items-center gap-2">
      <Button name="answer" value="yes">{i18n._('Yes, introduce us')}</Button>
      {standing === 'answer' && <Button name="answer" value="not_now" tone="secondary">{i18n._('Not now')}</Button>}
      <ButtonLink tone="quiet" className="px-1!" href={`${path(`/home/introductions/${id}`)}?answer=no#answer`}>{i18n._('No, thank you')}</ButtonLink>
    </form>
  )
}

/** An introduction in a list: who, what for, where it stands, what to do. */
export function IntroductionCard({ introduction }: { introduction: IntroductionView }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { id, counterpart, deal_type, standing, since } = introduction
  const acts = standing === 'answer' || standing === 'may_say_yes'
  return (
    <li className={`card p-5 ${standing === 'answer' ? 'border-pk border-s-4' : ''}`}>
      <div className="flex flex-wrap items-center gap-2">
        <CountryTag country={counterpart.country} />
        {counterpart.region && <span className="text-ink-2 text-[.9375rem]">{regionName(i18n, counterpart.region)}</span>}
        {deal_type && <Tag>{dealTypeName(i18n, deal_type)}</Tag>}
        {counterpart.is_demo && <Tag>{i18n._('Demo data')}</Tag>}
      </div>
      <h3 className="mt-2 text-xl">
        <a href={path(`/home/introductions/${id}`)} className="inline-block py-2 underline"><CounterpartName counterpart={counterpart} /></a>
      </h3>
      <p className="mt-1">{nextSentence(i18n, introduction)}</p>
      {since && <p className="text-ink-3 mt-1 text-[.875rem]">{i18n._('Introduced {date}', { date: since })}</p>}
      {acts && <AnswerButtons id={id} standing={standing} />}
      {standing === 'connected' && (
        <ButtonLink tone="secondary" className="mt-4" href={path(`/home/introductions/${id}`)}>{i18n._('Contacts, and what became of it')}</ButtonLink>
      )}
    </li>
  )
}
