import type { I18n } from '@lingui/core'

/** Towns and waypoints of the corridors, as the database spells them, in the reader's language. */
export function townName(i18n: I18n, town: string): string {
  const names: Record<string, string> = {
    Astana: i18n._('Astana'),
    Almaty: i18n._('Almaty'),
    Aktobe: i18n._('Aktobe'),
    Aktau: i18n._('Aktau'),
    Kasur: i18n._('Kasur'),
    Shymkent: i18n._('Shymkent'),
    Tashkent: i18n._('Tashkent'),
    Termez: i18n._('Termez'),
    Ashgabat: i18n._('Ashgabat'),
    Herat: i18n._('Herat'),
    Kandahar: i18n._('Kandahar'),
    Kabul: i18n._('Kabul'),
    Peshawar: i18n._('Peshawar'),
    Quetta: i18n._('Quetta'),
    Lahore: i18n._('Lahore'),
    Islamabad: i18n._('Islamabad'),
    Kashgar: i18n._('Kashgar'),
    Khunjerab: i18n._('Khunjerab'),
    Caspian: i18n._('the Caspian'),
    Iran: i18n._('Iran'),
    Karachi: i18n._('Karachi'),
    Gwadar: i18n._('Gwadar'),
  }
  return names[town] ?? town
}
