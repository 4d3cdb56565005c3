import type { I18n } from '@lingui/core'
import { createContext, useContext, type CSSProperties, type ReactNode } from 'react'

import { directionOf, type Locale } from '~/core/locale'

/** The house's colours as mail clients want them: literal. The same values stand in ui/styles.css. */
export const colour = {
  paper: '#F6F7F3', surface: '#FFFFFF', sunken: '#ECEFE9', ink: '#15211B', ink2: '#45534B', ink3: '#5A6860', line: '#DCE1DA', strong: '#7F8A83',
  pk: '#0B6B4F', pkInk: '#08543E', pk50: '#E8F3ED', kz: '#1B66A6', kzInk: '#144F82', kz50: '#E8F1F9', sunInk: '#7F5200', sun50: '#FDF2DC', white: '#FFFFFF',
} as const

/** Everything a notice knows besides its own props. */
export type Frame = {
  i18n: I18n
  locale: Locale
  /** Scheme, host and port; every link begins with it. */
  origin: string
  /** The edition this mail is sent for. */
  forumName: string | null
  /** What else the reader may open: the same in English, and how to stop such mail. */
  englishUrl: string | null
  unsubscribeUrl: string | null
  isDemo: boolean
}

const FrameContext = createContext<Frame | null>(null)

export function useFrame() {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('A notice is rendered inside a frame')
  const dir = directionOf(frame.locale)
  // Computed, since mail clients do not know "start" and "end".
  return { ...frame, dir, start: dir === 'rtl' ? 'right' : 'left', end: dir === 'rtl' ? 'left' : 'right' } as const
}

const fonts = (locale: Locale) =>
  locale === 'ur' ? "'Noto Naskh Arabic','Geeza Pro','Segoe UI',Tahoma,Arial,sans-serif" : "'Segoe UI',Roboto,'Helvetica Neue',Helvetica,Arial,sans-serif"
export const lineHeight = (locale: Locale, latin: number) => (locale === 'ur' ? latin + 0.35 : latin)

/** A layout table; direction stands on it, because mail clients do not inherit it. */
export function Table({ children, style, width = '100%' }: { children: ReactNode; style?: CSSProperties; width?: string }) {
  const { dir } = useFrame()
  return (
    <table role="presentation" dir={dir} width={width} cellPadding={0} cellSpacing={0} border={0} style={{ borderCollapse: 'separate', ...style }}>
      <tbody>{children}</tbody>
    </table>
  )
}

export function Cell({ children, style, width, colSpan }: { children?: ReactNode; style?: CSSProperties; width?: string; colSpan?: number }) {
  const { dir, start, locale } = useFrame()
  return (
    <td
      dir={dir}
      width={width}
      colSpan={colSpan}
      align={start}
      style={{ fontFamily: fonts(locale), fontSize: '16px', lineHeight: lineHeight(locale, 1.5), color: colour.ink, textAlign: start, verticalAlign: 'top', ...style }}
    >
      {children}
    </td>
  )
}

/** The seam: Pakistan's green from the start edge, Kazakhstan's blue to the end edge. */
function Seam() {
  // The outer corners are round; clients know no "start", so the sides are named.
  const left = '10px 0 0 0'
  const right = '0 10px 0 0'
  const { dir } = useFrame()
  return (
    <Table>
      <tr>
        <Cell width="50%" style={{ height: '5px', lineHeight: '5px', fontSize: '1px', backgroundColor: colour.pk, borderRadius: dir === 'rtl' ? right : left }}>&#8203;</Cell>
        <Cell width="50%" style={{ height: '5px', lineHeight: '5px', fontSize: '1px', backgroundColor: colour.kz, borderRadius: dir === 'rtl' ? left : right }}>&#8203;</Cell>
      </tr>
    </Table>
  )
}

function Masthead() {
  const { i18n, forumName } = useFrame()
  return (
    <Table>
      <tr>
        <Cell style={{ padding: '20px 20px 12px 20px' }}>
          <b style={{ color: colour.pk, fontSize: '19px', letterSpacing: 0 }}>{i18n._('Dastarkhan')}</b>
          <br />
          <span style={{ color: colour.ink3, fontSize: '13px' }}>{forumName ?? i18n._('Pakistan–Kazakhstan Business Forum')}</span>
        </Cell>
      </tr>
    </Table>
  )
}

function Foot() {
  const { i18n, locale, englishUrl, unsubscribeUrl, origin, isDemo } = useFrame()
  const link = { color: colour.ink2, textDecoration: 'underline' }
  return (
    <Table>
      <tr>
        <Cell style={{ padding: '16px 20px 28px 20px', color: colour.ink3, fontSize: '13px' }}>
          {isDemo && <p style={{ margin: '0 0 8px 0' }}>{i18n._('Demo data: the firms in this mail are invented.')}</p>}
          <p style={{ margin: '0 0 8px 0' }}>
            {i18n._('Sent by the matchmaking desk of the Pakistan–Kazakhstan Business Forum.')} <a href={`${origin}/`} style={link}>{origin.replace(/^https?:\/\//, '')}</a>
          </p>
          {locale !== 'en' && englishUrl && (
            <p style={{ margin: '0 0 8px 0' }}>
              <a href={englishUrl} style={link} lang="en">Read this in English</a>
            </p>
          )}
          {unsubscribeUrl && (
            <p style={{ margin: 0 }}>
              <a href={unsubscribeUrl} style={link}>{i18n._('Stop mails of this kind')}</a>
            </p>
          )}
        </Cell>
      </tr>
    </Table>
  )
}

/** What stands beside the subject in a list of mails; hidden in the mail itself, and padded so that nothing of the body follows it there. */
function Preheader({ text }: { text: string }) {
  return (
    <div data-skip-in-text="true" style={{ display: 'none', overflow: 'hidden', lineHeight: '1px', maxHeight: 0, maxWidth: 0, opacity: 0 }}>
      {text}
      {'\u00A0\u200C'.repeat(60)}
    </div>
  )
}

/** A whole mail: one column of at most 600 px, on paper. */
export function MailDocument({ frame, subject, preheader, children }: { frame: Frame; subject: string; preheader: string; children: ReactNode }) {
  const dir = directionOf(frame.locale)
  return (
    <FrameContext.Provider value={frame}>
      <html lang={frame.locale} dir={dir}>
        <head>
          <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          <meta name="format-detection" content="telephone=no,address=no,email=no,date=no,url=no" />
          <title>{subject}</title>
        </head>
        <body dir={dir} style={{ margin: 0, padding: 0, backgroundColor: colour.paper }}>
          <Preheader text={preheader} />
          <Table style={{ backgroundColor: colour.paper }}>
            <tr>
              <Cell style={{ padding: '12px 8px' }}>
                <Table style={{ maxWidth: '600px', margin: '0 auto' }}>
                  <tr>
                    <Cell>
                      <Masthead />
                      <Table style={{ backgroundColor: colour.surface, border: `1px solid ${colour.line}`, borderRadius: '10px' }}>
                        <tr>
                          <Cell><Seam /></Cell>
                        </tr>
                        <tr>
                          <Cell style={{ padding: '24px 20px 28px 20px' }}>{children}</Cell>
                        </tr>
                      </Table>
                      <Foot />
                    </Cell>
                  </tr>
                </Table>
              </Cell>
            </tr>
          </Table>
        </body>
      </html>
    </FrameContext.Provider>
  )
}
