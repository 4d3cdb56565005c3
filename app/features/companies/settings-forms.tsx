import { useLingui } from '@lingui/react'

import type { Locale } from '~/core/locale'
import { useLocalePath } from '~/i18n/locale-path'
import { Button, ButtonLink } from '~/ui/button'
import { ChoiceField } from '~/ui/field'
import { LanguageName } from '~/ui/names'
import type { MailCategory } from './home.store.server'

type SettingsFormsProps = { language: Locale; languages: readonly Locale[]; mail: Record<MailCategory, boolean>; takesBack: boolean }

/** Language of mail, kinds of mail, the data as a file, the profile taken back: a small form each, so that none disturbs another. */
export function SettingsForms({ language, languages, mail, takesBack }: SettingsFormsProps) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const categories: { value: MailCategory; label: string; hint: string }[] = [
    { value: 'introductions', label: i18n._('Introductions'), hint: i18n._('A partner approved for you, reminders, answers. Without it you are not introduced to anybody.') },
    { value: 'digests', label: i18n._('News of the forum'), hint: i18n._('At most one a week.') },
    { value: 'account', label: i18n._('Your profile and your team'), hint: i18n._('What the organisers say of your profile, requests to join your company, a reminder to go on.') },
  ]
  return (
    <>
      <form method="post">
        <ChoiceField name="language" columns label={i18n._('In which language shall we write to you?')} options={languages.map(value => ({ value, label: <LanguageName locale={value} /> }))} chosen={[language]} />
        <Button name="intent" value="language" tone="secondary">{i18n._('Save the language')}</Button>
      </form>
      <form method="post" className="border-line mt-8 border-t pt-6">
        <ChoiceField
          name="mail"
          type="checkbox"
          label={i18n._('Which e-mails do you want?')}
          hint={i18n._('Sign-in codes always come.')}
          options={categories}
          chosen={categories.map(({ value }) => value).filter(value => mail[value])}
        />
        <Button name="intent" value="mail" tone="secondary">{i18n._('Save the choice')}</Button>
      </form>
      <section className="border-line mt-8 border-t pt-6">
        <h2 className="mb-2 text-xl">{i18n._('Your data as a file')}</h2>
        <p className="text-ink-2 mb-3">{i18n._('Everything kept of you and your company, in one JSON file.')}</p>
        <ButtonLink tone="secondary" href={path('/home/export')} download>{i18n._('Export my data')}</ButtonLink>
      </section>
      {takesBack && (
        <form method="post" className="border-line mt-8 border-t pt-6">
          <h2 className="mb-2 text-xl">{i18n._('Take the profile back')}</h2>
          <p className="text-ink-2 mb-3">{i18n._('It is no longer matched or shown. Your answers stay, introductions under way go on; you can publish it again.')}</p>
          <Button name="intent" value="unpublish" tone="secondary">{i18n._('Take it back')}</Button>
        </form>
      )}
    </>
  )
}
