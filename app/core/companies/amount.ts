import { latinDigits } from '~/core/digits'

/** An amount as people write it (`1 200,5`, `1,200`, `۱۲۰۰`), or null where it is none. A comma before exactly three digits divides thousands. */
export function readAmount(typed: string): number | null {
  const text = latinDigits(typed).replace(/[\s\u00A0\u202F'٬]/g, '').replace('٫', '.')
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) && Number(plain) > 0 ? Number(plain) : null
}
