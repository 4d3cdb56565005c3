import { escapeLiteral } from 'pg'

const begins = /^begin$/i
const sets = /^select (set_config\('[\w.]+', \$1, true\))$/i
const changesRole = /^set local role "(\w+)"$/i

/**
 * How the small Supabase begins a request's transaction and puts on its caller, in up to seven statements whose answers nobody reads: kept back until the
 * first real one, before which they go as two statements in one message.
 */
export class Preparation {
  #begun = false
  #settings: string[] = []

  /** Notes a statement that only prepares; true when that was all it asked. */
  takes(sql: string, parameters: readonly unknown[]): boolean {
    if (begins.test(sql)) return (this.#begun = true)
    const setting = this.#begun ? this.#settingOf(sql, parameters) : undefined
    if (setting) this.#settings.push(setting)
    return setting !== undefined
  }

  #settingOf(sql: string, parameters: readonly unknown[]): string | undefined {
    const role = changesRole.exec(sql)?.[1]
    return role ? `set_config('role', ${escapeLiteral(role)}, true)` : sets.exec(sql)?.[1]?.replace('$1', () => escapeLiteral(String(parameters[0])))
  }

  /** What was kept back, as one script; empty when there is nothing. */
  script(): string {
    if (!this.#begun) return ''
    this.#begun = false
    const settings = this.#settings.splice(0)
    return settings.length > 0 ? `begin;select ${settings.join(', ')}` : 'begin'
  }
}
