import type { I18n } from '@lingui/core'

import type { AnswerRefusal, ReportRefusal } from './firm-introductions.server'

/** Why an answer was not taken. */
export const answerTrouble = (i18n: I18n, trouble: AnswerRefusal): string =>
  ({
    reason_needed: i18n._('Choose the reason: it helps the next suggestion, and the other side does not read it.'),
    answer_stands: i18n._('Both sides have answered: the answer stands. Write to the forum’s desk if it was a slip.'),
    introduction_state: i18n._('This introduction is closed meanwhile. What stands below is how it ended.'),
  })[trouble]

/** Why a report was not taken. */
export const reportTrouble = (i18n: I18n, trouble: ReportRefusal): string =>
  ({
    date_in_future: i18n._('The day is still to come. Report it when it has happened.'),
    introduction_state: i18n._('Outcomes can be reported once both sides have said yes.'),
  })[trouble]
