import type { I18n } from '@lingui/core'
import { z } from 'zod'

import { sectors } from '~/core/companies/sectors'
import { MILESTONES } from './milestones'

/** What a memorandum is about: a sector, the customs, or something else. */
export const areas = [...sectors, 'customs', 'other'] as const
export type Area = (typeof areas)[number]

export type MemorandumFields = {
  title: string
  area: Area
  pkParty: string
  kzParty: string
  signedOn: string
  expiresOn: string | null
  source: string
  note: string | null
  milestones: { what: string; dueOn: string | null; doneOn: string | null }[]
  introductions: string[]
}

const day = z.iso.date()
const optionalDay = z.union([day, z.literal('')]).optional().transform(value => value || null)

/** The form of a memorandum; messages in the reader's language. */
export function memorandumForm(i18n: I18n) {
  const words = (most: number) => z.string({ error: i18n._('Fill this in.') }).trim().min(1, i18n._('Fill this in.')).max(most)
  return z
    .object({
      title: words(200), area: z.enum(areas, { error: i18n._('Choose an area.') }), pkParty: words(200), kzParty: words(200),
      signedOn: z.iso.date({ error: i18n._('Give the day it was signed.') }), expiresOn: optionalDay, source: words(300), note: z.string().trim().max(1000).optional().transform(value => value || null),
      milestones: z.array(z.object({ what: z.string().trim().max(200).optional().default(''), dueOn: optionalDay, doneOn: optionalDay })).max(MILESTONES).optional().default([])
        .transform(rows => rows.filter(row => row.what !== '')),
      introductions: z.array(z.uuid()).max(200).optional().default([]),
      version: z.coerce.number().int().optional(),
    })
    .refine(value => !value.expiresOn || value.expiresOn > value.signedOn, { path: ['expiresOn'], error: i18n._('It must end after it was signed.') })
}
