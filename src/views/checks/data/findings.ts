import type { ExportTable } from '../../../export/csv.ts';
import type { Statement } from '../../../facts/fact.ts';
import { type Finding, kindOfRule } from '../../../store/checking.ts';
import { figuresOfCheck } from './check-sides.ts';

/** What findings are picked by; null and empty words are for all of them. */
export interface FindingFilter {
  /** Number of the statement that is checked. */
  readonly statement: number | null;
  readonly kind: string | null;
  readonly words: string;
}

export const filteredFindings = (
  findings: readonly Finding[],
  { statement, kind, words }: FindingFilter,
): readonly Finding[] => {
  const wanted = words.toLowerCase().split(/\s+/);
  return findings.filter((finding) => {
    const { sentence, rule, title, date } = finding;
    const text = `${sentence} ${rule} ${title} ${date ?? ''}`.toLowerCase();
    return (
      (statement === null || finding.statement === statement) &&
      (kind === null || kindOfRule(rule) === kind) &&
      wanted.every((word) => text.includes(word))
    );
  });
};

/** Findings by what they are about, groups in the order of their first. */
export const groupedFindings = (
  findings: readonly Finding[],
): readonly { readonly kind: string; readonly findings: readonly Finding[] }[] => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const kind = kindOfRule(finding.rule);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([kind, of]) => ({ kind, findings: of }));
};

/** Findings as a table to write out, a row each; its figures as `file:line:column`. */
export const exportedFindings = (findings: readonly Finding[], statements: readonly Statement[]): ExportTable => ({
  headings: ['Date', 'Rule', 'Check', 'Class', 'Group', 'Member', 'Left', 'Right', 'Difference', 'Finding', 'Figures'],
  rows: findings.map((finding) => [
    { text: finding.date ?? '' },
    { text: finding.rule },
    { text: finding.title },
    { text: finding.class ?? '' },
    { text: finding.group ?? '' },
    { text: finding.member ?? '' },
    { number: finding.left },
    { number: finding.right },
    { number: finding.difference },
    { text: finding.sentence },
    {
      text: figuresOfCheck(finding, statements)
        .map(({ fact, statement }) => `${statement.file}:${fact.line}:${fact.column}`)
        .join(' '),
    },
  ]),
});
