import { useLingui } from '@lingui/react'

export type FieldErrors = Readonly<Record<string, string | undefined>>

/** Stands above the heading when a form comes back; takes the focus, and each line leads to its field. */
export function ErrorSummary({ errors, form }: { errors: FieldErrors; /** A trouble of the whole form rather than of a field. */ form?: string }) {
  const { i18n } = useLingui()
  const entries = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]))
  if (entries.length === 0 && !form) return null
  return (
    // autofocus moves the reader here without a script.
    <div className="border-bad bg-surface mb-8 rounded-[var(--radius-m)] border-2 p-5" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary">
      <h2 id="error-summary" className="mb-2 text-xl">{i18n._('There is something to put right')}</h2>
      {form && <p>{form}</p>}
      <ul className="list-disc ps-5">
        {entries.map(([name, sentence]) => (
          <li key={name}>
            <a href={`#${name}`} className="text-bad-ink inline-flex min-h-11 items-center font-semibold underline">{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
