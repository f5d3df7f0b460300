import { isPartOf } from '../facts/class-sums.ts';
import { notionalCandidates, rateShift, unchangedPairs } from './context.ts';
import {
  type ClassEntity,
  column,
  type Figures,
  type Member,
  ofShape,
  subjectAt,
  subjectOf,
  subjectPlace,
  totalName,
} from './figures.ts';
import type { Row, Sides } from './formula.ts';
import type { Each, Identity } from './identity.ts';

const wholeDeal: Member = { subject: '', name: '', group: null };

const noTerms: readonly number[] = [];

const rowOf = (figures: Figures, row: Partial<Row>): Row => {
  const { subject = '', group = null } = row;
  return {
    subject,
    name: row.name ?? null,
    group,
    entity: row.entity ?? null,
    partner: row.partner ?? null,
    terms: row.terms ?? noTerms,
    place: subjectPlace(figures, subject),
    poolPlace: subjectPlace(figures, subjectOf('', group)),
    totalPlace: row.totalPlace ?? subjectPlace(figures, subjectOf(totalName, group)),
  };
};

const classRow = (figures: Figures, entity: ClassEntity, partner: ClassEntity | null = null): Row =>
  rowOf(figures, { subject: entity.subject, name: entity.name, group: entity.group, entity, partner });

const memberRow = (figures: Figures, { subject, name, group }: Member): Row => rowOf(figures, { subject, name, group });

/** Ways to read one row, the first of which is the one to report. */
export type Readings = readonly Row[];

const isTotalRow = (figures: Figures, index: number): boolean => {
  const fact = figures.facts[index];
  return fact?.class === totalName || fact?.member === 'total' || isSum(figures, fact?.class ?? null);
};

const isSum = (figures: Figures, name: string | null): name is string => name !== null && figures.shape.sums.has(name);

/** The cells that a total may add up: all before it, those since the total before, those after it where it comes first. */
const termChoices = (figures: Figures, cells: readonly number[], position: number): readonly (readonly number[])[] => {
  const { group = null, class: name = null } = figures.facts[cells[position] ?? -1] ?? {};
  const ofGroup = (cell: number): boolean =>
    !isTotalRow(figures, cell) && (group === null || figures.facts[cell]?.group === group);
  // `Class A Total`: of.
  if (isSum(figures, name))
    return [cells.filter((cell) => ofGroup(cell) && isPartOf(figures.facts[cell]?.class ?? '', name))];
  const before = cells.slice(0, position);
  const all = before.filter(ofGroup);
  if (all.length === 0) return [cells.slice(position + 1).filter(ofGroup)];
  const previous = before.findLastIndex((cell) => isTotalRow(figures, cell));
  return previous < 0 ? [all] : [all, before.slice(previous + 1).filter(ofGroup)];
};

interface TotalRow {
  readonly readings: Readings;
  /** Whether it stands above the cells that it adds up. */
  readonly first: boolean;
}

/** The total rows of a column, as far as the shape of the statement tells what they may add up. */
const totalRows = (figures: Figures, identity: Identity): readonly TotalRow[] => {
  const { concept } = identity;
  if (concept === undefined) return [];
  return ofShape(figures.shape, `total ${concept}`, () => {
    const cells = column(figures, concept);
    return cells.flatMap((total, position) => {
      const fact = figures.facts[total];
      if (fact === undefined || !isTotalRow(figures, total)) return [];
      const choices = termChoices(figures, cells, position).filter((terms) => terms.length > 0);
      const subject = subjectAt(figures, total);
      const own = isSum(figures, fact.class) ? { totalPlace: subjectPlace(figures, subject) } : {};
      const row = { subject, name: fact.class, group: fact.group, ...own };
      if (choices.length === 0) return [];
      const readings = choices.map((terms) => rowOf(figures, { ...row, terms }));
      return [{ readings, first: (choices[0]?.[0] ?? 0) > total }];
    });
  });
};

/** From balances, a total row may leave out notional classes. */
const totalRowsOfBalances = (sides: Sides, identity: Identity): readonly Readings[] => {
  const { figures } = sides.context;
  const rows = totalRows(figures, identity);
  const { concept } = identity;
  const ofBalances = concept === 'beginningBalance' || concept === 'endingBalance' || concept === 'originalBalance';
  const notional = ofBalances ? notionalCandidates(sides.context) : [];
  return rows.map(({ readings, first }) => {
    const [row] = readings;
    if (row === undefined || first || notional.length === 0) return readings;
    const all = row.terms;
    const candidates = all.filter(
      (cell) =>
        figures.facts[cell]?.value !== 0 && notional.some(({ subject }) => subject === subjectAt(figures, cell)),
    );
    if (candidates.length === 0) return readings;
    const left = candidates.length > 1 ? [candidates, ...candidates.map((cell) => [cell])] : [candidates];
    const without = left.map((cells) => all.filter((cell) => !cells.includes(cell)));
    return [...readings, ...without.filter((terms) => terms.length > 0).map((terms) => ({ ...row, terms }))];
  });
};

/** A total over delinquency buckets: all of them, or those by days alone. */
const bucketTotals = (figures: Figures, identity: Identity): readonly Readings[] =>
  ofShape(figures.shape, identity, () =>
    totalRows(figures, identity).map(({ readings }) => {
      const [first] = readings;
      if (first === undefined) return readings;
      const named = (names: readonly string[]): Row => ({
        ...first,
        terms: first.terms.filter((cell) => names.includes(figures.facts[cell]?.member ?? '')),
      });
      const byDays = ['30-59', '60-89', '90+'];
      return [
        first,
        named(byDays),
        named([...byDays, 'foreclosure', 'reo']),
        named([...byDays, 'foreclosure', 'bankruptcy', 'reo']),
      ].filter(({ terms }) => terms.length > 1);
    }),
  );

/** A figure of the whole pool over those of its groups. */
const sumsOfGroups = (figures: Figures, identity: Identity): readonly Readings[] => {
  const cells = identity.concept === undefined ? [] : column(figures, identity.concept);
  const terms = cells.filter((cell) => figures.facts[cell]?.group !== null);
  return terms.length > 1 && terms.length < cells.length ? [[rowOf(figures, { terms })]] : [];
};

/** Each by itself: there is one way to read it. */
const sole = (rows: readonly Row[]): readonly Readings[] => rows.map((row) => [row]);

/** The rows of each kind that follow from the shape of a statement. */
const rowsOfShape = {
  class: (figures) => sole(figures.classes.map((entity) => classRow(figures, entity))),
  'class or total': (figures) =>
    sole([
      ...figures.classes.map((entity) => classRow(figures, entity)),
      ...figures.totals.map((total) => memberRow(figures, total)),
    ]),
  'notional class': (figures) =>
    sole(
      figures.classes
        .filter(({ role }) => role === 'excess' || role === 'interestOnly' || role === 'other')
        .map((entity) => classRow(figures, entity)),
    ),
  pool: (figures) =>
    sole((figures.pools.length > 0 ? figures.pools : [wholeDeal]).map(({ group }) => rowOf(figures, { group }))),
  bucket: (figures) => sole(figures.buckets.map((bucket) => memberRow(figures, bucket))),
} satisfies Partial<Record<Each, (figures: Figures) => readonly Readings[]>>;

/** The rows of each kind that take more than the shape. */
const rowsOfStatement = {
  loan: ({ context: { figures } }) => sole(figures.loans.map((loan) => memberRow(figures, loan))),
  'class beside the reference': ({ context }) => {
    const reference = rateShift(context)?.reference;
    if (reference === undefined) return [];
    const { figures } = context;
    return sole(
      figures.classes
        .filter((entity) => entity.subject !== reference.subject && entity.role !== 'excess')
        .map((entity) => classRow(figures, entity, reference)),
    );
  },
  'printed twice': ({ context: { figures } }) =>
    sole(
      figures.twice.map((figure) => {
        const fact = figures.facts[figure];
        const next = figures.again.get(figure);
        return rowOf(figures, {
          subject: subjectAt(figures, figure),
          name: fact?.class ?? fact?.member ?? null,
          terms: next === undefined ? [figure] : [figure, next],
        });
      }),
    ),
  'pair of unchanged classes': ({ context }) =>
    sole(unchangedPairs(context).map(([lower, higher]) => classRow(context.figures, higher, lower))),
  'total row': totalRowsOfBalances,
  'bucket total': ({ context }, identity) => bucketTotals(context.figures, identity),
  'sum of the groups': ({ context }, identity) => sumsOfGroups(context.figures, identity),
} satisfies Partial<Record<Each, (sides: Sides, identity: Identity) => readonly Readings[]>>;

/** The rows of a statement that an identity is tested on, each in the ways that it may be read. */
export const rowsFor = (sides: Sides, identity: Identity): readonly Readings[] => {
  const { each } = identity;
  if (each in rowsOfStatement) return rowsOfStatement[each as keyof typeof rowsOfStatement](sides, identity);
  const { figures } = sides.context;
  const kind = each as keyof typeof rowsOfShape;
  return ofShape(figures.shape, kind, () => rowsOfShape[kind](figures));
};
