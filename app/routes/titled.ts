/** A route's `meta`: the title its loader made, since only loaders know the language's words. */
export const titled = ({ data }: { data?: unknown }) => [{ title: (data as { title?: string } | undefined)?.title ?? 'Dastarkhan' }]
