import { expect, test } from 'vitest'

import { serverI18n } from '~/i18n/catalogues.server'
import type { IntroductionRow } from './introductions.store.server'
import { introductionsView } from './introduction-views.server'

const names = { native: 'Chenab', latin: null, locale: 'en' }
const held = {
  id: 'i', match: 'm', state: 'held', pk: names, kz: names, onHold: false, sendAfter: '2026-11-22T10:10:00Z', sentAt: null, createdAt: '2026-11-22T10:00:00Z', answers: [], outcomes: 0, alarms: [], flags: [],
} as unknown as IntroductionRow
const rowOf = (row: IntroductionRow) => introductionsView({ i18n: serverI18n('en'), locale: 'en' }, { total: 1, groups: {}, rows: [row] }, null).rows[0]!

test('an introduction in its undo window says when it leaves; one whose mail was refused says that it needs a person', () => {
  expect(rowOf(held)).toMatchObject({ stateName: 'In the undo window', when: expect.stringContaining('leaves') as string })
  const stuck = rowOf({ ...held, alarms: ['dead'] })
  expect(stuck.stateName).toBe('Needs a person')
  expect(stuck.when).not.toContain('leaves')
})
