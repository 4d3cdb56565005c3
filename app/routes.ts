import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/**
 * Every address of the product. The optional first segment is the language; the root answers 404 to any other word there.
 * Hooks are machine-to-machine and have no language.
 */
export default [
  ...prefix(':lang?', [
    index('routes/public/landing.tsx'),
    route('sectors', 'routes/public/sectors.tsx'),
    route('sectors/:sector', 'routes/public/sector.tsx'),
    route('progress', 'routes/public/progress.tsx'),
    route('privacy', 'routes/public/privacy.tsx'),
    route('accessibility', 'routes/public/accessibility.tsx'),
    route('sources', 'routes/public/sources.tsx'),
    route('kit', 'routes/public/kit.tsx'),
    route('sign-in', 'routes/public/sign-in.tsx'),
    route('sign-in/code', 'routes/public/sign-in.code.tsx'),
    route('sign-in/link', 'routes/public/sign-in.link.tsx'),
    route('sign-out', 'routes/public/sign-out.tsx'),
    route('register', 'routes/company/register.start.tsx'),
    route('register/company', 'routes/company/register.company.tsx'),
    route('register/taken', 'routes/company/register.taken.tsx'),
    route('register/person', 'routes/company/register.person.tsx'),
    ...(['brings', 'seeks'] as const).flatMap(side => [
      route(`register/${side}`, 'routes/company/register.listings.tsx', { id: `register-${side}` }),
      route(`register/${side}/:listing`, 'routes/company/register.listing.tsx', { id: `register-${side}-line` }),
    ]),
    route('register/understood', 'routes/company/register.understood.tsx'),
    route('register/route', 'routes/company/register.route.tsx'),
    route('register/check', 'routes/company/register.check.tsx'),
    route('register/done', 'routes/company/register.done.tsx'),
    route('desk', 'routes/desk/layout.tsx', [
      index('routes/desk/home.ts'),
      route('queue', 'routes/desk/queue.tsx', [index('routes/desk/queue.first.tsx'), route(':pair', 'routes/desk/queue.pair.tsx')]),
      route('decide', 'routes/desk/decide.tsx'),
      route('bulk', 'routes/desk/bulk.tsx'),
    ]),
    // For the desk's own scripts and switches: no pages.
    route('desk/pairs/:pair', 'routes/desk/pairs.ts'),
    route('desk/decisions', 'routes/desk/decisions.ts'),
    route('desk/forum', 'routes/desk/preferences.ts', { id: 'desk-forum' }),
    route('desk/keys', 'routes/desk/preferences.ts', { id: 'desk-keys' }),
    route('mailbox', 'routes/mailbox/list.tsx'),
    route('mailbox/:id', 'routes/mailbox/message.tsx'),
    route('a/:token', 'routes/links/answer.tsx'),
    route('unsubscribe/:token', 'routes/links/unsubscribe.tsx'),
    route('home', 'routes/company/home.tsx'),
    route('home/introductions/:id', 'routes/company/home.introduction.tsx'),
    route('home/team', 'routes/company/home.team.tsx'),
    route('home/settings', 'routes/company/home.settings.tsx'),
    route('home/export', 'routes/company/home.export.ts'),
    route('home/leave', 'routes/company/home.leave.tsx'),
  ]),
  route('healthz', 'routes/hooks/healthz.ts'),
  route('readyz', 'routes/hooks/readyz.ts'),
  route('mailbox/:id/html', 'routes/mailbox/html.ts'),
  route('sitemap.xml', 'routes/public/sitemap.ts'),
  route('robots.txt', 'routes/public/robots.ts'),
  route('manifest.webmanifest', 'routes/public/manifest.ts'),
  ...prefix('hooks', [
    route('send-email', 'routes/hooks/send-email.ts'),
    route('resend', 'routes/hooks/resend.ts'),
    route('cron', 'routes/hooks/cron.ts'),
  ]),
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
