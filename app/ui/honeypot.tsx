import { useLingui } from '@lingui/react'

const NAME = 'company_fax'
/** Of the hidden field that says when the page was made (`~/platform/form-time.server`). */
export const STAMP_FIELD = 'shown'

/** A field that no person sees or reaches, and that machines fill in; and when the page was made. */
export function Honeypot({ shown }: { shown: string }) {
  const { i18n } = useLingui()
  return (
    <div className="sr-only" aria-hidden="true">
      <input type="hidden" name={STAMP_FIELD} value={shown} />
      <label>
        {i18n._('Leave this field empty')}
        <input name={NAME} type="text" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

/** Whether the field that nobody sees was filled in. */
export const tookTheBait = (form: FormData): boolean => Boolean(form.get(NAME))
