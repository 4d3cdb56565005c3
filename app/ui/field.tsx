import { useLingui } from '@lingui/react'
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'

/** What every field shares. `error` is a sentence in the reader's language; it stands above the control and is read with it. */
type FieldParts = { name: string; label: ReactNode; hint?: ReactNode; error?: string; optional?: boolean; /** The label is the page's question. */ asHeading?: boolean }

const describedBy = (name: string, hint: ReactNode, error?: string) => [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined

function Optional() {
  const { i18n } = useLingui()
  return <span className="text-ink-3 font-normal"> {i18n._('(optional)')}</span>
}

function Described({ name, hint, error }: Pick<FieldParts, 'name' | 'hint' | 'error'>) {
  const { i18n } = useLingui()
  return (
    <>
      {hint && <p id={`${name}-hint`} className="text-ink-2 mb-2 text-[.9375rem]">{hint}</p>}
      {error && (
        <p id={`${name}-error`} className="text-bad-ink mb-2 font-semibold">
          <span className="sr-only">{i18n._('Error:')} </span>
          {error}
        </p>
      )}
    </>
  )
}

function Frame({ name, label, hint, error, optional, asHeading, children }: FieldParts & { children: ReactNode }) {
  const Tag = asHeading ? 'h1' : 'div'
  return (
    <div className={`mb-6 ${error ? 'border-bad ps-4 border-s-4' : ''}`}>
      <Tag className={asHeading ? 'mb-3 text-3xl' : ''}>
        <label htmlFor={name} className={asHeading ? '' : 'mb-1.5 block font-semibold'}>
          {label}
          {optional && <Optional />}
        </label>
      </Tag>
      <Described name={name} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** One line of text. */
export function TextField({ name, label, hint, error, optional, asHeading, className = '', ...rest }: FieldParts & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  return (
    <Frame {...{ name, label, hint, error, optional, asHeading }}>
      <input id={name} name={name} className={`input ${className}`} aria-invalid={error ? true : undefined} aria-describedby={describedBy(name, hint, error)} {...rest} />
    </Frame>
  )
}

/** Several lines of text. */
export function TextAreaField({ name, label, hint, error, optional, asHeading, className = '', ...rest }: FieldParts & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  return (
    <Frame {...{ name, label, hint, error, optional, asHeading }}>
      <textarea id={name} name={name} rows={4} className={`input ${className}`} aria-invalid={error ? true : undefined} aria-describedby={describedBy(name, hint, error)} {...rest} />
    </Frame>
  )
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode }

/** One of a longer list. */
export function SelectField({ name, label, hint, error, optional, options, className = '', ...rest }: FieldParts & { options: readonly { value: string; label: string }[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'>) {
  return (
    <Frame {...{ name, label, hint, error, optional }}>
      <select id={name} name={name} className={`input ${className}`} aria-invalid={error ? true : undefined} aria-describedby={describedBy(name, hint, error)} {...rest}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** One or several of a short list, all in view. The first choice carries the field's id, so that an error summary leads to it. */
export function ChoiceField({ name, label, hint, error, optional, asHeading, options, type = 'radio', chosen = [], columns }: FieldParts & { options: readonly Option[]; type?: 'radio' | 'checkbox'; chosen?: readonly string[]; /** Short choices stand beside one another. */ columns?: boolean }) {
  const Legend = asHeading ? 'h1' : 'span'
  return (
    <fieldset className={`mb-6 ${error ? 'border-bad ps-4 border-s-4' : ''}`} aria-describedby={describedBy(name, hint, error)}>
      <legend className={asHeading ? 'mb-3 text-3xl' : 'mb-1.5 font-semibold'}>
        <Legend>
          {label}
          {optional && <Optional />}
        </Legend>
      </legend>
      <Described name={name} hint={hint} error={error} />
      <div className={columns ? 'grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4 [&_.choice]:gap-2' : ''}>
        {options.map((option, i) => {
          const id = i === 0 ? name : `${name}-${option.value}`
          return (
            <div className="choice" key={option.value}>
              <input id={id} type={type} name={name} value={option.value} defaultChecked={chosen.includes(option.value)} aria-describedby={option.hint ? `${id}-about` : undefined} />
              <span>
                <label htmlFor={id}>{option.label}</label>
                {option.hint && <span id={`${id}-about`} className="text-ink-2 block text-[.9375rem]">{option.hint}</span>}
              </span>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** A single tick box: a consent. */
export function TickField({ name, label, hint, error, checked, value = 'yes' }: Omit<FieldParts, 'optional' | 'asHeading'> & { checked?: boolean; value?: string }) {
  return (
    <div className={`mb-4 ${error ? 'border-bad ps-4 border-s-4' : ''}`}>
      <Described name={name} hint={undefined} error={error} />
      <div className="choice">
        <input id={name} type="checkbox" name={name} value={value} defaultChecked={checked} aria-invalid={error ? true : undefined} aria-describedby={describedBy(name, hint, error)} />
        <span>
          <label htmlFor={name}>{label}</label>
          {hint && <span id={`${name}-hint`} className="text-ink-2 block text-[.9375rem]">{hint}</span>}
        </span>
      </div>
    </div>
  )
}
