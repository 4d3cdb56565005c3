import type { I18n } from '@lingui/core'

import type { Prerequisite, Sector } from '~/core/companies/sectors'

/** What a sector is about between these two countries, in a sentence; it is also what search engines show. */
export const sectorAbout = (i18n: I18n, sector: Sector): string =>
  ({
    leather: i18n._('Kazakhstan has hides and sheepskins; Pakistan has tanneries, and brings technology, training and joint ventures for processing them.'),
    grain: i18n._('Pulses, linseed and buckwheat are what Kazakhstan sells to Pakistan today; wheat is to follow. Pakistan mills, presses and packs.'),
    petrochemicals: i18n._('Polymers and petrochemicals from Kazakhstan, plastic goods from Pakistan: one step along the same chain.'),
    logistics: i18n._('Carriers, terminals and warehouses on the way to Karachi, Port Qasim and Gwadar, and joint ventures to move goods through them.'),
    food: i18n._('Rice, fruit, meat and processed food, both ways; halal and veterinary papers decide how far it gets.'),
    textiles: i18n._('Cotton, yarn, fabric and garments: fibre on one side, spinning mills and sewing on the other.'),
    metallurgy: i18n._('Copper, ferro-alloys, steel and ores from Kazakhstan; foundries, tools and mining partners in Pakistan.'),
    oil_gas: i18n._('Exploration, fuels and equipment: mining and petroleum are among the areas of the memoranda.'),
    chemicals: i18n._('Fertilisers, soda, sulphur and household chemicals; from bulk on one side to branded goods on the other.'),
    machinery: i18n._('Processing lines, farm machines, pumps and parts, often with the training that makes them run.'),
    pharma: i18n._('Medicines and surgical instruments from Pakistan, registered for a market that buys most of what it needs abroad.'),
    construction: i18n._('Cement, marble, tiles, timber and steelwork for two countries that build.'),
    railways: i18n._('Rolling stock, ships, ports and repair: railways and maritime affairs have memoranda of their own.'),
    digital: i18n._('Software, artificial intelligence, digital services and, under licence, virtual assets.'),
    veterinary: i18n._('Livestock, feed, seed and the services around them; a veterinary memorandum clears the way.'),
    energy: i18n._('Coal, power equipment, solar and climate projects.'),
  })[sector]

/** Why a paper is asked for, in a sentence. */
export const prerequisiteAbout = (i18n: I18n, prerequisite: Prerequisite): string =>
  ({
    veterinary_certificate: i18n._('For live animals, meat, hides and other animal goods: without it they stop at the border.'),
    phytosanitary_certificate: i18n._('For plants, grain, pulses, fruit, timber and cotton: from the plant protection service of the country of origin.'),
    drug_registration_gmp: i18n._('For medicines: registration in the country of sale, and good manufacturing practice proven.'),
    halal: i18n._('For processed food: asked for by buyers on both sides.'),
    dual_use_check: i18n._('For machines, instruments and aircraft parts that could also serve military ends, and for sanctions lists.'),
    virtual_asset_licence: i18n._('For trading or holding virtual assets: from the regulator of the country where the service is offered.'),
  })[prerequisite]
