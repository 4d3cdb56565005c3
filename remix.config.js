/**
 * Remix's options, in one place; `vite.config.ts` hands them to Remix's plugin. All future flags are on but one, so that the
 * move to React Router is mechanical: routes are not discovered one by one, since choosing what to tell of them cost each page
 * a twelfth of its time, and telling all of them is a file of three kilobytes that browsers keep.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  ignoredRouteFiles: ['**/*'], // routes are named in app/routes.ts
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
