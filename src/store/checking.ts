import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import type { Fact, Statement } from '../facts/fact.ts';
import { type Checker, createChecker } from '../ingest/checking.ts';
import type { Check, DealChecks } from '../ingest/deal-checks.ts';
import { fetchFigures } from './kept.ts';
import { keepChecks, keptChecks } from './kept-checks.ts';
import { useApp } from './store.ts';
import { useUnchecked } from './unchecked.ts';

export { verdictCodes } from '../checks/verdicts.ts';
export { type Check, type DealChecks, type Finding, kindOfRule } from '../ingest/deal-checks.ts';

const { getState, setState } = useApp;

let checker: Checker | null = null;
let wanted: readonly Deal[] = [];
let running = false;

const theChecker = (): Checker => {
  checker ??= createChecker();
  return checker;
};

/** Waits until the page has drawn what it was about to draw; no longer than a second. */
const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });

const check = async (deal: Deal): Promise<DealChecks> => {
  await fetchFigures(statementsOf(deal));
  const checks = await theChecker().check(deal);
  void keepChecks(deal, checks);
  return checks;
};

const run = async (): Promise<void> => {
  for (;;) {
    await untilIdle();
    const left = wanted.filter((deal) => !getState().checks.has(deal) && !useUnchecked.getState().failed.has(deal));
    useUnchecked.setState({ deals: left.length });
    const [next] = left;
    if (next === undefined) return;
    try {
      const outcome = (await keptChecks(next)) ?? (await check(next));
      if (wanted.includes(next)) setState(({ checks }) => ({ checks: new Map(checks).set(next, outcome) }));
    } catch (cause) {
      // Asked again only when it changes, or when somebody wants it.
      const found = cause instanceof Error ? cause.message : String(cause);
      useUnchecked.setState(({ failed }) => ({ failed: new Map(failed).set(next, found) }));
    }
  }
};

/** Checks the deals given, the first first; what is known of deals no longer among them is forgotten. */
export const checkDeals = (deals: readonly Deal[]): void => {
  wanted = deals;
  const { checks } = getState();
  const kept = new Map(deals.flatMap((deal) => (checks.has(deal) ? [[deal, checks.get(deal)] as const] : [])));
  if (kept.size < checks.size) setState({ checks: kept as ReadonlyMap<Deal, DealChecks> });
  const { failed } = useUnchecked.getState();
  if ([...failed.keys()].some((deal) => !deals.includes(deal))) {
    useUnchecked.setState({ failed: new Map([...failed].filter(([deal]) => deals.includes(deal))) });
  }
  if (running) return;
  running = true;
  useUnchecked.setState({ deals: deals.length - kept.size });
  void run().finally(() => {
    running = false;
  });
};

/** Checks a deal once more that could not be checked. */
export const checkAgain = (deal: Deal): void => {
  useUnchecked.setState(({ failed }) => ({ failed: new Map([...failed].filter(([other]) => other !== deal)) }));
  checkDeals(wanted);
};

const explained = new WeakMap<Statement, { readonly deal: Deal; readonly checks: Promise<readonly Check[]> }>();

/** Every check that uses a figure of the statement, asked for once. */
export const explain = (deal: Deal, statement: Statement): Promise<readonly Check[]> => {
  const known = explained.get(statement);
  if (known?.deal === deal) return known.checks;
  const checks = theChecker().explain(deal, statement);
  explained.set(statement, { deal, checks });
  checks.catch(() => explained.delete(statement));
  return checks;
};

/** No figures: the same set always, so that nothing is drawn anew for it. */
export const noFacts: ReadonlySet<Fact> = new Set();

const contradicted = new WeakMap<DealChecks, ReadonlySet<Fact>>();

/** The figures that a failing check points at. `statements` are those of the deal, in the order of its checks. */
export const contradictedFacts = (checks: DealChecks, statements: readonly Statement[]): ReadonlySet<Fact> => {
  const known = contradicted.get(checks);
  if (known !== undefined) return known;
  const found = new Set<Fact>();
  checks.statements.forEach((statement, number) => {
    if (statement.contradicted === 0 && !statement.verdicts.includes(2)) return;
    statement.verdicts.forEach((code, index) => {
      const fact = statements[number]?.facts[index];
      if (code === 2 && fact !== undefined) found.add(fact);
    });
  });
  const outcome = found.size === 0 ? noFacts : found;
  contradicted.set(checks, outcome);
  return outcome;
};
