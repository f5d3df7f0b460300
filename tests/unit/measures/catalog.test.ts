import { describe, expect, it } from 'vitest';
import { isComputed } from '../../../src/metrics/measure.ts';
import { measureOf } from '../../../src/metrics/measure-series.ts';
import { measures } from '../../../src/metrics/measures.ts';
import { usualView } from '../../../src/store/view.ts';
import { chartsOf, type MeasuredSection, measuresOf } from '../../../src/views/measures/catalog.ts';
import { sampleDeal, seedDeals } from '../metrics/deals.ts';

const sections = Object.keys(chartsOf) as readonly MeasuredSection[];
const charts = sections.flatMap((section) => chartsOf[section]);
const deal = sampleDeal();

/** The age is an axis, and balances are drawn as they are printed. */
const untold = new Set(['dealAge', 'poolBalance', 'classBalance']);

describe('the catalogue', () => {
  it('tells every measure of a month in one section', () => {
    const told = sections.flatMap((section) => measuresOf[section]);
    expect([...told].sort()).toEqual(measures.map(({ id }) => id).sort());
  });

  it('draws every measure over one span or another', () => {
    const drawn = new Set(
      charts.flatMap((chart) =>
        ([1, 3, 6, 12] as const).flatMap((span) =>
          chart.needs(deal, { ...usualView, span }).map(({ measure }) => measure as string),
        ),
      ),
    );
    expect(measures.map(({ id }) => id).filter((id) => !drawn.has(id) && !untold.has(id))).toEqual([]);
  });

  it('names each chart in the address bar by a name of its own in its section', () => {
    for (const section of sections) {
      const ids = chartsOf[section].map(({ id }) => id);
      expect(new Set(ids).size, section).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    }
  });
});

describe.each([
  { from: 'the sample deal', of: deal },
  ...seedDeals.map(({ from, deal: of }) => ({ from, of })),
  ...seedDeals.map(({ from, monthAlone: of }) => ({ from: `${from}, one month`, of })),
])('charts of $from', ({ of }) => {
  it.each(charts.map((chart) => ({ name: chart.title, chart })))('$name', ({ chart }) => {
    for (const unit of ['amount', 'share', 'index'] as const) {
      const data = chart.data(of, { ...usualView, unit });
      expect(data.id).toBe(chart.id);
      expect(data.title).toBe(chart.title);
      expect(data.series.length > 0).toBe(data.empty === null);
      expect(new Set(data.series.map(({ id }) => id)).size).toBe(data.series.length);
      for (const { figures, name } of data.series) {
        expect(figures, name).toHaveLength(data.months.length);
        for (const figure of figures) {
          if (figure === null) continue;
          expect(Number.isFinite(figure.value), name).toBe(true);
          expect(figure.text, name).not.toMatch(/NaN|Infinity/);
          // What is not printed says how it came about, and what is printed leads to its line.
          if (figure.derived === null)
            expect(figure.source?.fact.text.trim(), name).toContain(figure.text.replace('%', ''));
        }
      }
    }
  });
});

it('a chart shows what the measure comes to, and nothing where it is not computable', () => {
  const cpr = chartsOf.prepayments.find(({ id }) => id === 'cpr');
  const data = cpr?.data(deal, { ...usualView, span: 12 });
  const total = data?.series.find(({ name }) => name === 'Total');
  expect(total?.id).toBe('cpr12');
  for (const [index, { month }] of (data?.months ?? []).entries()) {
    const measure = measureOf(deal, 'cpr12', month);
    expect(total?.figures[index]?.value ?? null, month).toBe(isComputed(measure) ? measure.value : null);
  }
  expect(total?.figures.slice(0, 11).every((figure) => figure === null)).toBe(true);
});

it('PSA has no chart where it is refused, but its reason', () => {
  const psa = chartsOf.prepayments.find(({ id }) => id === 'psa');
  for (const { deal: seed } of seedDeals) {
    const data = psa?.data(seed, usualView);
    expect(data?.series).toEqual([]);
    expect(data?.empty).toContain('age not printed and no offering loaded');
  }
});
