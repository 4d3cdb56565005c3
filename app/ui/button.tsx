import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

import { Icon, type IconName } from './icon'

type Look = { tone?: 'primary' | 'gold' | 'night' | 'secondary' | 'danger' | 'quiet'; compact?: boolean; icon?: IconName }

const look = ({ tone = 'primary', compact }: Look, more = '') => `btn btn-${tone} ${compact ? 'btn-compact' : ''} ${more}`

/** Does something. Its text is a verb. */
export function Button({ tone, compact, icon, className, children, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="submit" className={look({ tone, compact }, className)} {...rest}>
      {children}
      {icon && <Icon name={icon} />}
    </button>
  )
}

/** Goes somewhere, and looks like a button because it is the next step. */
export function ButtonLink({ tone, compact, icon, className, children, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={look({ tone, compact }, className)} {...rest}>
      {children}
      {icon && <Icon name={icon} />}
    </a>
  )
}
