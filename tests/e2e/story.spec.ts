import { expect, test, type Page } from '@playwright/test'

import { openMail, organizer, register, type FirmSpec } from './actors'

// The whole story, told twice: with scripts where the product has any (the desk), and once more with none at all.
const collector = (nth: number): FirmSpec => ({
  country: 'KZ', locale: 'ru', email: `collector-${nth}@story.example`, nameNative: `ТОО «Тері Сырьё ${nth}»`, nameLatin: `Teri Syryo ${nth} LLP`,
  number: ['110540010806', '110540010700'][nth - 1] ?? '', region: 'shymkent', person: 'Асель Нурланова',
  brings: { text: 'соленые бараньи шкуры', amount: '60' }, seeks: { text: 'кожа овчина выделанная', amount: '5' },
})
const tannery = (nth: number): FirmSpec => ({
  country: 'PK', locale: 'ur', email: `tannery-${nth}@story.example`, nameNative: `قصور ٹینری ${nth}`, nameLatin: `Kasur Tannery ${nth}`,
  number: `765432${nth}`, region: 'punjab', person: 'بلال احمد',
  brings: { text: 'بھیڑ کا تیار چمڑا', amount: '10' }, seeks: { text: 'بھیڑ کی کچی کھالیں', amount: '40' },
})

/** Finds the pair of two firms in the queue. On a quiet machine it is there within five seconds of publication; a crowded one may take its time. */
async function findPair(page: Page, firm: FirmSpec, other: FirmSpec): Promise<void> {
  const pair = page.locator('a[href*="/desk/queue/"]', { hasText: other.nameNative }).filter({ hasText: firm.nameNative })
  await expect(async () => {
    await page.goto(`/desk/queue?search=${encodeURIComponent(firm.nameLatin)}`)
    await expect(pair.first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  // Another pair of the same firm may stand in the pane before: so the pair's own address, and both names.
  const address = (await pair.first().getAttribute('href'))!.replace(/\?.*/, '')
  await pair.first().click()
  await expect(page).toHaveURL(url => url.pathname.endsWith(address))
  for (const name of [firm.nameNative, other.nameNative]) await expect(page.locator('main h2', { hasText: name }).first()).toBeVisible()
}

/** Validates both firms from the pair's own page. */
async function validateBoth(page: Page): Promise<void> {
  const validate = page.locator('button[name=intent][value=validate]')
  for (let left = await validate.count(); left > 0; left--) {
    await validate.first().click()
    await expect(validate).toHaveCount(left - 1)
  }
}

/** Approves the pair in view, and lets its mail leave at once, as a demonstration may. */
async function approve(page: Page, firm: FirmSpec): Promise<void> {
  await page.locator('button.btn-primary[name=intent][value=approve]').first().click()
  const waiting = page.locator('main li', { hasText: firm.email }).locator('button')
  await expect(async () => {
    await page.goto('/mailbox')
    await expect(waiting.first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
  await waiting.first().click()
}

/** Opens the firm's introduction and answers yes by its link. Opening changes nothing; the button does. */
async function sayYes(page: Page, firm: FirmSpec, other: FirmSpec): Promise<void> {
  const mail = await openMail(page, firm.email, new RegExp(`${other.nameNative.replace(/[«»]/g, '.')}|${other.nameLatin}`))
  await page.goto(mail)
  const body = page.locator('body')
  await expect(page.locator('html')).toHaveAttribute('lang', firm.locale)
  await expect(page.locator('html')).toHaveAttribute('dir', firm.locale === 'ur' ? 'rtl' : 'ltr')
  await expect(body).toContainText(other.nameNative)
  expect(await body.innerText(), 'no contacts before both agree').not.toContain(other.email)
  const yes = await page.locator('a[href*="answer=yes"]').first().getAttribute('href')
  await page.goto(yes ?? '')
  await expect(page.locator('main')).toContainText(other.nameNative)
  await page.locator('main form:has(input[name=answer][value=yes]) button').click()
  await page.waitForLoadState()
}

for (const [nth, told] of [[1, 'with scripts'], [2, 'without scripts']] as const) {
  test(`two firms register, an organizer approves, both answer yes and get each other's contacts: ${told}`, async ({ browser }) => {
    test.setTimeout(420_000)
    const scripts = { javaScriptEnabled: nth === 1 }
    const [kz, pk] = [collector(nth), tannery(nth)]
    const firms = await browser.newContext({ ...scripts, viewport: { width: 390, height: 844 } })
    const kzPage = await firms.newPage()
    await register(kzPage, kz)
    const others = await browser.newContext({ ...scripts, viewport: { width: 390, height: 844 } })
    const pkPage = await others.newPage()
    await register(pkPage, pk)

    const desk = await organizer(browser, nth === 1 ? 'ayesha' : 'daniyar')
    await findPair(desk.page, kz, pk)
    await validateBoth(desk.page)
    await approve(desk.page, kz)

    await sayYes(kzPage, kz, pk)
    await sayYes(pkPage, pk, kz)
    // Both said yes: each gets the other's contact by mail, and by no other way.
    for (const [page, firm, other] of [[kzPage, kz, pk], [pkPage, pk, kz]] as const) {
      await expect(async () => {
        await page.goto(await openMail(page, firm.email))
        expect(await page.locator('body').innerText()).toContain(other.email)
      }).toPass({ timeout: 60_000 })
    }
    await Promise.all([firms.close(), others.close(), desk.context.close()])
  })
}
