import { useLingui } from '@lingui/react'
import { Form } from '@remix-run/react'

import { countries } from '~/core/companies/country'
import { localeNames, locales } from '~/core/locale'
import { countryName } from '~/i18n/words/companies'
import { CountryTag } from '~/ui/country-tag'
import { fieldText, type Refused } from '~/ui/refused'
import { Panel } from './firm-profile'
import type { TeamView } from './team.server'

function Members({ view }: { view: TeamView }) {
  const { i18n } = useLingui()
  return (
    <Panel title={i18n._('At this desk')}>
      <ul className="rows">
        {view.members.map(member => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <CountryTag country={member.country} /> <b><bdi>{member.name}</bdi></b> {member.email && <bdi className="text-ink-2">{member.email}</bdi>}
            <span className="text-ink-3 text-sm">{i18n._('since {date}', { date: member.since })}</span>
            {view.mayChange ? (
              <span className="ms-auto flex max-w-full flex-wrap items-center gap-2">
                <Form method="post" className="flex max-w-full flex-wrap gap-2">
                  <input type="hidden" name="act" value="role" />
                  <input type="hidden" name="member" value={member.id} />
                  <select className="input w-auto max-w-full" name="role" defaultValue={member.role} aria-label={i18n._('Role of {name}', { name: member.name })}>{view.roles.map(role => <option key={role.id} value={role.id}>{role.name}</option>)}</select>
                  <button className="btn btn-secondary btn-compact">{i18n._('Change')}</button>
                </Form>
                {!member.isMe && (
                  <Form method="post">
                    <input type="hidden" name="act" value="remove" />
                    <input type="hidden" name="member" value={member.id} />
                    <button className="btn btn-quiet btn-compact text-bad-ink" aria-label={i18n._('Remove {name} from the desk', { name: member.name })}>{i18n._('Remove')}</button>
                  </Form>
                )}
              </span>
            ) : <span className="text-ink-2 ms-auto text-sm">{member.roleName}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Invited({ view }: { view: TeamView }) {
  const { i18n } = useLingui()
  if (view.invited.length === 0) return null
  return (
    <Panel title={i18n._('Invited')}>
      <ul className="rows">
        {view.invited.map(one => (
          <li key={one.email} className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <CountryTag country={one.country} /> <b><bdi>{one.name}</bdi></b> <bdi className="text-ink-2">{one.email}</bdi> <span className="text-ink-3 text-sm">{one.roleName} · {one.at}</span>
            {view.mayChange && (
              <Form method="post" className="ms-auto">
                <input type="hidden" name="act" value="withdraw" />
                <input type="hidden" name="email" value={one.email} />
                <button className="btn btn-secondary btn-compact" aria-label={i18n._('Withdraw the invitation of {name}', { name: one.name })}>{i18n._('Withdraw')}</button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Invite({ view, came }: { view: TeamView; came: Refused | undefined }) {
  const { i18n } = useLingui()
  const field = (name: string, usual?: string) => ({ name, defaultValue: fieldText(came, name, usual) })
  return (
    <Panel title={i18n._('Invite an organiser')}>
      <Form method="post" className="grid max-w-xl gap-3">
        <input type="hidden" name="act" value="invite" />
        <label className="grid gap-1"><b className="font-semibold">{i18n._('Name of the person')}</b><input className="input" {...field('name')} required maxLength={120} autoComplete="off" /></label>
        <label className="grid gap-1"><b className="font-semibold">{i18n._('E-mail address')}</b><input className="input" type="email" {...field('email')} required dir="ltr" autoComplete="off" /></label>
        <label className="grid gap-1"><b className="font-semibold">{i18n._('Decides for')}</b><select className="input" {...field('country', countries[0])}>{countries.map(country => <option key={country} value={country}>{countryName(i18n, country)}</option>)}</select></label>
        <label className="grid gap-1"><b className="font-semibold">{i18n._('Role')}</b><select className="input" {...field('role', 'organizer')}>{view.roles.map(role => <option key={role.id} value={role.id}>{role.name}</option>)}</select></label>
        <label className="grid gap-1"><b className="font-semibold">{i18n._('Language of the invitation')}</b><select className="input" {...field('locale', locales[0])}>{locales.map(locale => <option key={locale} value={locale}>{localeNames[locale]}</option>)}</select></label>
        <p><button className="btn btn-primary">{i18n._('Send the invitation')}</button></p>
        <p className="text-ink-2 text-sm">{i18n._('They get an e-mail, sign in with that address and accept. An invitation holds for two weeks.')}</p>
      </Form>
    </Panel>
  )
}

/** Who works at the desk, who is invited, and the form that invites; what was typed into it stays when something is wrong. */
export function TeamPage({ view, came }: { view: TeamView; came: Refused | undefined }) {
  const { i18n } = useLingui()
  return (
    <>
      <Members view={view} />
      <Invited view={view} />
      {view.mayChange ? <Invite view={view} came={came?.typed.act === 'invite' ? came : undefined} /> : <p className="text-ink-2">{i18n._('Only a lead may change the team.')}</p>}
    </>
  )
}
