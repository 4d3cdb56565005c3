/** The digits of Urdu (۰–۹) and Arabic (٠–٩) keyboards as 0–9; everything else stays. */
export const latinDigits = (text: string): string => text.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
