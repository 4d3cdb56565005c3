import { useLingui } from '@lingui/react'

import { localeNames, locales } from '~/core/locale'
import { fieldChoices, fieldText, type Refused } from '~/ui/refused'
import type { Forum } from './desk-facts'
import { Panel } from './firm-profile'

/** What the forum is called, where and when it takes place, and in which languages. What was typed stays when something is wrong. */
export function ForumForm({ forum, came }: { forum: Forum; came: Refused | undefined }) {
  const { i18n } = useLingui()
  const languages = fieldChoices(came, 'languages', forum.languages)
  return (
    <Panel title={i18n._('The forum')}>
      <form method="post" className="grid gap-3 sm:grid-cols-2">
        <input type="hidden" name="about" value="forum" />
        <label className="sm:col-span-2"><span>{i18n._('Name')}</span><input className="input" name="name" defaultValue={fieldText(came, 'name', forum.name)} maxLength={200} required /></label>
        <label className="sm:col-span-2"><span>{i18n._('Host city')}</span><input className="input" name="host_city" defaultValue={fieldText(came, 'host_city', forum.hostCity)} maxLength={100} required /></label>
        <label><span>{i18n._('First day')}</span><input className="input" type="date" name="starts_on" defaultValue={fieldText(came, 'starts_on', forum.startsOn)} required /></label>
        <label><span>{i18n._('Last day')}</span><input className="input" type="date" name="ends_on" defaultValue={fieldText(came, 'ends_on', forum.endsOn)} required /></label>
        <fieldset className="sm:col-span-2">
          <legend className="mb-1 font-semibold">{i18n._('Languages of the forum')}</legend>
          <div className="flex flex-wrap gap-4">{locales.map(locale => <label key={locale} className="tick"><input type="checkbox" name="languages" value={locale} defaultChecked={languages.includes(locale)} /> <span lang={locale}>{localeNames[locale]}</span></label>)}</div>
        </fieldset>
        <p><button className="btn btn-secondary">{i18n._('Save the forum')}</button></p>
      </form>
    </Panel>
  )
}
