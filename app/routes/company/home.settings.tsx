import { useLingui } from '@lingui/react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { inLocale, isLocale, locales } from '~/core/locale'
import { mailCategories } from '~/features/companies/home.store.server'
import { SettingsForms } from '~/features/companies/settings-forms'
import { titled } from '../titled'
import { HomePage } from './home-page'
import { requireOwn } from './own.server'
import { useLocalePath } from '~/i18n/locale-path'
import { Notice } from '~/ui/notice'

export const meta = titled

export async function loader(args: LoaderFunctionArgs) {
  const { title, i18n, own, services, url } = await requireOwn(args)
  return {
    title: title(i18n._('Language, mail and data')), language: own.contact?.locale ?? own.company.locale, mail: await services.home.mailPreferences(), state: own.company.state,
    owner: own.role === 'owner', saved: url.searchParams.has('saved'), languages: [...locales],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { own, services, path } = await requireOwn(args)
  const form = await args.request.formData()
  const saved = `${path('/home/settings')}?saved`
  switch (form.get('intent')) {
    case 'language': {
      const language = form.get('language')
      if (!isLocale(language)) return redirect(path('/home/settings'))
      await services.companies.saveContact(own.company.id, { locale: language })
      await services.accounts.rememberLanguage(language)
      return redirect(`${inLocale('/home/settings', language)}?saved`)
    }
    case 'mail':
      for (const category of mailCategories) await services.home.setMailPreference(category, form.getAll('mail').includes(category))
      return redirect(saved)
    case 'unpublish':
      // Only what is out can be taken back; pressed twice, it is back already.
      if (own.role === 'owner' && ['published', 'validated', 'returned'].includes(own.company.state)) await services.companies.unpublish(own.company.id)
      return redirect(path('/home'))
    default:
      return redirect(path('/home/settings'))
  }
}

export default function HomeSettings() {
  const { i18n } = useLingui()
  const path = useLocalePath()
  const { language, languages, mail, state, owner, saved } = useLoaderData<typeof loader>()
  return (
    <HomePage heading={i18n._('Language, mail and data')}>
      {saved && <Notice tone="good" title={i18n._('Saved')} />}
      <SettingsForms language={language} languages={languages} mail={mail} takesBack={owner && ['published', 'validated', 'returned'].includes(state)} />
      <section className="border-line mt-8 border-t pt-6">
        <h2 className="mb-2 text-xl">{i18n._('Sign out everywhere')}</h2>
        <form method="post" action={path('/sign-out')}>
          <p className="text-ink-2 mb-3">{i18n._('If a phone or computer with your session was lost.')}</p>
          <button className="btn btn-secondary" name="scope" value="global">{i18n._('Sign out on every device')}</button>
        </form>
      </section>
      <section className="border-line mt-8 border-t pt-6">
        <h2 className="mb-2 text-xl">{i18n._('Leave')}</h2>
        <p className="text-ink-2 mb-3">{i18n._('Deletes your account; and, if nobody else works on it, the company’s profile too.')}</p>
        <a className="btn btn-danger" href={path('/home/leave')}>{i18n._('Delete my account')}</a>
      </section>
    </HomePage>
  )
}
