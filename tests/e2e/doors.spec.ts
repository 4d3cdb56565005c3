import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, test } from '@playwright/test'

import { redirectPayloads } from '../support/redirect-payloads'
import { signIn } from './actors'

test('forty wishes to be led elsewhere after signing in all end with us; a form that another site sends by itself changes nothing', async ({ browser }) => {
  test.setTimeout(600_000)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/sign-in?to=%2Fhome')
  await signIn(page, 'chenab-leather-works@demo.dastarkhan.example')
  await expect(page).toHaveURL(/\/home/)
  // Only where one is led matters, not how it looks there.
  await context.route(/\.(?:js|css|woff2|webp|svg)(?:\?|$)/, route => route.abort())
  const ours = new URL(page.url()).origin
  const left = new Set<string>()
  context.on('request', request => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== ours) left.add(request.url())
  })
  for (const wanted of redirectPayloads) {
    await page.goto(`/sign-in?to=${encodeURIComponent(wanted)}`, { waitUntil: 'commit' })
    expect(new URL(page.url()).origin, wanted).toBe(ours)
  }
  // As an address of ours, too: what is not there must not be mended into somewhere else.
  for (const path of ['//evil.example/desk', '/ru//evil.example', '/desk//evil.example/', '/%5Cevil.example']) {
    await page.goto(ours + path, { waitUntil: 'commit' })
    expect(new URL(page.url()).origin, path).toBe(ours)
  }
  expect([...left]).toEqual([])

  await page.goto('/home/settings')
  const chosen = page.locator('input[name=language]:checked')
  const language = await chosen.inputValue()
  expect(language).not.toBe('kk')
  // Another site, whose page sends our forms on load, with the cookies that the browser cares to add.
  const forms = ['/home', '/home/settings', '/home/leave', '/desk/decisions', '/sign-out', '/ur/register'].map(path => `${ours}${path}`)
  const site = createServer((request, response) => {
    const to = forms[Number(request.url?.slice(1))] ?? ''
    response.setHeader('Content-Type', 'text/html')
    response.end(`<form method="post" action="${to}"><input name="intent" value="language"><input name="language" value="kk"><input name="scope" value="global"><input name="sure" value="yes"></form><script>document.forms[0].submit()</script>`)
  })
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  try {
    for (const [i, to] of forms.entries()) {
      const answered = page.waitForResponse(response => response.request().method() === 'POST' && response.url() === to)
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/${i}`, { waitUntil: 'commit' })
      expect((await answered).status(), to).toBe(403)
      await page.waitForURL(to, { waitUntil: 'commit' })
    }
  } finally {
    site.closeAllConnections()
    site.close()
  }
  // Still signed in, in the language and with the firm that were there.
  await page.goto('/home/settings')
  await expect(page).toHaveURL(/\/home\/settings$/)
  await expect(chosen).toHaveValue(language)
  await context.close()
})
