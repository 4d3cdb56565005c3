import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

/** The tokens as `styles.css` has them: light, and dark where it says otherwise. */
const css = readFileSync('app/ui/styles.css', 'utf8')
const read = (block: string) => Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})/g)].map(([, name, value]) => [name!, value!]))
const [lightBlock = '', darkBlock = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => block)
const light = read(lightBlock)
const themes = { light, dark: { ...light, ...read(darkBlock) } }

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function ratio(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p)
  return (x! + 0.05) / (y! + 0.05)
}

const text: Array<[ink: string, grounds: string[]]> = [
  ['ink', ['paper', 'surface', 'sunken', 'raised', 'heat-1', 'heat-2', 'pk-50', 'kz-50', 'sun-50', 'bad-50']],
  ['ink-2', ['paper', 'surface', 'sunken', 'raised']],
  ['ink-3', ['paper', 'surface', 'sunken', 'raised']],
  ['pk', ['paper', 'surface']],
  ['pk-ink', ['pk-50', 'pk-100', 'paper', 'surface']],
  ['kz', ['paper', 'surface']],
  ['kz-ink', ['kz-50', 'kz-100', 'paper', 'surface']],
  ['sun-ink', ['sun-50', 'surface', 'paper']],
  ['bad', ['surface', 'paper']],
  ['bad-ink', ['bad-50', 'surface', 'paper']],
  ['on-btn', ['btn', 'btn-hover']],
  ['on-gold', ['gold', 'gold-hover']],
  ['on-night', ['night', 'night-2']],
  ['on-night-2', ['night', 'night-2']],
  ['gold', ['night']],
  ['on-heat-3', ['heat-3']],
  ['on-heat-4', ['heat-4']],
  ['on-heat-5', ['heat-5']],
]
const shapes: Array<[edge: string, grounds: string[]]> = [
  ['line-strong', ['paper', 'surface']],
  ['focus', ['paper', 'surface', 'sunken']],
  ['pk', ['sunken']],
  ['kz', ['sunken']],
]

const pairs = (table: typeof text, least: number) =>
  (['light', 'dark'] as const).flatMap(theme => table.flatMap(([ink, grounds]) => grounds.map(ground => [theme, ink, ground, least] as const)))

describe('the colours of the kit', () => {
  it.each([...pairs(text, 4.5), ...pairs(shapes, 3)])('%s: %s stands out on %s by %d or more', (theme, ink, ground, least) => {
    const [a, b] = [themes[theme][ink], themes[theme][ground]]
    expect(a, `no token --${ink}`).toBeDefined()
    expect(b, `no token --${ground}`).toBeDefined()
    expect(ratio(a!, b!)).toBeGreaterThanOrEqual(least)
  })
})
