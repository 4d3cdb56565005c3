/** A form that came back: a sentence a field, what was typed, a sentence for the whole form. `stale`: somebody else saved meanwhile. */
export type Refused = { errors: Record<string, string>; typed: Record<string, string | string[]>; form?: string; stale?: boolean }

/** What a field shows: what was just typed, if the form came back; else what is saved. */
export function fieldText(came: Refused | undefined, name: string, saved: string | number | null | undefined): string {
  const typed = came?.typed[name]
  if (came) return Array.isArray(typed) ? (typed[0] ?? '') : (typed ?? '')
  return saved === null || saved === undefined ? '' : String(saved)
}

/** The same for a field of several choices. */
export function fieldChoices(came: Refused | undefined, name: string, saved: readonly string[]): readonly string[] {
  if (!came) return saved
  const typed = came.typed[name]
  return Array.isArray(typed) ? typed : typed ? [typed] : []
}
