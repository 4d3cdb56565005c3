import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { resolvedLinks } from '~/core/matching/links'
import { DeskPage } from '~/features/desk/desk-shell'
import { refusalSentence } from '~/features/desk/refusal-sentence.server'
import { compareWeights, readShares, SAMPLE, sharesInForce, troubleWith, weightsView } from '~/features/desk/weights.server'
import { WeightsPage } from '~/features/desk/weights-page'
import { useLocalePath } from '~/i18n/locale-path'
import { readEdges } from '~/platform/dictionary.server'
import { orRefusal, DatabaseRefusal } from '~/platform/refusal'
import { Notice } from '~/ui/notice'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  const query = new URL(args.request.url).searchParams
  const [history, pairs, run] = await Promise.all([desk.settings.weights(desk.forum.id), desk.settings.samplePairs(desk.forum.id, SAMPLE), desk.settings.scoring(desk.forum.id)])
  const wanted = readShares(query) ?? sharesInForce(history)
  const firms = await desk.settings.firms(desk.forum.id, [...new Set(pairs.flatMap(({ pk, kz }) => [pk, kz]))])
  const compared = compareWeights(pairs, firms, sharesInForce(history), wanted, resolvedLinks(args.context.services.lexicon()), readEdges())
  return { view: weightsView(desk, history, wanted, compared, run), saved: query.has('saved') }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const form = await args.request.formData()
  const shares = readShares(form)
  if (!shares) throw new Response(null, { status: 400 })
  const trouble = troubleWith(desk, shares)
  if (trouble) return data({ error: trouble }, { status: 422 })
  const saved = await orRefusal(desk.settings.saveWeights(desk.forum.id, shares, Number(form.get('based_on') ?? 0)))
  if (saved instanceof DatabaseRefusal) return data({ error: refusalSentence(desk.i18n, desk.locale, saved) }, { status: saved.status })
  return redirect(inLocale('/desk/settings/weights?saved', desk.locale), 303)
}

export default function Weights() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { view, saved } = useLoaderData<typeof loader>()
  const refused = useActionData() as { error: string } | undefined
  return (
    <DeskPage title={i18n._('Weights')} lead={<Link to={path('/desk/settings')}>{i18n._('Settings')}</Link>}>
      {refused && <Notice tone="bad" title={refused.error} />}
      {saved && !refused && <Notice tone="good" title={i18n._('Saved. The engine scores the waiting pairs anew.')} />}
      <WeightsPage view={view} />
    </DeskPage>
  )
}
