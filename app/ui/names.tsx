import { localeNames, type Locale } from '~/core/locale'
import { useLocale } from '~/i18n/locale-path'

/** A language's name in itself. Other than the page's it stands in the machine's own font: ours would cost a first visit thirty kilobytes. */
export function LanguageName({ locale }: { locale: Locale }) {
  const current = useLocale()
  return <span lang={locale} className={locale === current ? '' : '[font-family:system-ui,sans-serif]'}>{localeNames[locale]}</span>
}

/** A firm's name in its own script, with the Latin spelling beside it where they differ. */
export function FirmName({ native, latin, locale }: { native: string | null; latin: string | null; locale: Locale | null }) {
  const first = native ?? latin ?? ''
  return (
    <>
      <bdi lang={native ? (locale ?? undefined) : 'en'}>{first}</bdi>
      {latin && native && latin !== native && (
        <>
          {' '}
          <bdi lang="en" className="text-ink-3 text-[.8em] font-normal">{latin}</bdi>
        </>
      )}
    </>
  )
}
