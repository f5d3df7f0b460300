import { accrualConventions } from '../checks/accrual.ts';
import type { DealChecks } from '../ingest/deal-checks.ts';
import { type Fields, isCount, isObject, isText, isTextOrNull } from '../storage/untrusted.ts';

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isBelow = (value: unknown, end: number): boolean => isCount(value) && value < end;

const accruals: readonly unknown[] = accrualConventions.map(({ id }) => id);
const isAccrual = (value: unknown): boolean => accruals.includes(value);

const isStatement = (value: unknown): boolean =>
  isObject(value) &&
  value.verdicts instanceof Uint8Array &&
  [value.numbers, value.proven, value.contradicted].every((count) => isBelow(count, Number.MAX_SAFE_INTEGER));

const isFinding = (value: unknown, facts: readonly number[]): boolean =>
  isObject(value) &&
  [value.id, value.sentence, value.rule, value.family, value.title, value.about, value.kind, value.scope].every(
    isText,
  ) &&
  [value.date, value.class, value.group, value.member].every(isTextOrNull) &&
  [value.left, value.right, value.difference, value.tolerance, value.leftCount].every(isNumber) &&
  value.holds === false &&
  (value.accrual === null || isAccrual(value.accrual)) &&
  isBelow(value.statement, facts.length) &&
  Array.isArray(value.figures) &&
  (value.figures as readonly unknown[]).every(
    (figure) => isObject(figure) && isBelow(figure.fact, facts[Number(figure.statement)] ?? 0),
  );

const isDayCount = (entry: readonly [unknown, unknown]): boolean =>
  isText(entry[0]) && isObject(entry[1]) && isAccrual(entry[1].accrual) && isNumber(entry[1].statements);

/**
 * Whether what was kept can be what the checks said of statements with so many facts each. What is not is of no use, and
 * no loss: they are made again.
 */
export const areSoundChecks = (value: unknown, facts: readonly number[]): value is DealChecks => {
  if (!isObject(value) || !Array.isArray(value.statements) || !Array.isArray(value.findings)) return false;
  const { statements, findings, kinds, holding, failing, dayCounts } = value;
  if (statements.length !== facts.length || !statements.every(isStatement)) return false;
  const sound = statements as readonly Fields[];
  return (
    sound.every(({ verdicts }, at) => (verdicts as Uint8Array).length === facts[at]) &&
    findings.every((finding) => isFinding(finding, facts)) &&
    Array.isArray(kinds) &&
    kinds.every(isText) &&
    [holding, failing].every(
      (cells) => cells instanceof Uint16Array && cells.length === statements.length * kinds.length,
    ) &&
    dayCounts instanceof Map &&
    [...(dayCounts as ReadonlyMap<unknown, unknown>)].every(isDayCount)
  );
};
