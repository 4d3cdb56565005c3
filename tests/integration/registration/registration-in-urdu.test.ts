import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { type Backend, startBackend } from '../../support/backend'
import { PlainBrowser } from '../../support/browser-without-script'
import { startWeb, type Web } from '../../support/web'

// The first page of a test's own server is compiled as it is asked for.
vi.setConfig({ testTimeout: 120_000 })

let backend: Backend
let web: Web
beforeAll(async () => {
  backend = await startBackend()
  await backend.sql(`insert into public.forums (slug, name, host_city, starts_on, ends_on, desk_email) values ('islamabad-2027', 'Islamabad 2027', 'Islamabad', '2027-03-01', '2027-03-02', 'desk@example.test')`)
  web = await startWeb(backend, 4140)
}, 120_000)
afterAll(async () => {
  await web?.stop()
  await backend?.stop()
})

const code = async (email: string) => (await backend.mails(email)).at(-1)?.email_data.token ?? ''

test('a tannery registers in Urdu from the first page to publication, without JavaScript', async () => {
  const browser = new PlainBrowser(web.origin)
  let page = await browser.open('/ur/register')
  expect(page.html).toMatch(/<html lang="ur" dir="rtl"/)
  expect(page.html).not.toMatch(/<script(?! type="application\/ld)/)

  page = await browser.submit(page, { country: 'PK', language: 'ur' })
  expect(page.url).toBe('/ur/sign-in')
  page = await browser.submit(page, { email: 'Ayesha@Chenab.example' })
  expect(page.url).toBe('/ur/sign-in/code')
  page = await browser.submit(page, { code: '000000' === (await code('ayesha@chenab.example')) ? '000001' : '000000' })
  expect(page.status).toBe(422)
  page = await browser.submit(page, { code: await code('ayesha@chenab.example') })
  expect(page.url).toBe('/ur/register/company')

  page = await browser.submit(page, { nameNative: 'چناب لیدر ورکس', nameLatin: 'Chenab Leather Works', registrationNumber: '12', region: 'punjab' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="چناب لیدر ورکس"')
  page = await browser.submit(page, { registrationNumber: '۱۲۳۴۵۶۷', city: 'قصور', employeesBand: '50-249' })
  expect(page.url).toBe('/ur/register/person')
  page = await browser.submit(page, { name: 'عائشہ خان', roleTitle: 'ڈائریکٹر', phone: '+92 42 111 2233' })
  expect(page.url).toBe('/ur/register/brings/add')

  page = await browser.submit(page, { text: 'تیار چمڑا، بھیڑ کی کھال', amount: '۴۰', unit: 't', period: 'month' })
  expect(page.url).toBe('/ur/register/brings?list')
  expect(page.html).toContain('تیار چمڑا')
  page = await browser.open('/ur/register/brings/add')
  page = await browser.submit(page, { text: 'ٹیکنالوجی اور تربیت', kind: 'training' })
  expect(page.html.match(/name="intent" value="remove"/g)).toHaveLength(2)
  page = await browser.submit({ ...page, html: page.html.replace(/<form method="post"><input[\s\S]*?<\/form>/g, '') }, {})
  expect(page.url).toBe('/ur/register/seeks/add')
  page = await browser.submit(page, { text: 'کچی بھیڑ کی کھالیں', amount: '60', unit: 't', period: 'month', statedCode: '4102' })
  page = await browser.submit({ ...page, html: page.html.replace(/<form method="post"><input[\s\S]*?<\/form>/g, '') }, {})
  expect(page.url).toBe('/ur/register/understood')

  page = await browser.submit(page, {})
  expect(page.url).toBe('/ur/register/route')
  page = await browser.submit(page, { workingLanguages: ['ur', 'en'], corridors: ['turkmenistan'], ports: ['karachi', 'gwadar'], incoterms: ['FOB'] })
  expect(page.url).toBe('/ur/register/check')
  expect(page.html).toContain('Chenab Leather Works')

  const refused = await browser.submit(page, { privacy: 'yes' })
  expect(refused.status).toBe(422)
  page = await browser.submit(page, { matching: 'yes', privacy: 'yes', direct_contact: 'yes' })
  expect(page.url).toBe('/ur/register/done')

  const [row] = await backend.sql<Record<string, unknown>>('select state, name_native, registration_number, city, locale, ports, working_languages, completeness from public.companies', [])
  expect(row).toMatchObject({ state: 'published', name_native: 'چناب لیدر ورکس', registration_number: '1234567', city: 'قصور', locale: 'ur', ports: ['karachi', 'gwadar'], working_languages: ['en', 'ur'] })
  expect(row?.completeness).toBeGreaterThan(70)
  const listings = await backend.sql<Record<string, unknown>>('select direction, text, kind, amount, confirmed_code from public.listings order by direction, position', [])
  expect(listings).toMatchObject([
    { direction: 'brings', text: 'تیار چمڑا، بھیڑ کی کھال', kind: 'goods' },
    { direction: 'brings', text: 'ٹیکنالوجی اور تربیت', kind: 'training' },
    { direction: 'seeks', text: 'کچی بھیڑ کی کھالیں', kind: 'goods', confirmed_code: '4102' },
  ])
  // Each with the words that were read, in the language they were read in.
  expect(await backend.sql(`select kind, given, locale, wording ~ '[؀-ۿ]{3}' as in_urdu from public.consents order by kind`, [])).toEqual([
    { kind: 'direct_contact', given: true, locale: 'ur', in_urdu: true },
    { kind: 'matching', given: true, locale: 'ur', in_urdu: true },
    { kind: 'privacy', given: true, locale: 'ur', in_urdu: true },
    { kind: 'show_name', given: false, locale: 'ur', in_urdu: true },
  ])
}, 120_000)
