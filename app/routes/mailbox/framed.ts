// The house's fonts, which a mail itself does not carry.
const FONTS = '<link rel="stylesheet" href="/mailbox.css">'

/** A mail's HTML for a frame of ours: with the fonts that its reader's own device would have. */
export const asFramed = (html: string): string => html.replace('</head>', `${FONTS}</head>`)
