import type { Row } from '../layout/blocks.ts';
import { crossBucket } from './buckets.ts';
import type { ConceptId } from './concepts.ts';
import { concepts } from './concepts.ts';
import type { Context, RowPlan } from './context.ts';
import { FARTHEST } from './context.ts';
import type { Unit } from './fact.ts';
import { EMPTY_MEANING, isCertificates } from './frame.ts';
import type { LabelMeaning } from './label.ts';
import { labelMeaning } from './label.ts';
import { findMeaning } from './meaning.ts';
import type { Surroundings, ValueShape } from './surroundings.ts';

/** What a value of some shape in some column of a row stands for. */
export interface Resolution {
  readonly concept: ConceptId | null;
  readonly unit: Unit;
  readonly class: string | null;
  readonly group: string | null;
  /** Delinquency bucket or underwriter; a loan's number is the row's own. */
  readonly member: string | null;
  readonly ofLoan: boolean;
}

function unitOfShape(shape: ValueShape): Unit {
  if (shape === 'percent') return 'percent';
  if (shape === 'long') return 'factor';
  if (shape === 'integer' || shape === 'count') return 'count';
  if (shape === 'flag') return 'flag';
  return shape === 'code' ? 'text' : 'USD';
}

/** `Weighted Average Original Term`: in months, whether it has a concept or not. */
const isTerm = ({ words }: LabelMeaning): boolean =>
  words.includes('weighted') &&
  words.includes('average') &&
  (words.includes('term') || words.includes('maturity')) &&
  !words.some((word) => word === 'balance' || word === 'amount' || word === 'principal' || word === 'loan');

/** `Has a Loss Rate Event Occurred?`: an answer behind it is one, whatever it is asked of. */
const asks = /\?\s*$|\b(?:occurred|trigger|test|event)\b/i;

const postalCode = /(?:,\s*|\s)(?:[A-Z]{2}|D\.?\s?C\.?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\.?$/;

/** Neighbouring lines joined, since a sentence breaks over lines; nearest first. */
function sentencesBefore(row: Row): LabelMeaning[] {
  const sentences: LabelMeaning[] = [];
  let line = row.preceding;
  for (let i = 0; line !== null && i < FARTHEST; i++, line = line.before) {
    sentences.push(labelMeaning(line.before === null ? line.text : `${line.before.text} ${line.text}`));
  }
  return sentences;
}

export interface CellQuestion {
  readonly column: number;
  readonly shape: ValueShape;
  /** The row names a loan. */
  readonly ofLoan: boolean;
  /** A whole number in a row that has an amount in cents. */
  readonly besideMoney: boolean;
  /** The only value of its row. */
  readonly alone: boolean;
  /** The first row of its block. */
  readonly leads: boolean;
  /** Five digits and nothing else: what a postal code looks like. */
  readonly likePostalCode: boolean;
}

/** `90 days` where rows of 120 days follow are 90 to 119 days. */
function bucketOf(meaning: LabelMeaning, longArrears: boolean): string | null {
  const { daysAlone, bucket } = meaning;
  if (!longArrears || daysAlone === null || daysAlone < 90 || daysAlone === 180) return bucket;
  return `${daysAlone}-${daysAlone + 29}`;
}

const arrearsWords = new Set([
  'total',
  'aggregate',
  'delinquent',
  'loan',
  'mortgage',
  'pool',
  'foreclosure',
  'bankruptcy',
  'reo',
  'past',
]);

/** `Total Delinquencies`, `Total Delinquent Contracts`, `Total Past Due`. */
const isTotalOfArrears = ({ words }: LabelMeaning): boolean =>
  words[0] === 'total' &&
  (words.includes('delinquent') || words.includes('past')) &&
  words.every((word) => arrearsWords.has(word));

/** What counts the loans of a balance. */
const countsOf: Readonly<Record<string, ConceptId>> = {
  poolBeginningBalance: 'loanCountBeginning',
  poolEndingBalance: 'loanCountEnding',
};

const flowWords = new Set(['loss', 'fee', 'shortfall', 'advance', 'recovery', 'prepayment', 'liquidation']);

const timeConcept: Readonly<Record<string, ConceptId>> = {
  beginning: 'beginningBalance',
  ending: 'endingBalance',
  original: 'originalBalance',
};
/** Of these, other amounts than balances have a beginning and an end. */
const notBalances = new Set(
  'interest shortfall carryforward loss reserve factor rate overcollateralization delinquent fee percent loan number yield advance'.split(
    ' ',
  ),
);

const timeOf = ({ words: [word, ...others] }: LabelMeaning): string | null =>
  word !== undefined && others.length === 0 && word in timeConcept ? word : null;

const balanceWords = new Set(['balance', 'principal', 'certificate', 'class']);

/** The time that the heading is of, where it says no more than that it is of a balance. */
const timeOfBalance = ({ words: [word, ...others] }: LabelMeaning): string | null =>
  word !== undefined && word in timeConcept && others.every((other) => balanceWords.has(other)) ? word : null;

/** `Beg. of Period   End of Period` over rows of classes: balances, where both stand there and nothing says what else they would be. */
function balanceAtTime({ frame, meanings }: Context, column: LabelMeaning, spanning: LabelMeaning): ConceptId | null {
  const time = timeOf(column);
  if (!frame.classRows || time === null || spanning.words.length > 0) return null;
  const times = frame.columns.map(time === 'original' ? timeOfBalance : timeOf);
  if (times.filter((its) => its === time).length > 1 || !times.includes('beginning') || !times.includes('ending'))
    return null;
  if (meanings.slice(0, 2).some(({ words, ofAccount }) => ofAccount || words.some((word) => notBalances.has(word))))
    return null;
  return timeConcept[time]!;
}

/** `30-59   60-89   Total`: over other columns than buckets, `Total` is not that of arrears alone where only some of the rows are. */
const totalsBuckets = ({ frame }: Context): boolean =>
  !frame.bucketTable || [...frame.columns, ...frame.spanning].some(({ bucket }) => bucket !== null);

const says = ({ words }: LabelMeaning, word: string): boolean => words.length === 1 && words[0] === word;

const isBesideOriginal = ({ columns }: Context['frame']): boolean => columns.some((column) => says(column, 'original'));

/** Settles a value by everything printed around it; null where it is no figure of the statement (a postal code, a stray answer). */
function resolveCell(context: Context, plan: RowPlan, row: Row, question: CellQuestion): Resolution | null {
  const { frame } = context;
  const { meaning } = plan;
  const { column: index, shape, ofLoan } = question;
  const continued = frame.twoLines !== null && row.continued;
  const headings = frame.twoLines === null ? frame.columns : continued ? frame.twoLines.second : frame.twoLines.first;
  let column = index < 0 ? EMPTY_MEANING : headings[index]!;
  const spanning = index < 0 ? EMPTY_MEANING : frame.spanning[index]!;
  const isCusipColumn = column.words.includes('cusip');
  // A heading `per $1,000` does not speak of a figure in whole cents.
  if (column.perThousand && (shape === 'money' || shape === 'integer') && !continued) column = EMPTY_MEANING;
  // `Interest Distribution` over `Amount   per $1,000`.
  if (column.perThousand && column.words.length === 0 && frame.longColumns[index] === true && spanning.words.length > 0)
    column = spanning;
  // `Scheduled Principal   1,234.56` under the first of several classes, further down: of that class, or of all?
  if (question.alone && index === 0 && frame.continued && frame.classColumns) column = EMPTY_MEANING;
  const columnClass =
    column.class ??
    (frame.classColumns
      ? (column.bareClass ??
        (column.total ? 'Total' : frame.amongNotes && isCertificates(column) ? 'Certificates' : null))
      : null);
  // `Class A and Class B Distribution` in a column headed by one of them.
  const ofColumn = frame.classColumns && !frame.classRows ? columnClass : null;
  const cls = ofColumn ?? plan.class ?? columnClass ?? spanning.class ?? context.class;
  // The total beside columns of groups is that of the pool.
  const totalOfGroups = column.total && frame.groupColumns;
  const group = totalOfGroups
    ? null
    : (meaning.group ?? frame.loneGroup ?? column.group ?? spanning.group ?? context.group);
  // The total of a table of buckets is not one of the bucket that was named last above it.
  const ofAllArrears = frame.bucketTable && isTotalOfArrears(meaning);
  const ofAll = (meaning.total && (frame.bucketTable || row.ruled || /\d/.test(context.bucket ?? ''))) || ofAllArrears;
  // `Foreclosure` over the labels of days: their total is that of the status.
  const ofStatus = !ofAllArrears && frame.stub.words.length === 1 ? frame.stub.bucket : null;
  const around = ofAll ? ofStatus : context.bucket;
  const named = [
    bucketOf(meaning, frame.longArrears),
    bucketOf(column, frame.longArrears),
    spanning.bucket,
    around,
  ].filter((bucket) => bucket !== null);
  const status = named.find((bucket) => !/^\d/.test(bucket)) ?? null;
  // Those of a number of days in all statuses together have no concept.
  const ofAllStatuses = status === 'total' && named.some((days) => /^\d/.test(days));
  let bucket = crossBucket(status, named.find((days) => /^\d/.test(days)) ?? null);
  // `Current   1.10%` is the ratio of this month.
  if (bucket === 'current' && question.alone && shape === 'percent') bucket = null;
  // `Current` under `Realized Losses`: of this month.
  if (bucket === 'current' && context.meanings[0]?.words.some((word) => flowWords.has(word))) bucket = null;
  if (bucket === '30+' && meaning.words[0] === 'total') bucket = 'total';
  if (
    bucket === null &&
    context.delinquency &&
    (meaning.total || (column.total && !totalOfGroups && totalsBuckets(context)) || ofAllArrears)
  )
    bucket = 'total';
  if (totalOfGroups || (frame.classColumns && column.class === null && columnClass !== null)) column = EMPTY_MEANING;
  const perThousand =
    cls !== null &&
    shape !== 'percent' &&
    frame.longColumns[index] === true &&
    (continued
      ? frame.twoLines?.secondPerThousand[index] === true
      : frame.twoLines === null &&
        (frame.perThousand[index]! || frame.titledPerThousand || context.perThousand || meaning.perThousand));
  const ofClass = cls !== null;
  const classFromContext = ofClass && plan.class === null && columnClass === null && spanning.class === null;
  const surroundings: Surroundings = {
    row: plan.underwriter === null ? meaning : EMPTY_MEANING,
    column,
    spanning,
    // `REO Loans` over `Loan Number`.
    context: ofLoan ? [...context.meanings, ...frame.columns.filter(({ loanNumber }) => loanNumber)] : context.meanings,
    stub: frame.stub,
    preceding: asksFurther(context, plan, question) ? sentencesBefore(row) : [],
    ofClass,
    classFromContext,
    rowIsDimension: plan.isDimension,
    perThousand,
    belowItem: context.belowItem,
    delinquency: context.delinquency,
    bucketTable: frame.bucketTable,
    bucket,
    besideMoney: question.besideMoney && bucket !== null,
    ofLoan,
    shape,
  };
  const found = findMeaning(surroundings);
  // `Ending Pool Balance   901,220.10   400 loans`
  const counted =
    found === null && shape === 'count'
      ? countsOf[findMeaning({ ...surroundings, shape: 'money' })?.concept ?? '']
      : null;
  // `Class CE` and below it `TOTAL`: of the class, or of all that stand above it?
  let concept = classFromContext && meaning.total && question.leads ? null : (found?.concept ?? counted ?? null);
  if (concept === null && cls !== null && plan.isDimension && (shape === 'money' || shape === 'integer'))
    concept = balanceAtTime(context, column, spanning);
  // `Underwriter   Class A-1 Certificates   Class A-2 Certificates`: what each takes of them.
  if (
    concept === null &&
    plan.underwriter !== null &&
    frame.classColumns &&
    columnClass !== null &&
    (shape === 'money' || shape === 'integer') &&
    frame.columns[index]!.words.every((word) => word === 'certificate')
  )
    concept = 'underwriterAllocation';
  const underwriter = plan.underwriter ?? frame.underwriterColumns[index] ?? null;
  if (cls !== null && frame.underwriterColumns[index] != null && (shape === 'money' || shape === 'integer'))
    concept = 'underwriterAllocation';
  // A row without a label among those of classes, and not their total.
  if (frame.classRows && plan.label === null && !ofClass) concept = null;
  // `Bankruptcy Loss   100,000   92,110` under `Original   Current`: what is left of a limit, no payment of a month.
  if (
    (concept === 'bankruptcyLosses' || concept === 'realizedLosses') &&
    says(column, 'current') &&
    isBesideOriginal(frame)
  )
    concept = null;
  if (ofAllStatuses) {
    concept = null;
    bucket = null;
  }
  if (shape === 'code') {
    if (!ofClass && !isCusipColumn) return null;
    concept = 'cusip';
  }
  if (concept === null) {
    if (shape === 'flag' && !asks.test(row.label)) return null;
    if (question.likePostalCode && postalCode.test(row.label)) return null;
    // `Prior   Current` where nothing speaks of arrears: of this month.
    const member = bucket === 'current' && !context.delinquency ? null : bucket;
    const inMonths =
      (shape === 'money' || shape === 'decimal' || shape === 'integer') && (isTerm(meaning) || isTerm(column));
    return { concept: null, unit: inMonths ? 'months' : unitOfShape(shape), class: cls, group, member, ofLoan };
  }
  const { scope, unit } = concepts[concept];
  const ofPool = scope === 'pool' || scope === 'bucket';
  return {
    concept,
    unit,
    class: ofPool ? null : cls,
    group,
    member: scope === 'bucket' ? bucket : concept === 'underwriterAllocation' ? underwriter : null,
    ofLoan: scope === 'loan',
  };
}

const shapeIndex: Readonly<Record<ValueShape, number>> = {
  percent: 0,
  money: 1,
  integer: 2,
  long: 3,
  decimal: 4,
  flag: 5,
  code: 6,
  count: 7,
};

/** Whether the lines above the table may have a say in what the cell stands for. */
export const asksFurther = (context: Context, plan: RowPlan, { column }: CellQuestion): boolean =>
  needsPreceding(plan, column, context.frame.columns);

/** As `resolveCell`, but what the words of a plan and its context settle is settled once. */
export function settleCell(context: Context, plan: RowPlan, row: Row, question: CellQuestion): Resolution | null {
  const { column, shape, ofLoan, besideMoney, alone, leads, likePostalCode } = question;
  // Where no line stands above the table, there is nothing to ask.
  if (row.preceding !== null && asksFurther(context, plan, question)) return resolveCell(context, plan, row, question);
  const circumstances =
    (ofLoan ? 1 : 0) +
    (besideMoney ? 2 : 0) +
    (alone ? 4 : 0) +
    (likePostalCode ? 8 : 0) +
    (row.continued ? 16 : 0) +
    (leads ? 32 : 0) +
    (row.ruled ? 64 : 0);
  const key = ((column + 1) * 8 + shapeIndex[shape]) * 128 + circumstances;
  const known = plan.resolutions.get(key);
  if (known !== undefined) return known;
  const resolution = resolveCell(context, plan, row, question);
  plan.resolutions.set(key, resolution);
  return resolution;
}

/** The lines before a row are asked only where its own words and its column's say nothing, and those of most other columns neither. */
function needsPreceding(plan: RowPlan, column: number, columns: Context['frame']['columns']): boolean {
  if (!plan.isDimension) return false;
  if (column < 0) return true;
  return columns[column]!.words.length === 0 && !isMostlyHeaded(columns);
}

/** More than half of several columns say what stands in them: what one has lost stands nowhere else. */
const isMostlyHeaded = (columns: Context['frame']['columns']): boolean =>
  columns.length > 2 && columns.filter(({ words }) => words.length > 0).length * 2 > columns.length;
