/**
 * Forty processed goods that Kazakhstan wants to sell to Pakistan, worth US$21.5 million a year more, by its own reckoning of February 2026. It named the six
 * sectors and the sum; the list of the forty was not published. These HS headings are the desk's working list within those sectors, to be replaced by the
 * official one as soon as there is one.
 */
export const processedGoods = {
  petrochemicals: ['3901', '3902', '3903', '3904', '3907', '2902'],
  metallurgy: ['7202', '7207', '7208', '7210', '7403', '7408', '7601', '7801', '7901'],
  food: ['1101', '1103', '1107', '1108', '1512', '1515', '1704', '1806', '1902', '1905', '0402'],
  chemicals: ['2804', '2818', '2819', '2841', '3102', '3105'],
  machinery: ['8432', '8433', '8504', '8507', '8607'],
  pharma: ['3002', '3004', '3005'],
} as const

export const processedHeadings: readonly string[] = Object.values(processedGoods).flat()
/** US dollars a year more, as Kazakhstan's side put it. */
export const PROCESSED_GOODS_USD = 21.5e6
