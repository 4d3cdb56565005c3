import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'

import { expect, test, vi } from 'vitest'

import { faultStand } from '../../support/fault-stand'

// `npm run worker` as a process of its own, told to go while the provider still works on its mail.

vi.setConfig({ testTimeout: 120_000 })

const tsx = createRequire(import.meta.url).resolve('tsx')
const { stand, oneMail, row } = faultStand()

const startWorker = () =>
  spawn(process.execPath, ['--import', tsx, 'app/server/worker.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env, NODE_ENV: 'test', APP_STAND: 'test', LOG_LEVEL: 'silent', APP_ORIGIN: 'http://127.0.0.1:3000', SUPABASE_URL: stand.backend.url, SUPABASE_ANON_KEY: stand.backend.anonKey,
      SUPABASE_SERVICE_ROLE_KEY: stand.backend.serviceKey, SEND_EMAIL_HOOK_SECRET: `v1,whsec_${Buffer.alloc(32, 7).toString('base64')}`, SESSION_SECRET: 'a'.repeat(40), CRON_SECRET: 'b'.repeat(40),
      RESEND_API_KEY: 're_test', RESEND_BASE_URL: stand.provider.url, RESEND_WEBHOOK_SECRET: `whsec_${'a'.repeat(32)}`, MAIL_FROM: 'desk@example.test',
    },
  })

test('on SIGTERM what is in flight is finished and written down, and nothing more is claimed', async () => {
  const inFlight = await oneMail()
  stand.provider.next('held')
  const worker = startWorker()
  await vi.waitFor(() => expect(stand.provider.accepted).toHaveLength(1), { timeout: 60_000 })
  const gone = once(worker, 'exit')
  worker.kill('SIGTERM')
  const late = await oneMail()
  stand.provider.release()
  // 1 would mean that it was still waiting after ten seconds, and went all the same.
  expect(await gone).toEqual([0, null])
  expect((await row(inFlight)).state).toBe('sent')
  expect(await row(late)).toMatchObject({ state: 'queued', attempts: 0 })
})
