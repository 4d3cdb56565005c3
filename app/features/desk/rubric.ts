/** What a profile is judged by, each from 0 to 5; one zero holds it back. */
export const rubric = ['substance', 'clarity', 'plausibility', 'completeness'] as const
export type Mark = (typeof rubric)[number]
