// Written by `npm run db:types`; until then everything may be asked.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Database = any
