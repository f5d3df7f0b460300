import type { Deal } from '../deal/deal.ts';
import { isComputed } from '../metrics/measure.ts';
import { measureOf } from '../metrics/measure-series.ts';
import { measures } from '../metrics/measures.ts';
import type { Call } from './call.ts';
import { asJson } from './print.ts';

/** Deal by month by concept or measure, an object a line; the statement that counts speaks for its month. */
export function* seriesLines(deal: Deal, call: Pick<Call, 'concepts' | 'measures' | 'reasons'>): Generator<string> {
  const wanted = call.concepts === null ? null : new Set(call.concepts);
  const computed = measures.filter(({ id }) => call.measures === null || call.measures.includes(id));
  for (const { month, date, statement } of deal.months) {
    const begin = { deal: deal.id, dealName: deal.name, month, date };
    const seen = new Set<string>();
    for (const { concept, class: name, group, member, value, unit, text, line, column } of statement.facts) {
      if (concept === null || (wanted !== null && !wanted.has(concept))) continue;
      const key = JSON.stringify([concept, name, group, member]);
      // What is printed twice counts where it is printed first.
      if (seen.has(key)) continue;
      seen.add(key);
      const place = { text, file: statement.file, line, column };
      yield asJson({
        ...begin,
        kind: 'concept',
        id: concept,
        class: name,
        group,
        member,
        value,
        unit,
        ...place,
      });
    }
    for (const { id, scope, unit } of computed) {
      for (const name of scope === 'class' ? deal.classes : [null]) {
        const measure = measureOf(deal, id, month, name ?? undefined);
        const of = { ...begin, kind: 'measure', id, class: name, group: null, member: null };
        if (isComputed(measure)) yield asJson({ ...of, value: measure.value, unit, formula: measure.formula });
        else if (call.reasons) yield asJson({ ...of, value: null, unit, reason: measure.reason });
      }
    }
  }
}
