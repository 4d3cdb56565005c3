import { useLingui } from '@lingui/react'

import { useLocalePath } from '~/i18n/locale-path'
import type { ProgressFile } from './progress-figures.server'

/** Leads to the figures of a chart as a file; `of` tells a listener which chart. */
export function FileLink({ file, of }: { file: ProgressFile; of: string }) {
  const { i18n } = useLingui()
  const path = useLocalePath()
  return <a className="underline" href={path(`/progress.csv?list=${file}`)} aria-label={`${i18n._('Download as CSV')}: ${of}`}>{i18n._('Download as CSV')}</a>
}
