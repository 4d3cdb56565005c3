import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What is wrong with a page as it stands in the browser, in a line each; with `colours`, in its colours alone, which are all that a theme changes.
 * A mail in its frame has checks of its own; without frames, axe need not open a tab to gather what it found in them.
 */
export async function axeViolations(page: Page, colours = false): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').options({ resultTypes: ['violations'] })
  const { violations } = await (colours ? builder.withRules('color-contrast') : builder.withTags(tags)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`)
}

/** How far the page can be scrolled sideways, in CSS pixels; 0 is right. */
export const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

/** Opens every menu, sheet and help of the page. Answers how many were closed. */
export const openEverything = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const one of closed) one.open = true
    return closed.length
  })

/**
 * Things to press that are lower or narrower than `least` CSS pixels. Links within a sentence are exempt (WCAG 2.5.8), and so are what is hidden, a box
 * whose row is large enough, and, under a mouse, compact buttons, which grow under a finger.
 */
export const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(least => {
    const inSentence = (element: Element) => element.tagName === 'A' && getComputedStyle(element).display === 'inline' && (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim()
    const labelled = (element: Element) => element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)
    const compact = matchMedia('(pointer: coarse)').matches ? '.skip' : '.skip, .btn-compact'
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].flatMap(element => {
      // What nobody sees or reaches (the trap for machines) is no target.
      if (inSentence(element) || element.matches(`${compact}, [aria-hidden=true] *`) || !element.checkVisibility({ visibilityProperty: true })) return []
      const box = (labelled(element) ? (element.closest('.choice, label') ?? element) : element).getBoundingClientRect()
      if (box.width === 0 || box.height === 0 || (box.height >= least - 0.5 && box.width >= 24)) return []
      // A card's link covers the whole card by ::after.
      if (getComputedStyle(element, '::after').position === 'absolute') return []
      return [`${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 30)}” ${Math.round(box.width)}×${Math.round(box.height)}`]
    })
  }, least)
