import { type ConceptId, concepts } from '../../../src/facts/concepts.ts';
import type { Fact, Statement } from '../../../src/facts/fact.ts';

interface Place {
  readonly class?: string;
  readonly member?: string;
  readonly group?: string;
}

/** A fact as if the text had been printed: `158,463,799`, `1.11144%`, `YES`. */
export const madeFact = (concept: ConceptId, text: string, place: Place = {}, line = 1): Fact => {
  const number = Number(text.replace(/[,%$]/g, ''));
  const isFlag = text === 'YES' || text === 'NO';
  const numeric = !Number.isNaN(number);
  return {
    concept,
    class: place.class ?? null,
    group: place.group ?? null,
    member: place.member ?? null,
    value: isFlag ? text === 'YES' : numeric ? number : text,
    unit: concepts[concept].unit,
    decimals: numeric ? (text.replace('%', '').split('.')[1] ?? '').length : null,
    text,
    line,
    column: 1,
    section: null,
    label: null,
    columnLabel: null,
  };
};

/** A monthly statement of a deal, or whatever else `given` says. */
export const madeStatement = (date: string | null, given: Partial<Statement> = {}): Statement => ({
  file: `${date ?? 'undated'}.txt`,
  exhibit: null,
  form: '8-K',
  statement: 'monthly',
  deal: 'Example Home Equity Loan Trust 2002-1',
  date,
  accessionNumber: null,
  filed: null,
  amendment: false,
  cover: { depositor: null, trustee: null, fileNumber: null, reportDates: [] },
  facts: [madeFact('poolEndingBalance', `${(date ?? '').replace(/\D/g, '') || 1}`)],
  uncertain: [],
  problems: [],
  ...given,
});
