import { redirect, type LoaderFunctionArgs } from '@remix-run/node'

import { inLocale } from '~/core/locale'
import { requireDesk } from './desk.server'

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await requireDesk(args)
  return redirect(inLocale('/desk/queue', locale))
}
