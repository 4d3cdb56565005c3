/** What two firms may do together, inferred from who brings and who seeks what. */
export const DEAL_TYPES = [
  'supply',
  'distribution',
  'processing-joint-venture',
  'technology-transfer',
  'training',
  'contract-manufacturing',
  'logistics-joint-venture',
] as const

export type DealType = (typeof DEAL_TYPES)[number]

/** Whether a text is the code of a deal type. */
export function isDealType(text: string): text is DealType {
  return (DEAL_TYPES as readonly string[]).includes(text)
}
