import { escapeLiteral } from 'pg'

/** How the small Supabase begins a request's transaction and puts on its caller: up to seven statements whose answers nobody reads. */
const preparing = /^(begin|select set_config\('[\w.]+', \$1, true\)|set local role "\w+")$/i

/** A connection's statements that only prepare, kept back until the first real one, before which they go in one message. */
export class Preparation {
  #kept: string[] = []

  /** Notes a statement that only prepares; true when that was all it asked. */
  takes(sql: string, parameters: readonly unknown[]): boolean {
    const begins = /^begin$/i.test(sql)
    if (!preparing.test(sql) || (!begins && this.#kept.length === 0)) return false
    this.#kept.push(sql.replace('$1', () => escapeLiteral(String(parameters[0]))))
    return true
  }

  /** What was kept back, as one script; empty when there is nothing. */
  script(): string {
    return this.#kept.splice(0).join(';')
  }
}
