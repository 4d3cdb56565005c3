/** Rows a form offers for milestones; a memorandum has no more. */
export const MILESTONES = 6
