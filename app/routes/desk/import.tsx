import { useLingui } from '@lingui/react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'

import { inLocale } from '~/core/locale'
import { DeskPage } from '~/features/desk/desk-shell'
import { keepFile } from '~/features/desk/import/bring-file.server'
import { importsView } from '~/features/desk/import/import-views.server'
import { readFile, UnreadableFile } from '~/features/desk/import/read-file.server'
import { useLocalePath } from '~/i18n/locale-path'
import { Notice } from '~/ui/notice'
import { requireDesk } from './desk.server'

export const handle = { hydrate: true }

export async function loader(args: LoaderFunctionArgs) {
  const desk = await requireDesk(args)
  return { imports: importsView(desk, await desk.imports.list(desk.forum.id)) }
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireDesk(args)
  const { i18n } = desk
  const refuse = (sentence: string) => data({ error: sentence }, { status: 422 })
  const file = (await args.request.formData()).get('file')
  if (!(file instanceof File) || file.size === 0) return refuse(i18n._('Choose a file first.'))
  try {
    const read = await readFile(new Uint8Array(await file.arrayBuffer()))
    return redirect(inLocale(`/desk/import/${await keepFile(desk.imports, desk.forum.id, file.name, read)}`, desk.locale), 303)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return refuse(
      {
        empty: i18n._('There are no rows in this file.'),
        too_large: i18n._('The file is too large: 10 MB at most.'),
        too_many_rows: i18n._('The file has more than 10,000 rows. Divide it into several.'),
        not_a_table: i18n._('This file cannot be read as a table. Save it as CSV or XLSX, with headings in the first row.'),
        old_excel: i18n._('This is an old Excel file (XLS). Open it and save it as XLSX or CSV.'),
      }[error.trouble],
    )
  }
}

export default function Import() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { imports } = useLoaderData<typeof loader>()
  const refused = useActionData() as { error: string } | undefined
  return (
    <DeskPage title={i18n._('Import')} lead={i18n._('A spreadsheet of firms: checked first, then taken in, and undone within a day if need be.')}>
      <form method="post" encType="multipart/form-data" className="card panel">
        <h2>{i18n._('Bring a spreadsheet')}</h2>
        {refused && <Notice tone="bad" title={refused.error} />}
        <p className="text-ink-2 mb-3 max-w-2xl">
          {i18n._('CSV or XLSX, up to 10 MB and 10,000 rows, headings in the first row. Several things that a firm brings or seeks are divided by a vertical bar; an HS code may follow in square brackets.')}{' '}
          <a className="underline" href={path('/desk/import/template.csv')}>{i18n._('Download a template')}</a>
        </p>
        <label className="mb-4 block max-w-md">
          <span className="mb-1 block font-semibold">{i18n._('File')}</span>
          <input className="input" type="file" name="file" required accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
        </label>
        <button className="btn btn-primary">{i18n._('Upload')}</button>
      </form>
      {imports.length > 0 && (
        <section className="card panel">
          <h2>{i18n._('Imports so far')}</h2>
          <table className="grid-table">
            <thead><tr><th scope="col">{i18n._('File')}</th><th scope="col">{i18n._('When')}</th><th scope="col">{i18n._('By')}</th><th scope="col">{i18n._('State')}</th><th scope="col" className="text-end">{i18n._('Rows')}</th><th scope="col" className="text-end">{i18n._('Gone in')}</th></tr></thead>
            <tbody>
              {imports.map(one => (
                <tr key={one.id}>
                  <th scope="row"><Link to={path(`/desk/import/${one.id}`)}><bdi>{one.fileName}</bdi></Link></th>
                  <td data-label={i18n._('When')} className="num">{one.when}</td>
                  <td data-label={i18n._('By')}><bdi>{one.by}</bdi></td>
                  <td data-label={i18n._('State')}>{one.state}</td>
                  <td data-label={i18n._('Rows')} className="num text-end">{one.rows}</td>
                  <td data-label={i18n._('Gone in')} className="num text-end">{one.wentIn}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </DeskPage>
  )
}
