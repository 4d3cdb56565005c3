import { expect, test, type Page } from '@playwright/test'

import { desk } from './actors'

// The organizer's desk in a browser, on the demonstration's own queue. Each test leaves enough pairs for the next.
const rows = (page: Page) => page.locator('#pairs .it')
const current = (page: Page) => page.locator('#pairs .it.cur').getAttribute('data-pair')
const waiting = async (page: Page) => Number((await page.locator('.lh .num').first().innerText()).replace(/\D/g, ''))
const hydrated = (page: Page) => page.waitForFunction(() => Object.keys(document.querySelector('#decide') ?? {}).some(key => key.startsWith('__react')))

async function openQueue(page: Page, path = '/desk/queue'): Promise<void> {
  await page.goto(path)
  await hydrated(page)
}

/** A pair that waits, with both firms validated, opened. */
async function openReadyPair(page: Page, nth: number): Promise<string> {
  await page.goto('/desk/queue')
  const id = (await rows(page).nth(nth).getAttribute('data-pair'))!
  await page.goto(`/desk/queue/${id}`)
  const validate = page.locator('button[name=intent][value=validate]')
  for (let left = await validate.count(); left > 0; left--) {
    await validate.first().click()
    await expect(validate).toHaveCount(left - 1)
  }
  return id
}

test('two organizers on one pair: the later one reads who decided and when, and there is one introduction', async ({ browser }) => {
  const [ayesha, daniyar] = [await desk(browser, 'ayesha'), await desk(browser, 'daniyar')]
  const pair = await openReadyPair(ayesha, 0)
  const firm = await ayesha.locator('main h2 bdi').first().innerText()
  await openQueue(daniyar, `/desk/queue/${pair}`)
  // The one who looks along is told so before anybody decides.
  await openQueue(ayesha, `/desk/queue/${pair}`)
  await expect(ayesha.locator('.looks')).toContainText('Данияр')

  await ayesha.locator('#decide button[value=approve]').click()
  await expect(ayesha.locator('.toast')).toContainText('Approved')
  await daniyar.locator('#decide button[value=approve]').click()
  await expect(daniyar.locator('.toast-bad')).toContainText('Ayesha Siddiqui')
  await expect(daniyar.locator('.toast-bad')).toContainText(/\d\d:\d\d/)

  await ayesha.goto('/desk/introductions?group=held')
  await expect(ayesha.locator('tbody tr', { hasText: firm })).toHaveCount(1)
  await Promise.all([ayesha.context().close(), daniyar.context().close()])
})

test('thirty pairs are decided by keyboard within a minute, and the focus is never lost', async ({ browser }) => {
  const page = await desk(browser, 'ayesha')
  await openQueue(page)
  const before = await waiting(page)
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-pair]') !== null)).toBe(true)
  const began = Date.now()
  for (let i = 0; i < 30; i++) {
    const pair = await current(page)
    await page.keyboard.press(i % 2 ? 's' : 'r')
    await page.keyboard.press(i % 2 ? '3' : '1')
    await expect.poll(() => current(page), { intervals: [20] }).not.toBe(pair)
    expect(await page.evaluate(() => document.activeElement === document.body), `after pair ${i + 1}`).toBe(false)
  }
  expect(Date.now() - began).toBeLessThan(60_000)
  await expect.poll(async () => (await page.goto('/desk/queue')) && waiting(page), { timeout: 20_000 }).toBe(before - 30)
  await page.context().close()
})

const layouts = [['ru', 'о', 'л', 'ч'], ['kk', 'о', 'л', 'ч'], ['ur', 'ج', 'ک', 'ش']] as const
for (const [locale, j, k, x] of layouts) {
  test(`the keys go by their place, under the layout of ${locale}`, async ({ browser }) => {
    const page = await desk(browser, 'ayesha')
    await openQueue(page, `/${locale}/desk/queue`)
    const press = (code: string, key: string) => page.evaluate(([code, key]) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true })), [code, key] as const)
    const first = await rows(page).first().getAttribute('data-pair')
    const second = await rows(page).nth(1).getAttribute('data-pair')
    await press('KeyJ', j)
    await expect.poll(() => current(page)).toBe(second)
    await press('KeyK', k)
    await expect.poll(() => current(page)).toBe(first)
    await press('KeyX', x)
    await expect(rows(page).first().locator('input[name=pair]')).toBeChecked()
    // In a note a letter is a letter.
    await page.locator('#note').focus()
    await press('KeyJ', j)
    await page.keyboard.type('aj')
    await expect(page.locator('#note')).toHaveValue('aj')
    expect(await current(page)).toBe(first)
    await page.context().close()
  })
}

test('forty pairs are ticked from one to another, asked about before eighty e-mails leave, decided at once and undone as one', async ({ browser }) => {
  const page = await desk(browser, 'ayesha')
  const tickForty = async () => {
    await openQueue(page)
    await page.keyboard.press('x')
    await rows(page).nth(39).locator('input[name=pair]').click({ modifiers: ['Shift'] })
    await expect(page.locator('#pairs input[name=pair]:checked')).toHaveCount(40)
  }
  await tickForty()
  const before = await waiting(page)
  await page.locator('#bulk button[value=approve]').click()
  await expect(page.getByRole('heading', { name: 'Approve 40 pairs?' })).toBeVisible()
  await expect(page.locator('main')).toContainText('80 e-mails')

  await tickForty()
  await page.locator('#bulk summary').first().click()
  await page.locator('#bulk button[value="reject:size"]').click()
  await expect(page.locator('.toast')).toContainText('40 pairs rejected')
  await hydrated(page)
  expect(await waiting(page)).toBe(before - 40)
  await page.keyboard.press('z')
  await expect(page.locator('.toast')).toContainText('Undone')
  await page.goto('/desk/queue')
  expect(await waiting(page)).toBe(before)
  await page.context().close()
})

test('with single keys switched off a letter does nothing, and the buttons do what they did', async ({ browser }) => {
  const page = await desk(browser, 'daniyar')
  await openQueue(page)
  await page.locator('details.me summary').click()
  const kept = page.waitForResponse(answer => answer.url().endsWith('/desk/keys'))
  await page.locator('form[action$="/desk/keys"] button').click()
  await kept
  await openQueue(page)
  await expect(page.locator('form[action$="/desk/keys"] button')).toHaveAttribute('value', 'on')
  const first = await current(page)
  for (const key of ['j', 'x', 'a', 'r', '1', '?']) await page.keyboard.press(key)
  expect(await current(page)).toBe(first)
  await expect(page.locator('#pairs input[name=pair]:checked')).toHaveCount(0)
  await expect(page.locator('dialog[open], details.pop[open]')).toHaveCount(0)
  await page.locator('#snooze-menu summary').click()
  await page.locator('#decide button[value="snooze:tomorrow"]').click()
  await expect(page.locator('.toast')).toContainText('Snoozed')
  await page.context().close()
})

test('without scripts: approve, reject, snooze and undo; all that match at once', async ({ browser }) => {
  const page = await desk(browser, 'daniyar', { javaScriptEnabled: false })
  const pair = await openReadyPair(page, 2)
  for (const act of ['approve', 'reject:known', 'snooze:monday']) {
    await page.goto(`/desk/queue/${pair}`)
    const menu = act.split(':')[0]!
    if (menu !== 'approve') await page.locator(`#${menu}-menu summary`).click()
    await page.locator(`#decide button[value="${act}"]`).click()
    await expect(page).toHaveURL(new RegExp(`did=${pair}`))
    await expect(page.locator('.toast')).toBeVisible()
    await page.locator('#undo button').click()
    await page.goto(`/desk/queue/${pair}`)
    await expect(page.locator('#decide button[value=approve]')).toBeVisible()
  }

  await page.goto('/desk/queue?language=en')
  const match = await waiting(page)
  await page.locator('label.all input').check()
  await page.locator('#bulk summary').first().click()
  await page.locator('#bulk button[value="reject:size"]').click()
  await expect(page.locator('.toast')).toContainText(String(match))
  await page.locator('#undo button').click()
  await page.goto('/desk/queue?language=en')
  expect(await waiting(page)).toBe(match)
  await page.context().close()
})

test('at 390 pixels the list leads to the pair and the pair to its decision, without sideways scrolling', async ({ browser }) => {
  const page = await desk(browser, 'ayesha', { viewport: { width: 390, height: 844 } })
  const noScroll = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  await openQueue(page)
  await noScroll()
  // Somebody else looks at it: the longest line its head can have.
  const other = await desk(browser, 'daniyar')
  await openQueue(other, `/desk/queue/${await rows(page).first().getAttribute('data-pair')}`)
  await rows(page).first().locator('a').click()
  await expect(page.locator('.looks')).toContainText('Данияр')
  const approve = page.locator('#decide button[value=approve]')
  await expect(approve).toBeVisible()
  expect((await approve.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  await noScroll()
  await page.locator('#snooze-menu summary').click()
  await page.locator('#decide button[value="snooze:tomorrow"]').click()
  await expect(page.locator('.toast')).toBeVisible()
  for (const path of ['/desk/rounds', '/desk/exposure', '/desk/settings', '/desk/settings/weights']) {
    await page.goto(path)
    await noScroll()
  }
  await Promise.all([page.context().close(), other.context().close()])
})

test('a refused setting or outcome keeps what was typed, and amounts are read as people write them', async ({ browser }) => {
  const page = await desk(browser, 'ayesha')
  await page.goto('/desk/settings')
  const rules = page.locator('form:has([name=undo_minutes])')
  await rules.locator('[name=cap]').fill('33')
  await rules.locator('[name=nudge_days]').fill('20')
  await rules.locator('[name=expire_days]').fill('10')
  await rules.locator('button').click()
  await expect(page.locator('main [role=alert]')).toContainText('The expiry must come after the reminder')
  await expect(rules.locator('[name=cap]')).toHaveValue('33')
  await expect(rules.locator('[name=nudge_days]')).toHaveValue('20')

  await page.goto('/desk/introductions?group=connected')
  await page.locator('tbody tr a').first().click()
  const report = page.locator('form:has([name=evidence])')
  await report.locator('[name=kind]').selectOption('contract')
  await report.locator('[name=value]').fill('a lot')
  await report.locator('[name=note]').fill('Told by telephone')
  await report.locator('button').click()
  await expect(page.locator('main [role=alert]')).toContainText('Enter the value in US dollars as a number')
  await expect(report.locator('[name=kind]')).toHaveValue('contract')
  await expect(report.locator('[name=note]')).toHaveValue('Told by telephone')
  await report.locator('[name=value]').fill('25,000')
  await report.locator('button').click()
  await expect(page.locator('main li', { hasText: 'Told by telephone' })).toContainText('25,000')
  await page.context().close()
})
