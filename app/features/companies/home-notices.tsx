import { useLingui } from '@lingui/react'

import type { Company } from '~/core/companies/profile'
import { useLocalePath } from '~/i18n/locale-path'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { DoneOnBehalf, LatestReview } from './home.store.server'
import { reviewReasonName } from './review-reasons'

/** What a firm must know of its profile's state before anything else. */
export function ProfileNotice({ company, review }: { company: Company; review: LatestReview | null }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  switch (company.state) {
    case 'published':
      return <Notice title={i18n._('An organiser reads your profile within two working days')}>{i18n._('Partners are already being looked for. The first introduction follows validation.')}</Notice>
    case 'returned':
      return (
        <Notice tone="warn" title={i18n._('Your profile came back: put these points right, then publish it again')}>
          {review && review.reasons.length > 0 && (
            <ul className="list-disc ps-5">
              {review.reasons.map(reason => <li key={reason}>{reviewReasonName(i18n, reason)}</li>)}
            </ul>
          )}
          {review?.message && <blockquote dir="auto" className="border-line mt-2 border-s-4 ps-3">{review.message}</blockquote>}
          <ButtonLink className="mt-4" href={path('/register/check')} icon="arrow">{i18n._('Check and publish again')}</ButtonLink>
        </Notice>
      )
    case 'suspended':
      return <Notice tone="bad" title={i18n._('Your profile is suspended')}>{review?.message ? <span dir="auto">{review.message}</span> : i18n._('It is not matched and cannot be changed for now. Write to the forum’s desk.')}</Notice>
    case 'unpublished':
      return (
        <Notice tone="warn" title={i18n._('You took your profile back: it is not matched now')}>
          <ButtonLink className="mt-3" href={path('/register/check')} icon="arrow">{i18n._('Check and publish again')}</ButtonLink>
        </Notice>
      )
    default:
      return null
  }
}

/** What organizers wrote into the profile: who, what, when. `at` is already in words. */
export function OnBehalfNotice({ entries }: { entries: readonly DoneOnBehalf[] }) {
  const { i18n } = useLingui()
  if (entries.length === 0) return null
  const sentence = ({ action, by, at }: DoneOnBehalf) => {
    const name = by ?? i18n._('The forum’s desk')
    return {
      enter: i18n._('{name} entered your profile on {at}.', { name, at }),
      import: i18n._('{name} took your profile from a list on {at}.', { name, at }),
      edit_on_behalf: i18n._('{name} changed your profile on {at}.', { name, at }),
      merge: i18n._('{name} merged a second profile of your company into this one on {at}.', { name, at }),
    }[action]
  }
  return (
    <Notice title={i18n._('The organisers wrote in your place')}>
      <ul className="list-disc ps-5">{entries.map((entry, i) => <li key={i}>{sentence(entry)}</li>)}</ul>
      <p className="mt-1">{i18n._('Look your profile through, and correct what is not right.')}</p>
    </Notice>
  )
}
