import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'match-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function match(csv: string, ...options: string[]) {
  const file = join(folder, 'firms.csv')
  writeFileSync(file, csv)
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'app/commands/match.ts', file, ...options], { encoding: 'utf8' })
  return { status, stdout, stderr, rows: stdout.trim().split('\n').slice(1).map(row => row.split(',')) }
}

const HEAD = 'id,name,country,brings,seeks\n'
/** A star that all bring wheat to, beside modest firms that most want less. */
const MARKET = HEAD
  + Array.from({ length: 30 }, (_, i) => `k${i},Steppe ${i},KZ,wheat [1001] | cotton yarn [5205],bed linen [6302]\n`).join('')
  + 'star,Star,PK,bed linen [6302],wheat [1001] | cotton yarn [5205]\n'
  + Array.from({ length: 12 }, (_, i) => `p${i},Mill ${i},PK,bed linen [6302],wheat [1001]\n`).join('')
  + 'alone,Alone,PK,caviar [1604],snowmobiles [8703]\n'

describe('the command match', { timeout: 90_000 }, () => {
  it('writes each firm’s own ranking as rows: rank, partner, score, whether both gain, and why', () => {
    const { status, stdout, rows, stderr } = match(MARKET, '--top', '5')
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'id,rank,partner_id,score,reciprocal,reasons'])
    expect(stderr).toContain('44 firms read')
    for (let i = 0; i < 30; i++) {
      const own = rows.filter(([id]) => id === `k${i}`)
      expect(own.map(([, rank]) => rank)).toEqual(['1', '2', '3', '4', '5'])
      expect(own[0]).toMatchObject([`k${i}`, '1', 'star', expect.stringMatching(/^\d+$/), 'true', expect.stringContaining('KZ 1001')])
    }
    expect(rows.some(([id]) => id === 'alone')).toBe(false)
  })

  it('shares out with --allocate: nobody over twenty, nobody with counterparts under three, each pair from both sides', () => {
    const { status, rows, stderr } = match(MARKET, '--allocate')
    expect(status).toBe(0)
    expect(stderr).toContain('floor met for 100.0 % of firms')
    const shown = new Map<string, number>()
    for (const [id] of rows) shown.set(id!, (shown.get(id!) ?? 0) + 1)
    for (const [id, count] of shown) expect([id, count >= 3, count <= 20]).toEqual([id, true, true])
    expect([shown.size, shown.get('star')]).toEqual([43, 20])
    const pairs = new Set(rows.map(([id, , partner]) => `${id} ${partner}`))
    for (const [id, , partner] of rows) expect(pairs.has(`${partner} ${id}`)).toBe(true)
  })

  it('refuses a wrong file with its row and column, and a wrong option with how it is used, as status 2', () => {
    expect(match(`${HEAD}1,A,UZ,wool,rice\n`)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('row 2, column country') })
    expect(match(MARKET, '--top', 'ten')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: ') })
  })
})
