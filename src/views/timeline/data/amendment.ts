import { concepts } from '../../../facts/concepts.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import { exact } from '../../../metrics/measure.ts';

/** A figure of two statements of one month. */
export interface FigureChange {
  /** Tells it from the others. */
  readonly id: string;
  /** What it is a figure of: the concept, else the printed label. */
  readonly title: string;
  /** Class, bucket or group; empty for the pool. */
  readonly subject: string;
  /** null where only the amendment prints it. */
  readonly before: Fact | null;
  /** null where only the original prints it. */
  readonly after: Fact | null;
  /** after − before; null where either is missing or no number. */
  readonly difference: number | null;
}

export interface Amendment {
  readonly changed: readonly FigureChange[];
  /** Only in the later statement. */
  readonly added: readonly FigureChange[];
  /** Only in the earlier one. */
  readonly dropped: readonly FigureChange[];
  readonly unchanged: readonly FigureChange[];
}

const meaningOf = (fact: Fact): string =>
  (fact.concept === null
    ? ['', fact.section, fact.label, fact.columnLabel, fact.class, fact.group, fact.member]
    : [fact.concept, fact.class, fact.group, fact.member]
  )
    .map((part) => part ?? '')
    .join('\u0000');

/** Figures by their meaning; of those that mean the same the first is the first, wherever it stands. */
const keyed = ({ facts }: Statement): ReadonlyMap<string, Fact> => {
  const seen = new Map<string, number>();
  return new Map(
    facts.map((fact) => {
      const meaning = meaningOf(fact);
      const count = (seen.get(meaning) ?? 0) + 1;
      seen.set(meaning, count);
      return [`${meaning}\u0000${count}`, fact];
    }),
  );
};

const subjectOf = ({ class: name, group, member }: Fact): string =>
  [
    name === null ? '' : /^total$/i.test(name) ? 'Total' : `Class ${name}`,
    member?.replace(/(\d)-(\d)/, '$1–$2') ?? '',
    group === null ? '' : `group ${group}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

const titleOf = (fact: Fact): string =>
  fact.concept === null
    ? [fact.label, fact.columnLabel].filter((part) => part !== null && part !== '').join(', ') || 'Other figure'
    : concepts[fact.concept].title;

const changeOf = (id: string, before: Fact | null, after: Fact | null): FigureChange => {
  const fact = after ?? before;
  const [was, is] = [before?.value, after?.value];
  return {
    id,
    title: fact === null ? '' : titleOf(fact),
    subject: fact === null ? '' : subjectOf(fact),
    before,
    after,
    difference: typeof was === 'number' && typeof is === 'number' ? exact(is - was) : null,
  };
};

/**
 * What a later statement of a month prints otherwise than an earlier one. Figures are matched by what they mean, not by
 * where they stand; the same value printed with other characters is no change.
 */
export const amendmentOf = (earlier: Statement, later: Statement): Amendment => {
  const [before, after] = [keyed(earlier), keyed(later)];
  const changed: FigureChange[] = [];
  const unchanged: FigureChange[] = [];
  const added: FigureChange[] = [];
  for (const [id, fact] of after) {
    const was = before.get(id);
    const change = changeOf(id, was ?? null, fact);
    if (was === undefined) added.push(change);
    else if (was.value === fact.value) unchanged.push(change);
    else changed.push(change);
  }
  const dropped = [...before].flatMap(([id, fact]) => (after.has(id) ? [] : [changeOf(id, fact, null)]));
  return { changed, added, dropped, unchanged };
};
