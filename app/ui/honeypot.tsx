import { useLingui } from '@lingui/react'

const NAME = 'company_fax'

/** A field that no person sees or reaches, and that machines fill in. */
export function Honeypot() {
  const { i18n } = useLingui()
  return (
    <div className="sr-only" aria-hidden="true">
      <label>
        {i18n._('Leave this field empty')}
        <input name={NAME} type="text" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

/** Whether the field that nobody sees was filled in. */
export const tookTheBait = (form: FormData): boolean => Boolean(form.get(NAME))
