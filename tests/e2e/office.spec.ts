import { expect, test, type Locator, type Page } from '@playwright/test'

import { desk, openMail, signIn } from './actors'

// What else an organizer does at the desk, beside the queue: firms, rounds, rules, the team, the record. Longer than `npm test` has time for.
const send = async (page: Page, button: Locator) => {
  const answered = page.waitForResponse(response => response.request().method() === 'POST')
  await button.click()
  await answered
}
const panel = (page: Page, title: string | RegExp) => page.locator('section.panel', { has: page.getByRole('heading', { name: title }) })

interface Entered { name: string; nameLatin: string; registration: string; brings: string }

async function enter(page: Page, firm: Entered): Promise<string> {
  await page.goto('/desk/companies/new')
  await page.locator('[name=country]').selectOption('PK')
  for (const [name, text] of Object.entries({ ...firm, region: 'Lahore', seeks: 'rock salt crushing machines', contact: 'Hamid Raza', email: `office-${firm.registration}@walk.example`, languages: 'en; ur' }))
    await page.locator(`[name=${name}]`).fill(text)
  await page.getByRole('button', { name: 'Enter the firm' }).click()
  await expect(page).toHaveURL(/\/desk\/companies\/[0-9a-f-]{36}$/)
  return page.url()
}

test.describe('an organizer’s afternoon', { tag: '@long' }, () => {
  test('a firm is entered in its place, invited to claim its profile, suspended and reinstated, all of it on record', async ({ browser }) => {
    const page = await desk(browser, 'ayesha')
    await page.goto('/desk/companies/new')
    await page.locator('[name=name]').fill('Khewra Rock Salt (Pvt) Ltd')
    await page.getByRole('button', { name: 'Enter the firm' }).click()
    await expect(page.locator('[role=alert]')).toContainText('registration number is missing')
    await expect(page.locator('[name=name]')).toHaveValue('Khewra Rock Salt (Pvt) Ltd')

    await enter(page, { name: 'Khewra Rock Salt (Pvt) Ltd', nameLatin: '', registration: '7650011', brings: 'edible rock salt in lumps (200 t/month)' })
    await expect(page.locator('main')).toContainText('edible rock salt in lumps')
    await page.getByRole('button', { name: 'Invite to claim the profile' }).click()
    const link = await openMail(page, 'office-7650011@walk.example')
    await page.goto(link)
    await expect(page.locator('body')).toContainText('Khewra Rock Salt')

    await page.goto('/desk/companies?search=Khewra')
    await page.locator('tbody a').first().click()
    await page.locator('[name=body]').fill('Met at the stand of the chamber')
    await page.getByRole('button', { name: 'Add the note' }).click()
    await expect(panel(page, 'Notes')).toContainText('Met at the stand of the chamber')
    await page.locator('[name=clarity][value="4"]').check()
    await page.getByRole('button', { name: 'Suspend' }).click()
    await expect(page.locator('main [role=alert]')).toContainText('Write why, for the record.')
    await expect(page.locator('[name=clarity][value="4"]')).toBeChecked()
    await page.locator('[name=message]').fill('The number is another firm’s')
    await page.getByRole('button', { name: 'Suspend' }).click()
    await expect(panel(page, 'Suspended')).toBeVisible()
    await page.getByRole('button', { name: 'Reinstate' }).click()
    await expect(page.getByRole('button', { name: 'Validate', exact: true })).toBeVisible()
    for (const what of ['entered the firm on its behalf', 'suspended the firm', 'reinstated the firm']) await expect(panel(page, 'Record')).toContainText(`Ayesha Siddiqui ${what}`)
    await page.context().close()
  })

  test('one firm entered twice, in two scripts, is found and merged; the one that stays holds both names', async ({ browser }) => {
    const page = await desk(browser, 'ayesha')
    const kept = await enter(page, { name: 'Margalla Marble Works (Pvt) Ltd', nameLatin: '', registration: '7650021', brings: 'polished marble tiles' })
    await enter(page, { name: 'مارگلہ ماربل ورکس لمیٹڈ', nameLatin: 'Margala Marble Works Limited', registration: '7650022', brings: 'onyx blocks' })
    const likely = page.locator('section.panel', { hasText: 'Margalla' })
    await expect(async () => {
      await page.goto('/desk/duplicates')
      await expect(likely).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await likely.locator(`a[href*="kept=${kept.slice(-36)}"]`).click()
    await expect(page.locator('main')).toContainText('A merge cannot be undone.')
    await page.getByRole('button', { name: 'Merge the two' }).click()
    await expect(page).toHaveURL(kept)
    await expect(page.locator('main')).toContainText('polished marble tiles')
    await expect(panel(page, 'Record')).toContainText('merged another profile into this one')
    await page.goto('/desk/companies?search=7650022')
    await expect(page.locator('tbody tr')).toHaveCount(1)
    await expect(page.locator('tbody')).toContainText('Margalla Marble Works')
    await page.context().close()
  })

  test('the best for everyone: proposed, applied, undone as a whole', async ({ browser }) => {
    test.slow()
    const page = await desk(browser, 'ayesha')
    await page.goto('/desk/rounds')
    await page.getByRole('button', { name: 'Propose a round' }).click()
    const apply = page.getByRole('button', { name: /^Approve \d+ pairs?$/ })
    await expect(apply).toBeVisible()
    const pairs = Number(/\d+/.exec(await apply.innerText())![0])
    expect(pairs).toBeGreaterThan(1)
    await apply.click()
    const undo = page.getByRole('button', { name: 'Undo the whole round' })
    await expect(undo).toBeVisible()
    await expect(page.locator('main')).toContainText(`${pairs} pairs approved.`)
    await undo.click()
    await expect(page.locator('main')).toContainText('Undone. The pairs wait again.')
    await page.context().close()
  })

  test('weights are tried on real pairs before they are saved, rules are saved, and the record says from what to what', async ({ browser }) => {
    const page = await desk(browser, 'daniyar')
    await page.goto('/desk/settings/weights')
    const shares = page.locator('input.num[name]')
    const [first, second] = [shares.nth(0), shares.nth(1)]
    const move = async (by: number) => {
      for (const [share, step] of [[first, -by], [second, by]] as const) await share.fill(String(Number(await share.inputValue()) + step))
    }
    await move(10)
    await expect(page.getByRole('button', { name: 'Save these weights' })).toBeVisible()
    await expect(page.locator('tbody tr')).not.toHaveCount(0)
    await page.getByRole('button', { name: 'Save these weights' }).click()
    await expect(panel(page, 'Versions')).toContainText('Version 1')

    await page.goto('/desk/settings')
    const rules = page.locator('form:has([name=undo_minutes])')
    for (const minutes of ['12', '10']) {
      await rules.locator('[name=undo_minutes]').fill(minutes)
      await send(page, rules.getByRole('button'))
      await expect(page.locator('main')).toContainText('Saved. The change is on record.')
    }
    await expect(panel(page, 'Record').locator('li').first()).toContainText('Undo window, minutes: 10 (before: 12)')
    await expect(panel(page, 'Record')).toContainText('changed the weights')
    await page.context().close()
  })

  test('an organizer is invited, joins with the invited address, sees the desk, and loses it the moment the lead removes them', async ({ browser }) => {
    const page = await desk(browser, 'ayesha')
    const guest = await (await browser.newContext()).newPage()
    await page.goto('/desk/settings/team')
    const invite = page.getByRole('button', { name: 'Send the invitation' })
    await page.getByLabel('Name of the person').fill('Zarina Bek')
    await page.getByLabel('E-mail address').fill('daniyar@demo.dastarkhan.example')
    await page.getByLabel('Decides for').selectOption('KZ')
    await invite.click()
    await expect(page.locator('main [role=alert]')).toContainText('This address works at this desk already.')
    await expect(page.getByLabel('Name of the person')).toHaveValue('Zarina Bek')
    await page.getByLabel('E-mail address').fill('zarina@walk.example')
    await invite.click()
    await expect(panel(page, 'Invited')).toContainText('Zarina Bek')

    await guest.goto('/desk/join')
    await signIn(guest, 'zarina@walk.example')
    await guest.goto('/desk/join')
    await guest.getByRole('button', { name: 'Join the desk' }).click()
    await expect(guest).toHaveURL(/\/desk/)
    await guest.goto('/desk/companies')
    await expect(guest.locator('tbody tr').first()).toBeVisible()

    await page.reload()
    await page.getByRole('button', { name: 'Remove Zarina Bek from the desk' }).click()
    await expect(page.getByRole('button', { name: 'Remove Zarina Bek from the desk' })).toHaveCount(0)
    expect((await guest.goto('/desk/companies'))!.status()).toBe(404)
    await Promise.all([page.context().close(), guest.context().close()])
  })

  test('a memorandum is written down, and the report prints on two pages', async ({ browser }) => {
    const page = await desk(browser, 'ayesha')
    await page.goto('/desk/memoranda')
    const form = page.locator('form:has([name=pkParty])')
    for (const [name, text] of Object.entries({ title: 'Hides and tanning', pkParty: 'Pakistan Tanners Association', kzParty: 'Union of Meat Processors', signedOn: '2026-02-04', source: 'Forum press release' }))
      await form.locator(`[name=${name}]`).fill(text)
    await form.locator('[name=area]').selectOption({ index: 1 })
    await form.getByRole('button').click()
    await expect(page.locator('main')).toContainText('Saved. The change is on record.')
    await expect(page.locator('main')).toContainText('Pakistan Tanners Association')
    await expect(form.locator('[name=title]')).toHaveValue('')

    await page.goto('/desk/report')
    await page.evaluate(() => document.fonts.ready)
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await page.context().close()
  })
})
