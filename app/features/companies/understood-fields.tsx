import { useLingui } from '@lingui/react'

import type { Understood } from './understanding.server'

/** The name of the radio group of a listing. */
export const meaningField = (id: string) => `meaning-${id}`

/**
 * One listing: its words, what we understood, and behind "Not that?" the alternatives, which stand open where we are not sure, or where another is
 * `ticked` than was understood.
 */
export function UnderstoodField({ listing, ticked }: { listing: Understood; ticked: string }) {
  const { i18n } = useLingui()
  const { id, text, language, chosen, ask, meanings } = listing
  const name = meaningField(id)
  const first = meanings.find(meaning => meaning.code === chosen)
  const choices = (
    <>
      {meanings.map(({ code, label, hint }) => (
        <div className="choice" key={code}>
          <input type="radio" id={`${name}-${code}`} name={name} value={code} defaultChecked={code === ticked} />
          <span>
            <label htmlFor={`${name}-${code}`}>{label}</label>
            <span className="text-ink-3 block text-[.875rem]"><bdi dir="ltr" className="num">{code}</bdi>{hint && ` · ${hint}`}</span>
          </span>
        </div>
      ))}
      <div className="choice">
        <input type="radio" id={`${name}-none`} name={name} value="none" defaultChecked={ticked === 'none'} />
        <span>
          <label htmlFor={`${name}-none`}>{i18n._('None of these')}</label>
          <span className="text-ink-3 block text-[.875rem]">{i18n._('Say it with other words on the page before, or leave it: an organiser reads it.')}</span>
        </span>
      </div>
    </>
  )
  return (
    <fieldset className="card mb-4 p-4">
      <legend className="sr-only"><bdi lang={language ?? undefined}>{text}</bdi></legend>
      <p className="text-lg font-semibold break-words" aria-hidden="true"><bdi lang={language ?? undefined}>{text}</bdi></p>
      {meanings.length === 0 ? (
        <p className="text-ink-2 mt-1">{i18n._('Not in our dictionary yet; organisers will read your own words.')}</p>
      ) : (
        <>
          <p className="mt-1">
            {ask ? i18n._('We are not sure. Which of these did you mean?') : <>{i18n._('Understood as:')} <b>{first?.label ?? i18n._('none of these')}</b></>}
          </p>
          {ask ? choices : (
            <details open={ticked !== (chosen ?? '')}>
              <summary className="inline-flex min-h-11 items-center underline">{i18n._('Not that?')}</summary>
              {choices}
            </details>
          )}
        </>
      )}
    </fieldset>
  )
}
