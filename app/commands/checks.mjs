// Everything besides `npm test`, for `npm run check:all`: long, and for when there is time. Add yours here, with the command that runs it.

/** @type {Array<{ name: string, command: string[] }>} */
export const checks = [
  { name: 'The interface on every page, in every language, theme and width', command: ['npm', 'run', '--silent', 'check:interface'] },
]
