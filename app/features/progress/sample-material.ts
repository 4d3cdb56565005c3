import type { ProgressMaterial } from './progress-view.server'

const firm = (place: number, suggested: number, introduced: number) => ({
  id: `firm-${place}`, country: place % 2 ? ('KZ' as const) : ('PK' as const), region: place % 2 ? 'shymkent' : 'punjab', sector: 'leather', size: '10-49', native: `Firm ${place}`, latin: `Firm ${place}`, locale: 'en' as const,
  completeness: 80, coded: 2, listings: 2, suggested, introduced, connected: 0,
})

/** A forum's figures, made up for the tests of the charts: every state once, a corridor unused, a level of evidence without value. */
export const sampleMaterial: ProgressMaterial = {
  facts: {
    funnel: { suggested: 412, approved: 96, sent: 90, answered: 61, connected: 38, met: 21, agreed: 9 },
    hours: 14.25,
    weeks: [{ from: '2026-11-02', decided: 31, hours: 30.5 }, { from: '2026-11-09', decided: 48, hours: 14.2 }, { from: '2026-11-16', decided: 40, hours: 6 }],
    bands: [{ from: 90, sent: 12, yes: 10 }, { from: 80, sent: 28, yes: 20 }, { from: 70, sent: 30, yes: 16 }, { from: 60, sent: 20, yes: 6 }],
    exposure: [firm(1, 0, 0), firm(2, 1, 1), firm(3, 3, 0), firm(4, 4, 2), firm(5, 9, 1), firm(6, 12, 8), firm(7, 22, 2)],
    corridors: [
      { id: 'turkmenistan', legs: ['Astana', 'Aktobe', 'Ashgabat', 'Herat', 'Kandahar', 'Quetta'], status: 'open', pairs: 120, introductions: 31, asOf: '2026-02-04', source: 'Joint statement' },
      { id: 'uzbekistan', legs: ['Almaty', 'Shymkent', 'Tashkent', 'Termez', 'Kabul', 'Peshawar'], status: 'restricted', pairs: 260, introductions: 50, asOf: '2026-02-04', source: 'Joint statement' },
      { id: 'caspian', legs: ['Aktau', 'Caspian', 'Iran', 'Gwadar'], status: 'open', pairs: 18, introductions: 4, asOf: '2026-02-04', source: 'Desk' },
      { id: 'china', legs: ['Almaty', 'Kashgar', 'Khunjerab', 'Islamabad'], status: 'closed', pairs: 7, introductions: 0, asOf: '2026-02-04', source: 'Desk' },
      { id: 'air', legs: ['Almaty', 'Lahore'], status: 'open', pairs: 0, introductions: 0, asOf: '2026-02-04', source: 'Airlines' },
    ],
    meetings: [{ pk: 'leather', kz: 'leather', pairs: 64, approved: 20 }, { pk: 'textiles', kz: 'leather', pairs: 9, approved: 2 }, { pk: 'food', kz: 'grain', pairs: 41, approved: 12 }],
    ledger: [
      { kind: 'met', evidence: 'claimed', count: 21, usd: 0 }, { kind: 'contract', evidence: 'claimed', count: 4, usd: 5_400_000 }, { kind: 'contract', evidence: 'documented', count: 2, usd: 1_200_000 },
      { kind: 'shipped', evidence: 'customs_verified', count: 1, usd: 410_000 },
    ],
  },
  figures: [],
  goods: [{ heading: '3901', bringers: 2, seekers: 3, introduced: 1 }, { heading: '1101', bringers: 1, seekers: 0, introduced: 0 }, { heading: '3004', bringers: 0, seekers: 2, introduced: 0 }],
  memoranda: [
    {
      id: 'm1', title: 'Processing of hides', area: 'leather', pkParty: 'Tanners of Kasur', kzParty: 'Collectors of Shymkent', signedOn: '2026-02-04', expiresOn: '2028-02-04', source: 'State visit', note: null,
      milestones: [{ what: 'Working group meets', dueOn: '2026-05-01', doneOn: '2026-05-12' }, { what: 'Site chosen', dueOn: '2026-10-01', doneOn: null }], introductions: [], closedAs: null, closedAt: null, version: 1,
    },
    {
      id: 'm2', title: 'Customs data', area: 'customs', pkParty: 'Customs of Pakistan', kzParty: 'State revenue', signedOn: '2025-12-20', expiresOn: '2026-12-20', source: 'State visit', note: null, milestones: [],
      introductions: [], closedAs: null, closedAt: null, version: 1,
    },
  ],
  nameOf: code => ({ '3901': 'Polymers of ethylene', '1101': 'Wheat flour', '3004': 'Medicines' })[code] ?? null,
}
