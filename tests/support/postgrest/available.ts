import { findPostgres, NoPostgres } from './cluster'

// Says whether the parity stand can be had here, installing PostgreSQL where that is allowed. Status 3 and a sentence when not.
try {
  findPostgres()
} catch (error) {
  if (!(error instanceof NoPostgres)) throw error
  console.log(error.message)
  process.exitCode = 3
}
