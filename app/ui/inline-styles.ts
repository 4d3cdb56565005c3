import { createContext } from 'react'

/** The whole stylesheet as text, where it is to stand within the page; null where the page links to it. Only the server ever has it. */
export const InlineStyles = createContext<{ css: string; nonce: string } | null>(null)
