import type { RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'

import { turnAway } from './turn-away'

const inLocale = (path: string) => new RegExp(`^(?:/(?:ru|kk|ur))?/${path}`)

/** What may be asked how often: by one network address, in so many seconds. */
const rules = [
  { name: 'codes of a network', at: inLocale('sign-in/code'), points: 200, seconds: 600 },
  { name: 'sign-in', at: inLocale('(?:sign-in|register)/?$'), points: 100, seconds: 600 },
  { name: 'answers', at: inLocale('(?:a|unsubscribe|claim|join)/'), points: 60, seconds: 600 },
  { name: 'forms', at: /./, points: 300, seconds: 60 },
] as const
const READS_A_MINUTE = 1200

/**
 * The tenth try at one mailed code is refused. Counted by the signed cookie that goes with it, since a whole forum may sit behind one address;
 * a cookie made up is refused by the page itself, before any code is looked at.
 */
const CODE_TRIES = 9
const pendingOf = (cookies: string | undefined) => /(?:^|; )dastarkhan-pending=([^;]+)/.exec(cookies ?? '')?.[1]

/** The network an address belongs to: a whole /64 for IPv6, since one household has that many addresses. */
export function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}

/** Counts requests of a network address and refuses the ones too many, with when to come back. Counts live in this process. */
export function limitedRates(): RequestHandler {
  const reads = new RateLimiterMemory({ points: READS_A_MINUTE, duration: 60, keyPrefix: 'reads' })
  const codes = new RateLimiterMemory({ points: CODE_TRIES, duration: 600, keyPrefix: 'codes' })
  const limiters = rules.map(({ name, at, points, seconds }) => ({ at, limiter: new RateLimiterMemory({ points, duration: seconds, keyPrefix: name }) }))
  return (req, res, next) => {
    const key = networkOf(req.ip ?? '')
    const applying = req.method === 'POST' ? limiters.filter(({ at }) => at.test(req.path)).map(({ limiter }) => limiter) : [reads]
    const counts = applying.map(limiter => limiter.consume(key))
    if (req.method === 'POST' && rules[0].at.test(req.path)) {
      const code = pendingOf(req.headers.cookie) ?? key
      counts.push(codes.consume(code))
      // A failure of ours is no try of theirs.
      res.once('finish', () => void (res.statusCode >= 500 && codes.reward(code)))
    }
    Promise.all(counts).then(
      () => next(),
      (refused: { msBeforeNext?: number }) => {
        const seconds = Math.ceil((refused.msBeforeNext ?? 60_000) / 1000)
        res.set('Retry-After', String(seconds))
        turnAway(req, res, 'too_often', { minutes: Math.ceil(seconds / 60) })
      },
    )
  }
}
