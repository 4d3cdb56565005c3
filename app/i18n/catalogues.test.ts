import { readdirSync } from 'node:fs'

import type { Messages } from '@lingui/core'
import { describe, expect, it } from 'vitest'

import { locales } from '~/core/locale'
import { textsIn } from './said-in-browsers'

const names = readdirSync('app/i18n/locales/en').filter(name => name.endsWith('.po')).map(name => name.slice(0, -3))

describe('the catalogues of a language', () => {
  // On the server they are one: of two texts for one id, a reader would see now this, now that.
  it.each(locales)('have one text for one id: %s', async locale => {
    const seen = new Map<string, string>()
    for (const name of names) {
      const { messages } = (await import(`./locales/${locale}/${name}.ts`)) as { messages: Messages }
      for (const [id, text] of Object.entries(messages)) {
        const shown = JSON.stringify(text)
        expect(`${id}: ${seen.get(id) ?? shown}`).toBe(`${id}: ${shown}`)
        seen.set(id, shown)
      }
    }
  })
})

describe('what a browser is sent of a catalogue', () => {
  const texts = { Undo: 1, 'Forget “{name}”': 2, 'It’s "so"': 3, Unsaid: 4, 'Undone at once': 5 }

  it('is what stands as a text in its own code, in quotes of any kind', () =>
    expect(Object.keys(textsIn("a(\"Undo\"),b('It’s \"so\"'),c(`Forget “{name}”`)", texts))).toEqual(['Undo', 'Forget “{name}”', 'It’s "so"']))
  it('knows a text whose quotes are escaped', () => expect(Object.keys(textsIn('b("It’s \\"so\\"")', texts))).toEqual(['It’s "so"']))
  it('is not what merely begins alike', () => expect(textsIn('a("Undone at once and for all")', texts)).toEqual({}))
})
