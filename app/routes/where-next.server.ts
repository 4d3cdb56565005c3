import { firstUnfinished, stepPath } from '~/core/companies/registration-steps'
import type { Caller } from '~/platform/session.server'
import type { Services } from '~/services.server'

/** Where somebody who signed in without a wish of his own goes: on with the registration, to the company's home, or to the desk. Without language. */
export async function whereNext(services: Services, caller: Caller): Promise<string> {
  const own = await services.companies.own()
  if (own) return own.company.state === 'draft' ? stepPath(firstUnfinished(own)) : '/home'
  return (await services.accounts.organizes(caller.userId)) ? '/desk' : '/register'
}
