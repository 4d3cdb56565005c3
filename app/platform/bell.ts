/** Rings in one part of the process and is heard in another, without either knowing the other. */
export interface Bell {
  ring: () => void
  /** Who hears it; hands back how to stop listening. */
  listen: (heard: () => void) => () => void
}

export function makeBell(): Bell {
  const listeners = new Set<() => void>()
  return {
    ring: () => listeners.forEach(heard => heard()),
    listen: heard => {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
  }
}
