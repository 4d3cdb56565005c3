import type { RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'

const inLocale = (path: string) => new RegExp(`^(?:/(?:ru|kk|ur))?/${path}`)

/** What may be asked how often: by one network address, in so many seconds. A code's tenth try is refused. */
const rules = [
  { name: 'codes', at: inLocale('sign-in/code'), points: 9, seconds: 600 },
  { name: 'sign-in', at: inLocale('(?:sign-in|register)/?$'), points: 30, seconds: 600 },
  { name: 'answers', at: inLocale('(?:a|unsubscribe)/'), points: 60, seconds: 600 },
  { name: 'forms', at: /./, points: 300, seconds: 60 },
] as const
const READS_A_MINUTE = 1200

/** The network an address belongs to: a whole /64 for IPv6, since one household has that many addresses. */
export function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}

/** Counts requests of a network address and refuses the ones too many, with when to come back. Counts live in this process. */
export function limitedRates(): RequestHandler {
  const reads = new RateLimiterMemory({ points: READS_A_MINUTE, duration: 60, keyPrefix: 'reads' })
  const limiters = rules.map(({ name, at, points, seconds }) => ({ at, limiter: new RateLimiterMemory({ points, duration: seconds, keyPrefix: name }) }))
  return (req, res, next) => {
    const key = networkOf(req.ip ?? '')
    const applying = req.method === 'POST' ? limiters.filter(({ at }) => at.test(req.path)).map(({ limiter }) => limiter) : [reads]
    Promise.all(applying.map(limiter => limiter.consume(key))).then(
      () => next(),
      (refused: { msBeforeNext?: number }) => {
        const seconds = Math.ceil((refused.msBeforeNext ?? 60_000) / 1000)
        res.status(429).set('Retry-After', String(seconds)).type('text/plain')
        res.send(`Too many tries. Wait ${Math.ceil(seconds / 60)} minutes and try again; nothing you typed elsewhere is lost.\n`)
      },
    )
  }
}
