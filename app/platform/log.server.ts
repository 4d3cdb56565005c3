import pino, { type Logger } from 'pino'

/** Structured logs without personal data: what could hold an address, a token or a body is cut out by name, whoever logs it. */
export function makeLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    redact: {
      paths: ['*.email', '*.phone', '*.token', '*.code', '*.password', '*.cookie', '*.authorization', 'email', 'phone', 'token', 'code', 'to_email', '*.to_email', 'payload'],
      censor: '[cut]',
    },
    serializers: { err: pino.stdSerializers.err },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
