/** How one looks at the charts of a deal: all of it is in the address bar, so it can be sent, reloaded and gone back to. */

/** The months that are shown: the last so many, or from one month to another (`2002-05`). */
export type Range =
  | { readonly kind: 'all' }
  | { readonly kind: 'last'; readonly months: 12 | 36 }
  | { readonly kind: 'between'; readonly from: string; readonly to: string };

/** What the time axis counts: dates, or months since the deal's first distribution. */
export const axes = ['date', 'age'] as const;
export type Axis = (typeof axes)[number];

/** In dollars, as a share of a whole, or with the first month shown as 100. */
export const units = ['amount', 'share', 'index'] as const;
export type Unit = (typeof units)[number];

/** Over how many months rates are taken. */
export const spans = [1, 3, 6, 12] as const;
export type Span = (typeof spans)[number];

export interface View {
  readonly range: Range;
  readonly axis: Axis;
  readonly unit: Unit;
  readonly span: Span;
  /** Balances as lines, each from zero, instead of stacked. */
  readonly lines: boolean;
  /** k of the trigger test in percent of the credit enhancement; every deal sets its own. */
  readonly k: number;
  /** Series taken out of a chart, by the chart's id; no empty lists. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
}

/** What is shown where nothing else was chosen. */
export const usualView: View = {
  range: { kind: 'all' },
  axis: 'date',
  unit: 'amount',
  span: 1,
  lines: false,
  k: 50,
  hidden: {},
};

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const rangePattern = /^(\d{4}-\d\d)\.\.(\d{4}-\d\d)$/;
const chartPattern = /^([a-z][a-z0-9-]{0,60}):(.+)$/su;
/** More series than a person takes out of charts: a longer address is not one that was made here. */
const mostHidden = 400;
const largestK = 1000;

/** `2002-05`. */
export const isMonth = (text: string): boolean => monthPattern.test(text);

/** Whether a number can be the k of a trigger test, in percent, to two places. */
export const isK = (k: number): boolean => k > 0 && k <= largestK && Math.abs(k * 100 - Math.round(k * 100)) < 1e-6;

const parseRange = (text: string | null): Range => {
  if (text === '12m') return { kind: 'last', months: 12 };
  if (text === '36m') return { kind: 'last', months: 36 };
  const [, from = '', to = ''] = rangePattern.exec(text ?? '') ?? [];
  return isMonth(from) && isMonth(to) && from <= to ? { kind: 'between', from, to } : usualView.range;
};

const formatRange = (range: Range): string | null => {
  if (range.kind === 'all') return null;
  return range.kind === 'last' ? `${range.months}m` : `${range.from}..${range.to}`;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | null, usual: Value): Value =>
  values.find((value) => value === text) ?? usual;

const parseK = (text: string | null): number => {
  const k = /^\d{1,4}(?:\.\d{1,2})?$/.test(text ?? '') ? Number(text) : usualView.k;
  return isK(k) ? k : usualView.k;
};

const parseHidden = (entries: readonly string[]): View['hidden'] => {
  const hidden = new Map<string, Set<string>>();
  for (const entry of entries.slice(0, mostHidden)) {
    const [, chart, series] = chartPattern.exec(entry) ?? [];
    if (chart === undefined || series === undefined) continue;
    hidden.set(chart, (hidden.get(chart) ?? new Set()).add(series));
  }
  return Object.fromEntries([...hidden].map(([chart, series]) => [chart, [...series]]));
};

/** Reads a view from the parameters of an address; what makes no sense is as usual. */
export const parseView = (parameters: URLSearchParams): View => ({
  range: parseRange(parameters.get('range')),
  axis: oneOf(axes, parameters.get('axis'), usualView.axis),
  unit: oneOf(units, parameters.get('unit'), usualView.unit),
  span: spans.find((span) => String(span) === parameters.get('over')) ?? usualView.span,
  lines: parameters.get('shape') === 'lines',
  k: parseK(parameters.get('k')),
  hidden: parseHidden(parameters.getAll('hide')),
});

/** Writes a view into the parameters of an address, leaving out what is as usual. */
export const formatView = (view: View, parameters: URLSearchParams): void => {
  const range = formatRange(view.range);
  if (range !== null) parameters.set('range', range);
  if (view.axis !== usualView.axis) parameters.set('axis', view.axis);
  if (view.unit !== usualView.unit) parameters.set('unit', view.unit);
  if (view.span !== usualView.span) parameters.set('over', String(view.span));
  if (view.lines) parameters.set('shape', 'lines');
  if (view.k !== usualView.k) parameters.set('k', String(view.k));
  for (const [chart, series] of Object.entries(view.hidden)) {
    for (const each of series) parameters.append('hide', `${chart}:${each}`);
  }
};

/** Whether nothing was chosen. */
export const isUsual = (view: View): boolean => {
  const parameters = new URLSearchParams();
  formatView(view, parameters);
  return parameters.size === 0;
};
