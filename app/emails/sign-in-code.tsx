import { colour, useFrame } from './frame'
import { Action, Para, Title } from './parts'
import type { Template } from './template'

export type SignInCodeProps = { code: string; url: string; minutes: number }

function SignInCode({ code, url, minutes }: SignInCodeProps) {
  const { i18n } = useFrame()
  return (
    <>
      <Title>{i18n._('Your sign-in code')}</Title>
      <p dir="ltr" style={{ margin: '0 0 16px 0', fontSize: '34px', lineHeight: '44px', fontWeight: 700, letterSpacing: '0.16em', color: colour.pkInk }}>{code}</p>
      <Para>{i18n._('Type it on the page where you asked for it, or open this link and press the button there.')}</Para>
      <Action href={url}>{i18n._('Sign in')}</Action>
      <Para quiet>{i18n._('The code works once, for {minutes} minutes. If you did not ask for it, do nothing: nobody can sign in without it.', { minutes })}</Para>
    </>
  )
}

export const signInCode: Template<SignInCodeProps> = {
  subject: (i18n, { code }) => i18n._('{code} is your sign-in code', { code }),
  preheader: (i18n, { minutes }) => i18n._('It works once, for {minutes} minutes.', { minutes }),
  Body: SignInCode,
}
