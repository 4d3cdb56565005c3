import type { I18n } from '@lingui/core'

/** Why a request was turned away before any page saw it. */
export type TurnedAway = 'unreadable' | 'foreign_form' | 'no_length' | 'too_large' | 'too_often'

/** What a person is told at the door: what happened, and what to do. `minutes` is how long to wait, `kilobytes` how much may be sent. */
export function doorSentences(i18n: I18n, why: TurnedAway, facts: { minutes?: number; kilobytes?: number } = {}): { title: string; help: string } {
  switch (why) {
    case 'unreadable':
      return { title: i18n._('This address cannot be read'), help: i18n._('Part of it was lost on the way. Begin at the first page.') }
    case 'foreign_form':
      return { title: i18n._('This form was not sent from our own page'), help: i18n._('Nothing was changed. Open the page again, and send the form from there.') }
    case 'no_length':
      return { title: i18n._('That did not work'), help: i18n._('Go back, load the page anew and try once more.') }
    case 'too_large':
      return { title: i18n._('That was too large'), help: i18n._('At most {count} kB can be sent at once. Shorten the text or choose a smaller file, then send it again.', { count: facts.kilobytes ?? 0 }) }
    case 'too_often':
      return {
        title: i18n._('Too many tries'),
        help: i18n._('{count, plural, one {Wait a minute, then try again.} other {Wait # minutes, then try again.}} Nothing was changed, and what you have saved is safe.', { count: facts.minutes ?? 1 }),
      }
  }
}
