/** The trade of the two countries a year before, in US dollars, as Pakistan's prime minister put it in February 2026: the ledger's baseline. */
export const BASELINE_USD = 250e6
/** The target of both governments, US dollars a year. */
export const TARGET_USD = 1e9
