import type { Section } from '../../store/place.ts';

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
