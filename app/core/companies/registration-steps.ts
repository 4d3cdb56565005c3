import type { Company, Contact, Listing } from './profile'

/** The steps of registration, in order. The same pages serve editing later. */
export const registrationSteps = ['start', 'company', 'person', 'brings', 'seeks', 'understood', 'route', 'check'] as const
export type RegistrationStep = (typeof registrationSteps)[number]

/** What of a firm tells how far its registration is. */
export type Progress = { company: Company; contact: Contact | null; listings: readonly Listing[] }

const done: Record<RegistrationStep, (progress: Progress) => boolean> = {
  start: () => true,
  company: ({ company }) => Boolean(company.nameNative && company.nameLatin && company.registrationNumber && company.region),
  // The contact's name begins as a guess from the address; the role is only ever given by the person.
  person: ({ contact }) => Boolean(contact?.name && contact.roleTitle),
  // A firm may only bring, or only seek: one side is enough once the other has been passed.
  brings: ({ listings }) => listings.length > 0,
  seeks: progress => progress.listings.some(listing => listing.direction === 'seeks') || done.understood(progress),
  understood: progress => progress.listings.some(listing => listing.confirmedCode) || done.route(progress),
  route: ({ company }) => company.workingLanguages.length > 0,
  check: ({ company }) => company.state !== 'draft',
}

/** Where somebody who comes back goes on: the first step not yet done. Without a firm that is the start. */
export function firstUnfinished(progress: Progress | null): RegistrationStep {
  if (!progress) return 'start'
  return registrationSteps.find(step => !done[step](progress)) ?? 'check'
}

/** The step after this one. */
export const stepAfter = (step: RegistrationStep): RegistrationStep => registrationSteps[registrationSteps.indexOf(step) + 1] ?? 'check'

/** The step before this one, or null at the start. */
export const stepBefore = (step: RegistrationStep): RegistrationStep | null => registrationSteps[registrationSteps.indexOf(step) - 1] ?? null

/** The path of a step's page, without language. */
export const stepPath = (step: RegistrationStep): string => (step === 'start' ? '/register' : `/register/${step}`)

/** Whether all that publishing needs is there; if not, the step that lacks. */
export function lacking(progress: Progress): RegistrationStep | null {
  return (['company', 'person', 'brings', 'route'] as const).find(step => !done[step](progress)) ?? null
}
