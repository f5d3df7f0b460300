import { createContext, useContext } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { statementsOf } from '../../deal/statements.ts';
import type { Fact } from '../../facts/fact.ts';
import { contradictedFacts, type DealChecks, noFacts } from '../../store/checking.ts';
import { useApp } from '../../store/store.ts';

/** The figures of the deal on the page that failing checks point at. */
export const ContradictedContext = createContext<ReadonlySet<Fact>>(noFacts);

export const useContradicted = (): ReadonlySet<Fact> => useContext(ContradictedContext);

/** What the checks say of a deal; undefined as long as they have not run. */
export const useDealChecks = (deal: Deal | undefined): DealChecks | undefined =>
  useApp(({ checks }) => (deal === undefined ? undefined : checks.get(deal)));

/** The contradicted figures of a deal. */
export const contradictedOf = (deal: Deal, checks: DealChecks): ReadonlySet<Fact> =>
  contradictedFacts(checks, statementsOf(deal));

/** The contradicted figures of a deal, none as long as the checks have not run. */
export const useContradictedOf = (deal: Deal): ReadonlySet<Fact> => {
  const checks = useDealChecks(deal);
  return checks === undefined ? noFacts : contradictedOf(deal, checks);
};
