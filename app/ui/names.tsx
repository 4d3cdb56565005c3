import type { Locale } from '~/core/locale'

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
