const sizes = { s: 'size-9 rounded-[9px] text-sm', m: 'size-12 rounded-xl text-lg', l: 'size-16 rounded-2xl text-2xl' } as const

/** A score, standing on the seam: Pakistan's half at the start edge, Kazakhstan's at the end. */
export function Diamond({ score, size = 'l' }: { score: number; size?: keyof typeof sizes }) {
  return (
    <span className={`grid rotate-45 place-items-center bg-[linear-gradient(45deg,var(--pk)_50%,var(--kz)_50%)] rtl:bg-[linear-gradient(45deg,var(--kz)_50%,var(--pk)_50%)] ${sizes[size]}`}>
      <b className="num -rotate-45 font-bold text-white dark:text-[#06130d]">{score}</b>
    </span>
  )
}
