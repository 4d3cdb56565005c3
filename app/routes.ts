import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/**
 * Every address of the product. The optional first segment is the language; the root answers 404 to any other word there.
 * Hooks are machine-to-machine and have no language.
 */
export default [
  ...prefix(':lang?', [
    index('routes/public/landing.tsx'),
  ]),
  route('healthz', 'routes/hooks/healthz.ts'),
  route('readyz', 'routes/hooks/readyz.ts'),
  ...prefix('hooks', [
    route('send-email', 'routes/hooks/send-email.ts'),
    route('resend', 'routes/hooks/resend.ts'),
    route('cron', 'routes/hooks/cron.ts'),
  ]),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
