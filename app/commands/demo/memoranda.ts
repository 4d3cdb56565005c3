/** Invented memoranda of the demonstration forum: in force, near their end, past it, and closed. `carriedBy`: how many introductions of the past stand for it. */
export const demoMemoranda = [
  {
    title: 'Processing of hides and sheepskins', area: 'leather', pk: 'Kasur Tanners’ Guild', kz: 'Union of Hide Collectors of Turkistan', signed: '2026-02-04', expires: '2029-02-04', carriedBy: 3, closed: null,
    steps: [['Working group meets in Shymkent', '2026-05-15', '2026-05-12'], ['Site for a joint tannery chosen', '2026-09-30', '2026-10-08'], ['First line of finished leather runs', '2027-06-30', null]],
  },
  {
    title: 'Pulses and linseed: five-year supply', area: 'grain', pk: 'Karachi Pulses Exchange', kz: 'Grain Union of Kostanay', signed: '2026-02-04', expires: '2031-02-04', carriedBy: 2, closed: null,
    steps: [['Phytosanitary certificates recognised by both sides', '2026-08-01', '2026-07-20'], ['First block train to Port Qasim', '2026-11-01', null]],
  },
  {
    title: 'Container handling at Port Qasim for transit cargo', area: 'logistics', pk: 'Indus Terminal Operators', kz: 'Steppe Rail Forwarders', signed: '2026-02-04', expires: '2026-12-31', carriedBy: 2, closed: null,
    steps: [['Tariff for transit containers published', '2026-06-30', '2026-06-28'], ['Free storage of ten days agreed', '2026-10-31', null]],
  },
  {
    title: 'Exchange of customs data on transit', area: 'customs', pk: 'Customs Transit Directorate (invented)', kz: 'Committee of State Revenue (invented)', signed: '2025-10-15', expires: '2026-10-15', carriedBy: 0, closed: null,
    steps: [['Formats agreed', '2026-03-01', '2026-03-18'], ['Trial on one corridor', '2026-09-01', null]],
  },
  {
    title: 'Training of veterinary inspectors', area: 'veterinary', pk: 'Livestock College of Okara', kz: 'Agrarian Institute of Akmola', signed: '2025-06-10', expires: '2026-06-10', carriedBy: 0, closed: 'fulfilled',
    steps: [['Twenty inspectors trained', '2026-05-01', '2026-04-22']],
  },
] as const
