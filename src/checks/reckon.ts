import type { Fact } from '../facts/fact.ts';
import type { Arithmetic } from './arithmetic.ts';
import {
  centTerm,
  classOfRole,
  daysOf,
  daysOfYear,
  feeRate,
  levelPayPrincipal,
  listedReports,
  originalOf,
  paymentsOfYear,
  poolOriginal,
} from './context.ts';
import { checkDigit, cusipOf } from './cusip.ts';
import { powerOfTen } from './doubles.ts';
import {
  type ClassEntity,
  cellAt,
  column,
  type Figures,
  find,
  isPrinted,
  missing,
  subjectAt,
  subjectOf,
  subjectPlace,
  totalName,
} from './figures.ts';
import { mayBeEmpty, type Row, type Selection, type Sides, type Whose } from './formula.ts';
import { exactly, type Interval, zero } from './interval.ts';
import { note } from './notes.ts';
import type { Program, Step } from './program.ts';

/**
 * How figures are read: as printed; the second printing of those printed twice; or shares (factors, amounts per $1,000,
 * percentages) as some trustees print them: cut off after their last place instead of rounded, or rounded and then filled
 * up with zeros.
 */
export type Manner = 'printed' | 'second printing' | 'cut off' | 'padded';

const isShare = ({ unit }: Fact): boolean => unit === 'factor' || unit === 'perThousand' || unit === 'percent';

/** Fewer places than these are no rounding that zeros were added to. */
const leastPlaces = 3;

/** How far the bounds of a share move outward where zeros were added to it. */
const paddedReach = (figures: Figures, index: number): number => {
  const decimals = figures.facts[index]?.decimals ?? 0;
  let zeros = 0;
  for (
    let units = (figures.low[index] as number) + 0.5;
    units !== 0 && units % 10 === 0 && zeros < decimals;
    units /= 10
  ) {
    zeros += 1;
  }
  return zeros === 0 || decimals - zeros < leastPlaces ? 0 : 0.5 * powerOfTen(zeros) - 0.5;
};

/** Puts a figure on the stack; false where it is not printed or no number. */
const read = (figures: Figures, side: number, index: number, arithmetic: Arithmetic, manner: Manner): boolean => {
  if (index < 0) return false;
  const chosen = manner === 'second printing' ? (figures.again.get(index) ?? index) : index;
  const places = figures.places[chosen] as number;
  if (places < 0) return false;
  note(side, chosen);
  const low = figures.low[chosen] as number;
  const high = figures.high[chosen] as number;
  const rough = manner === 'cut off' || manner === 'padded';
  if (!rough || !isShare(figures.facts[chosen] as Fact)) arithmetic.push(low, high, places);
  else if (manner === 'cut off') arithmetic.push(low + 0.5, high + 0.5, places);
  else {
    const reach = paddedReach(figures, chosen);
    arithmetic.push(low - reach, high + reach, places);
  }
  return true;
};

const readAll = (
  figures: Figures,
  side: number,
  cells: readonly number[],
  arithmetic: Arithmetic,
  manner: Manner,
): boolean => {
  for (let position = 0; position < cells.length; position += 1) {
    if (!read(figures, side, cells[position] as number, arithmetic, manner)) return false;
    if (position > 0) arithmetic.add();
  }
  return cells.length > 0;
};

const selects = (select: Selection, entity: ClassEntity, sides: Sides, row: Row): boolean =>
  (row.group === null || entity.group === row.group) &&
  (select.roles === undefined || select.roles.includes(entity.role)) &&
  (select.except === undefined || !select.except.includes(entity.role)) &&
  (select.lacking === undefined || !isPrinted(sides.context.figures, select.lacking, entity.subject));

const subjectFor = (whose: Whose | 'pool', sides: Sides, row: Row): string | null => {
  if (whose === 'own') return row.subject;
  if (whose === 'pool') return subjectOf('', row.group);
  if (whose === 'partner') return row.partner?.subject ?? null;
  if (whose === 'total') return subjectOf(totalName, row.group);
  if ('member' in whose) return subjectOf(whose.member, row.group);
  return classOfRole(sides.context, whose.role, row.group)?.subject ?? null;
};

/** Where the columns of a side have what a figure belongs to. */
const placeFor = (step: Step, sides: Sides, row: Row, figures: Figures): number => {
  const { whose, ofOther } = step;
  if (!ofOther) {
    if (whose === 'own') return row.place;
    if (whose === 'pool') return row.poolPlace;
    if (whose === 'total') return row.totalPlace;
  }
  const subject = subjectFor(whose, sides, row);
  return subject === null ? missing : subjectPlace(figures, subject);
};

const derivedValue = (step: Step, sides: Sides, row: Row): Interval | null => {
  const context = step.ofOther ? sides.other : sides.context;
  const entity = step.whose === 'partner' ? row.partner : row.entity;
  if (context === null) return null;
  const whole = (count: number | null | undefined): Interval | null => (count == null ? null : exactly(count));
  switch (step.quantity) {
    case 'originalBalance':
      return entity === null ? null : originalOf(context, entity);
    case 'poolOriginalBalance':
      return poolOriginal(context);
    case 'accrualDays':
      return whole(daysOf(context)?.days);
    case 'accrualDaysOfYear':
      return whole(daysOfYear(context));
    case 'centTerm':
      return entity === null ? null : centTerm(context, entity);
    case 'feeRate':
      return whole(feeRate(context, row.group));
    case 'levelPayPrincipal':
      return levelPayPrincipal(context, row.group);
    case 'paymentsOfYear':
      return exactly(paymentsOfYear(context));
    case 'listedReports':
      return sides.other === null ? null : whole(listedReports(context, sides.other));
  }
};

const cusipValue = (text: string, part: 'last' | 'check' | 'whole'): number => {
  if (part === 'last') return Number(text[8]);
  return part === 'check' ? checkDigit(text) : Number.parseInt(text, 36);
};

const readCusip = (step: Step, row: Row, figures: Figures, arithmetic: Arithmetic): boolean => {
  const found = find(figures, 'cusip', row.subject);
  const text = cusipOf(figures.facts[found]?.value);
  if (text === null) return false;
  // The check digit follows from the same figure whose last digit is compared with it.
  if (step.part !== 'check') note(step.ofOther ? 1 : 0, found);
  arithmetic.pushInterval(exactly(cusipValue(text, step.part)));
  return true;
};

const classCells = (step: Step, sides: Sides, row: Row, figures: Figures): readonly number[] => {
  const cells: number[] = [];
  for (const entity of figures.classes) {
    if (!selects(step.select, entity, sides, row)) continue;
    const found = cellAt(figures, step.column, subjectPlace(figures, entity.subject));
    if (found !== missing) cells.push(found);
  }
  return cells;
};

const allocationCells = (figures: Figures, subject: string | null): readonly number[] =>
  column(figures, 'underwriterAllocation').filter((index) => {
    const fact = figures.facts[index];
    return (
      fact?.class !== totalName &&
      !/^totals?$/i.test(fact?.member ?? '') &&
      (subject === null || subjectAt(figures, index) === subject)
    );
  });

/** The sum of a concept over the months; false where one of them does not print it. */
const readMonths = (step: Step, sides: Sides, row: Row, arithmetic: Arithmetic, manner: Manner): boolean => {
  const subject = subjectFor(step.whose, sides, row) ?? '';
  const found = sides.months.map(({ figures }) => cellAt(figures, step.column, subjectPlace(figures, subject)));
  if (found.length === 0 || found.includes(missing)) return false;
  return sides.months.every(({ figures }, month) => {
    if (!read(figures, month + 2, found[month] ?? missing, arithmetic, manner)) return false;
    if (month > 0) arithmetic.add();
    return true;
  });
};

const take = (step: Step, sides: Sides, row: Row, arithmetic: Arithmetic, manner: Manner): boolean => {
  const { ofOther } = step;
  const figures = (ofOther ? sides.other : sides.context)?.figures;
  if (figures === undefined) {
    if (!step.orNothing) return false;
    arithmetic.pushInterval(zero);
    return true;
  }
  const side = ofOther ? 1 : 0;
  switch (step.kind) {
    case 'figure': {
      const index = cellAt(figures, step.column, placeFor(step, sides, row, figures));
      if (index !== missing || !step.orNothing) return read(figures, side, index, arithmetic, manner);
      arithmetic.pushInterval(zero);
      return true;
    }
    case 'add':
      arithmetic.add();
      return true;
    case 'subtract':
      arithmetic.subtract();
      return true;
    case 'multiply':
      arithmetic.multiply();
      return true;
    case 'divide':
      return arithmetic.divide();
    case 'constant':
      arithmetic.pushInterval(step.value);
      return true;
    case 'cusip':
      return readCusip(step, row, figures, arithmetic);
    case 'derived': {
      const value = derivedValue(step, sides, row);
      if (value !== null) arithmetic.pushInterval(value);
      return value !== null;
    }
    case 'terms':
      return readAll(figures, side, row.terms, arithmetic, manner);
    case 'term':
      return read(figures, side, row.terms[step.index] ?? missing, arithmetic, manner);
    case 'classes': {
      const cells = classCells(step, sides, row, figures);
      if (cells.length > 0 || !mayBeEmpty(step.select)) return readAll(figures, side, cells, arithmetic, manner);
      arithmetic.pushInterval(zero);
      return true;
    }
    case 'loans':
      return readAll(figures, side, figures.columns[step.column]?.cells ?? [], arithmetic, manner);
    case 'allocations':
      return readAll(figures, side, allocationCells(figures, step.ofClass ? row.subject : null), arithmetic, manner);
    case 'months':
      return readMonths(step, sides, row, arithmetic, manner);
  }
};

/** Puts the value of a formula on the stack; false where a figure that it needs is not printed. */
export const reckon = (program: Program, sides: Sides, row: Row, arithmetic: Arithmetic, manner: Manner): boolean => {
  for (let position = 0; position < program.length; position += 1) {
    if (!take(program[position] as Step, sides, row, arithmetic, manner)) return false;
  }
  return true;
};
