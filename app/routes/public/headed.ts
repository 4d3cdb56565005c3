import type { MetaDescriptor } from '@remix-run/node'

/** A public route's `meta`: the head its loader made, since only loaders know the language's words. */
export const headed = ({ data }: { data?: unknown }): MetaDescriptor[] => (data as { head?: MetaDescriptor[] } | undefined)?.head ?? [{ title: 'Dastarkhan' }]
