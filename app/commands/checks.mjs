// Everything besides `npm test`, for `npm run check:all`: long, and for when there is time. Add yours here, with the command that runs it.

/** @type {Array<{ name: string, command: string[] }>} */
export const checks = []
