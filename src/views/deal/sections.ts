import type { Deal } from '../../deal/deal.ts';
import { chartSections, type Section } from '../../store/place.ts';

/** The sections as their tabs call them. */
export const sectionTitles: Readonly<Record<Section, string>> = {
  overview: 'Overview',
  balances: 'Balances',
  factors: 'Factors',
  delinquency: 'Delinquency',
  prepayments: 'Prepayments',
  losses: 'Losses',
  enhancement: 'Enhancement and triggers',
  rates: 'Rates and excess spread',
  tables: 'Tables',
  statement: 'Statement',
  checks: 'Checks',
  timeline: 'Timeline',
  annual: 'Annual',
  offering: 'Offering',
};

/** The sections that have something to show, in the order of the tabs. */
export const sectionsOf = (deal: Deal): readonly Section[] => [
  ...(deal.months.length > 0 ? ([...chartSections, 'tables'] as const) : []),
  ...(deal.months.length + deal.undated.length > 0 ? (['statement'] as const) : []),
  'checks',
  ...(deal.months.length + deal.annual.length > 0 ? (['timeline'] as const) : []),
  ...(deal.annual.length > 0 ? (['annual'] as const) : []),
  ...(deal.offering.length > 0 ? (['offering'] as const) : []),
];
