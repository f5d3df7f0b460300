import type { Deal } from '../../deal/deal.ts';
import type { MeasureId } from '../../metrics/measures.ts';
import type { ChartSection } from '../../store/place.ts';
import type { Span } from '../../store/view.ts';
import { losses } from '../charts/data/losses.ts';
import { type MeasureChart, measureChart } from '../charts/data/measure-chart.ts';
import type { MeasureLine } from '../charts/data/measure-series.ts';
import { poolBalance } from '../charts/data/pool-balance.ts';
import { principalByClass } from '../charts/data/principal.ts';
import { triggerSides } from '../charts/data/trigger-chart.ts';
import { type DealChart, overviewCharts, type Way } from '../charts/overview-charts.ts';

/** A measure that a chart is made of; `of` is the class. */
export type Needed = Pick<MeasureLine, 'measure' | 'of'>;

/** A chart of measures: before it can be drawn they are computed, which takes time. */
export interface MeasuredDealChart extends DealChart {
  readonly needs: (deal: Deal, way: Way) => readonly Needed[];
}

const nothing = (): readonly Needed[] => [];

interface Measured extends Omit<MeasureChart, 'lines'> {
  readonly lines: readonly MeasureLine[] | ((deal: Deal, span: Span) => readonly MeasureLine[]);
  readonly colours?: DealChart['colours'];
  /** Whether the lines themselves depend on the span. */
  readonly spans?: boolean;
}

const ofMeasures = ({ lines, colours = 'series', spans = false, ...chart }: Measured): MeasuredDealChart => {
  const linesOf = (deal: Deal, { span }: Way) => (typeof lines === 'function' ? lines(deal, span) : lines);
  return {
    id: chart.id,
    title: chart.title,
    colours,
    spans: spans || (typeof lines !== 'function' && lines.some(({ rolls }) => rolls)),
    needs: linesOf,
    data: (deal, way) => measureChart(deal, { ...chart, lines: linesOf(deal, way) }),
  };
};

const byClass =
  (measure: MeasureId) =>
  (deal: Deal): readonly MeasureLine[] =>
    deal.classes.map((name) => ({ measure, of: name }));

const speeds: Readonly<Record<Span, readonly [total: MeasureId, voluntary: MeasureId, defaults: MeasureId]>> = {
  1: ['cpr', 'voluntaryCpr', 'cdr'],
  3: ['cpr3', 'voluntaryCpr3', 'cdr3'],
  6: ['cpr6', 'voluntaryCpr6', 'cdr6'],
  12: ['cpr12', 'voluntaryCpr12', 'cdr12'],
};

const monthly = { rolls: true } as const;

const charts = {
  balances: { ...overviewCharts.balances, needs: nothing },
  factors: { ...overviewCharts.factors, needs: nothing },
  delinquency: { ...overviewCharts.delinquency, needs: nothing },
  prepayments: { ...overviewCharts.prepayments, needs: nothing },
  principal: {
    id: 'principal',
    title: 'Principal paid by class',
    spans: true,
    colours: 'classes',
    needs: nothing,
    data: (deal) => principalByClass(deal),
  },
  pool: {
    id: 'pool',
    title: 'Pool balance',
    units: ['amount', 'share', 'index'],
    colours: 'series',
    needs: nothing,
    data: (deal, { unit }) => poolBalance(deal, unit),
  },
  averageLife: ofMeasures({
    id: 'average-life',
    title: 'Average life of principal to date',
    measure: 'Years from issue to each dollar of principal paid so far, on average',
    lines: (deal) => [{ measure: 'poolAverageLife', name: 'Pool', dashed: true }, ...byClass('classAverageLife')(deal)],
    colours: 'classes',
  }),
  recomputedFactors: ofMeasures({
    id: 'recomputed-factors',
    title: 'Factors, recomputed',
    measure: 'Ending over original balance, 1 at issue',
    lines: (deal) => [{ measure: 'poolFactor', name: 'Pool', dashed: true }, ...byClass('classFactor')(deal)],
    colours: 'classes',
  }),
  delinquencyRates: ofMeasures({
    id: 'delinquency-rates',
    title: 'Delinquency rates',
    measure: '% of the pool at the end of the month',
    lines: [
      { measure: 'delinquency30', name: '30+', ...monthly },
      { measure: 'delinquency60', name: '60+', ...monthly },
      { measure: 'delinquency90', name: '90+', ...monthly },
      { measure: 'printedDelinquency', name: 'As printed', dashed: true, ...monthly },
    ],
  }),
  statuses: ofMeasures({
    id: 'statuses',
    title: 'Foreclosure, bankruptcy and REO',
    measure: '% of the pool at the end of the month',
    lines: [
      { measure: 'bankruptcy', name: 'Bankruptcy', ...monthly },
      { measure: 'foreclosure', name: 'Foreclosure', ...monthly },
      { measure: 'reo', name: 'REO', ...monthly },
    ],
  }),
  rolls: ofMeasures({
    id: 'rolls',
    title: 'Roll from bucket to bucket',
    measure: 'Bucket now, % of the one before it a month ago; of the pool, not a transition of loans',
    lines: [
      { measure: 'rollTo30', name: 'Current to 30–59', ...monthly },
      { measure: 'rollTo60', name: '30–59 to 60–89', ...monthly },
      { measure: 'rollTo90', name: '60–89 to 90+', ...monthly },
      { measure: 'rollToForeclosure', name: '90+ to foreclosure', ...monthly },
      { measure: 'rollToReo', name: 'Foreclosure to REO', ...monthly },
    ],
  }),
  cpr: ofMeasures({
    id: 'cpr',
    title: 'CPR',
    measure: 'Prepayments, % of the pool a year',
    lines: (_, span) => [
      { measure: speeds[span][0], name: 'Total' },
      { measure: speeds[span][1], name: 'Voluntary' },
      { measure: 'cprSinceIssue', name: 'Total since issue', dashed: true },
      { measure: 'voluntaryCprSinceIssue', name: 'Voluntary since issue', dashed: true },
    ],
    spans: true,
  }),
  smm: ofMeasures({
    id: 'smm',
    title: 'SMM',
    measure: 'Prepayments, % of the pool in the month',
    lines: [
      { measure: 'smm', name: 'Total' },
      { measure: 'voluntarySmm', name: 'Voluntary' },
    ],
  }),
  psa: ofMeasures({
    id: 'psa',
    title: 'PSA',
    measure: '% of the benchmark',
    lines: [{ measure: 'psa' }],
  }),
  scheduled: ofMeasures({
    id: 'scheduled',
    title: 'Scheduled principal',
    measure: 'Principal due in the month, US dollars',
    lines: [{ measure: 'scheduledPrincipal', mark: 'column', ...monthly }],
  }),
  losses: {
    id: 'losses',
    title: 'Realized losses',
    spans: true,
    colours: 'series',
    needs: () => [{ measure: 'cumulativeLoss' }],
    data: (deal) => losses(deal),
  },
  cdr: ofMeasures({
    id: 'cdr',
    title: 'CDR',
    measure: 'Liquidated balance (loss and proceeds), % of the pool a year',
    lines: (_, span) => [{ measure: speeds[span][2] }],
    spans: true,
  }),
  mdr: ofMeasures({
    id: 'mdr',
    title: 'MDR',
    measure: 'Liquidated balance (loss and proceeds), % of the pool in the month',
    lines: [{ measure: 'mdr' }],
  }),
  severity: ofMeasures({
    id: 'severity',
    title: 'Loss severity',
    measure: 'Losses, % of the balance liquidated',
    lines: [
      { measure: 'printedLossSeverity', name: 'As printed' },
      { measure: 'lossSeverity', name: 'Recomputed', dashed: true },
    ],
  }),
  trigger: {
    id: 'trigger',
    title: 'Trigger test',
    colours: 'series',
    needs: () => [
      { measure: 'rollingDelinquency' },
      { measure: 'printedCreditEnhancement' },
      { measure: 'creditEnhancement' },
    ],
    data: (deal, { k }) => triggerSides(deal, k),
  },
  enhancement: ofMeasures({
    id: 'enhancement',
    title: 'Credit enhancement of the senior classes',
    measure: '% of the pool at the end of the month',
    lines: [
      { measure: 'printedCreditEnhancement', name: 'As printed' },
      { measure: 'creditEnhancement', name: 'Recomputed', dashed: true },
    ],
  }),
  classEnhancement: ofMeasures({
    id: 'class-enhancement',
    title: 'Credit enhancement by class',
    measure: 'What losses reach before the class, % of the pool',
    lines: byClass('classCreditEnhancement'),
    colours: 'classes',
  }),
  overcollateralization: ofMeasures({
    id: 'overcollateralization',
    title: 'Overcollateralization',
    measure: 'US dollars',
    lines: [
      { measure: 'overcollateralization', name: 'Amount' },
      { measure: 'overcollateralizationTarget', name: 'Target', dashed: true },
      { measure: 'overcollateralizationSurplus', name: 'Above target' },
    ],
  }),
  againstTarget: ofMeasures({
    id: 'against-target',
    title: 'Overcollateralization against its target',
    measure: '% of the target; the target, % of the original pool',
    lines: [
      { measure: 'overcollateralizationOfTarget', name: 'Of target' },
      { measure: 'targetOfOriginalPool', name: 'Target of original pool', axis: 'right', dashed: true },
    ],
  }),
  toEnhancement: ofMeasures({
    id: 'delinquency-to-enhancement',
    title: 'Delinquency to credit enhancement',
    measure: 'Delinquency of the month, % of credit enhancement',
    lines: [{ measure: 'delinquencyToEnhancement', ...monthly }],
  }),
  coupons: ofMeasures({
    id: 'coupons',
    title: 'Rates of loans and classes',
    measure: '% a year',
    lines: [
      { measure: 'wac', name: 'WAC' },
      { measure: 'netWac', name: 'Net WAC' },
      { measure: 'weightedClassCoupon', name: 'Classes, on their balances' },
      { measure: 'classRateOnPool', name: 'Classes, on the pool', dashed: true },
    ],
  }),
  classRates: ofMeasures({
    id: 'class-rates',
    title: 'Pass-through rates',
    measure: 'As printed, % a year',
    lines: byClass('classCoupon'),
    colours: 'classes',
  }),
  excessSpread: ofMeasures({
    id: 'excess-spread',
    title: 'Excess spread',
    measure: '% of the pool a year',
    lines: [
      { measure: 'excessSpread', name: 'As printed', ...monthly },
      { measure: 'excessSpreadFromRates', name: 'From its parts', dashed: true, ...monthly },
      { measure: 'excessSpreadAfterLosses', name: 'After losses', ...monthly },
    ],
  }),
  spreadTakers: ofMeasures({
    id: 'spread-takers',
    title: 'What takes excess spread',
    measure: '% of the pool a year',
    lines: [
      { measure: 'lossesOnPool', name: 'Losses', mark: 'column', ...monthly },
      { measure: 'prepaymentShortfallOnPool', name: 'Prepayment interest shortfalls', mark: 'column', ...monthly },
      { measure: 'reliefActShortfallOnPool', name: 'Relief Act shortfalls', mark: 'column', ...monthly },
      { measure: 'carryforwardOnPool', name: 'Net WAC carryforwards', mark: 'column', ...monthly },
      { measure: 'expensesOnPool', name: 'Extraordinary expenses', mark: 'column', ...monthly },
      {
        measure: 'overcollateralizationIncreaseOnPool',
        name: 'Overcollateralization built',
        mark: 'column',
        ...monthly,
      },
    ],
  }),
  accrualDays: ofMeasures({
    id: 'accrual-days',
    title: 'Accrual days',
    measure: 'Days of interest that follow from balance, rate and interest',
    lines: byClass('accrualDays'),
    colours: 'classes',
  }),
} as const satisfies Readonly<Record<string, MeasuredDealChart>>;

/** Sections that show measures beside what is printed. */
export type MeasuredSection = Exclude<ChartSection, 'overview'>;

/** The charts of each section, in order. */
export const chartsOf: Readonly<Record<MeasuredSection, readonly MeasuredDealChart[]>> = {
  balances: [charts.balances, charts.principal, charts.pool, charts.averageLife],
  factors: [charts.factors, charts.recomputedFactors],
  delinquency: [charts.delinquency, charts.delinquencyRates, charts.statuses, charts.rolls],
  prepayments: [charts.prepayments, charts.cpr, charts.smm, charts.psa, charts.scheduled],
  losses: [charts.losses, charts.cdr, charts.mdr, charts.severity],
  enhancement: [
    charts.trigger,
    charts.enhancement,
    charts.classEnhancement,
    charts.overcollateralization,
    charts.againstTarget,
    charts.toEnhancement,
  ],
  rates: [charts.coupons, charts.classRates, charts.excessSpread, charts.spreadTakers, charts.accrualDays],
};

/** The measures that a section tells of the chosen month, in the order of the field; every one stands in one section. */
export const measuresOf: Readonly<Record<MeasuredSection, readonly MeasureId[]>> = {
  balances: ['dealAge', 'poolBalance', 'classBalance', 'poolAverageLife', 'classAverageLife'],
  factors: ['poolFactor', 'classFactor'],
  delinquency: [
    'printedDelinquency',
    'delinquency30',
    'delinquency60',
    'delinquency90',
    'foreclosure',
    'bankruptcy',
    'reo',
    'rollingDelinquency',
    'rollTo30',
    'rollTo60',
    'rollTo90',
    'rollToForeclosure',
    'rollToReo',
  ],
  prepayments: [
    'scheduledPrincipal',
    'smm',
    'cpr',
    'cpr3',
    'cpr6',
    'cpr12',
    'cprSinceIssue',
    'voluntarySmm',
    'voluntaryCpr',
    'voluntaryCpr3',
    'voluntaryCpr6',
    'voluntaryCpr12',
    'voluntaryCprSinceIssue',
    'psa',
  ],
  losses: ['mdr', 'cdr', 'cdr3', 'cdr6', 'cdr12', 'printedLossSeverity', 'lossSeverity', 'cumulativeLoss'],
  enhancement: [
    'printedCreditEnhancement',
    'creditEnhancement',
    'classCreditEnhancement',
    'overcollateralization',
    'overcollateralizationTarget',
    'overcollateralizationOfTarget',
    'overcollateralizationSurplus',
    'targetOfOriginalPool',
    'delinquencyToEnhancement',
  ],
  rates: [
    'wac',
    'netWac',
    'weightedClassCoupon',
    'classRateOnPool',
    'classCoupon',
    'accrualDays',
    'excessSpread',
    'excessSpreadFromRates',
    'lossesOnPool',
    'prepaymentShortfallOnPool',
    'reliefActShortfallOnPool',
    'carryforwardOnPool',
    'expensesOnPool',
    'overcollateralizationIncreaseOnPool',
    'excessSpreadAfterLosses',
  ],
};
