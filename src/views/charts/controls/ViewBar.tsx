import './controls.css';
import type { Deal } from '../../../deal/deal.ts';
import { monthsBetween } from '../../../deal/month.ts';
import { firstDistribution } from '../../../metrics/age.ts';
import { type Range, type Span, spans, type Unit, units, type View } from '../../../store/view.ts';
import { type MonthRange, monthsIn } from '../data/window.ts';
import { Choice } from '../frame/Choice.tsx';
import type { DealChart } from '../overview-charts.ts';
import { RangeSlider } from './RangeSlider.tsx';

const unitNames: Readonly<Record<Unit, string>> = { amount: '$', share: '%', index: 'Indexed' };
const spanNames: Readonly<Record<Span, string>> = { 1: '1 month', 3: '3', 6: '6', 12: '12' };

type Preset = '12' | '36' | 'all';
const presets: readonly { readonly value: Preset; readonly name: string; readonly range: Range }[] = [
  { value: '12', name: '12 m', range: { kind: 'last', months: 12 } },
  { value: '36', name: '36 m', range: { kind: 'last', months: 36 } },
  { value: 'all', name: 'All', range: { kind: 'all' } },
];

const presetOf = (range: Range): Preset | null => {
  if (range.kind === 'all') return 'all';
  return range.kind === 'last' ? (range.months === 12 ? '12' : '36') : null;
};

interface ViewBarProps {
  readonly deal: Deal;
  readonly charts: readonly DealChart[];
  readonly view: View;
  /** `again` where the change goes on from the last one. */
  readonly onChange: (view: View, again?: boolean) => void;
}

/** What all charts of the page are shown in: months, axis, unit, and over how many months. */
export const ViewBar = ({ deal, charts, view, onChange }: ViewBarProps) => {
  const [first, last] = [deal.months[0]?.month, deal.months.at(-1)?.month];
  if (first === undefined || last === undefined || first === last) return null;
  const months = monthsBetween(first, last);
  const whole: MonthRange = { from: first, to: last };
  const shown =
    monthsIn(
      view.range,
      deal.months.map(({ month }) => month),
    ) ?? whole;
  const issue = firstDistribution(deal);
  const offered = units.filter((unit) => charts.some((chart) => chart.units?.includes(unit)));
  return (
    <section className="view-bar" aria-label="What the charts show">
      <RangeSlider
        months={months}
        range={shown}
        onChange={(range, fresh) =>
          onChange(
            {
              ...view,
              range: range.from === first && range.to === last ? { kind: 'all' } : { kind: 'between', ...range },
            },
            !fresh,
          )
        }
      />
      <div className="view-choices">
        <Choice
          label="Months shown"
          value={presetOf(view.range)}
          onChange={(chosen) => {
            const range = presets.find(({ value }) => value === chosen)?.range;
            if (range !== undefined) onChange({ ...view, range });
          }}
          options={presets}
        />
        <Choice
          label="Axis"
          value={'month' in issue ? view.axis : 'date'}
          onChange={(axis) => onChange({ ...view, axis })}
          options={[
            { value: 'date', name: 'Date' },
            { value: 'age', name: 'Deal age', ...('reason' in issue ? { unavailable: issue.reason } : {}) },
          ]}
        />
        {offered.length > 1 && (
          <Choice
            label="Unit"
            value={view.unit}
            onChange={(unit) => onChange({ ...view, unit })}
            options={offered.map((value) => ({ value, name: unitNames[value] }))}
          />
        )}
        {charts.some((chart) => chart.spans) && (
          <Choice
            label="Months that rates are taken over"
            value={String(view.span)}
            onChange={(chosen) => {
              const span = spans.find((each) => String(each) === chosen);
              if (span !== undefined) onChange({ ...view, span });
            }}
            options={spans.map((span) => ({ value: String(span), name: spanNames[span] }))}
          />
        )}
      </div>
      {view.axis === 'age' && 'reason' in issue && <p className="view-notice">By date: {issue.reason}</p>}
    </section>
  );
};
