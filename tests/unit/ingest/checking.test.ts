import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { verdictCodes } from '../../../src/checks/verdicts.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import { statementsOf } from '../../../src/deal/statements.ts';
import type { Fact } from '../../../src/facts/fact.ts';
import { readFiling } from '../../../src/facts/read.ts';
import { createDealChecker } from '../../../src/ingest/check-deals.ts';
import type { FromChecker, ToChecker } from '../../../src/ingest/check-messages.ts';
import { type CheckWorker, createChecker } from '../../../src/ingest/checking.ts';

const read = (name: string) =>
  readFiling(name, new Uint8Array(readFileSync(new URL(`../../fixtures/filings/${name}`, import.meta.url)))).statements;

const deals = groupDeals([
  ...read('monthly-2002-05.txt'),
  ...read('annual-2002.txt'),
  ...read('supplement-2003-4.txt'),
]);
const [deal, offered] = deals;

/** A worker on the same thread: what is told crosses as it would cross to another. */
const sameThread =
  (started: string[] = []) =>
  (): CheckWorker => {
    const worker: CheckWorker = {
      postMessage: (message) => {
        const copy = structuredClone(message);
        started.push(copy.kind);
        queueMicrotask(() => take(copy));
      },
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    const answer = (data: FromChecker) =>
      worker.onmessage?.({ data: structuredClone(data) } as MessageEvent<FromChecker>);
    const take: (message: ToChecker) => void = createDealChecker(answer);
    return worker;
  };

describe('checking a deal in a worker', () => {
  if (deal === undefined || offered === undefined) throw new Error('two deals are meant');

  it('gives every figure its verdict and every gap its sentence', async () => {
    const checks = await createChecker(sameThread()).check(deal);
    const statements = statementsOf(deal);
    expect(checks.statements.map(({ verdicts }) => verdicts.length)).toEqual(
      statements.map(({ facts }) => facts.length),
    );
    const [month, year] = checks.statements;
    expect(month?.proven).toBeGreaterThanOrEqual(177);
    expect(month?.contradicted).toBe(0);
    expect(year?.contradicted).toBeGreaterThan(8);
    expect(checks.findings).toHaveLength(7);
    const [first] = checks.findings;
    expect(first?.sentence).toBe('Realized losses by class: CE prints 126,976, TOTAL prints 0; the gap is 126,976.');
    expect(statements[first?.statement ?? -1]?.statement).toBe('annual');
    const texts = first?.figures.map((place) => statements[place.statement]?.facts[place.fact]?.text);
    expect(texts).toEqual(['0', '0', '0', '0', '0', '126,976', '0']);
    const verdicts = first?.figures.map(
      (place) => verdictCodes[checks.statements[place.statement]?.verdicts[place.fact] ?? 0],
    );
    expect(verdicts?.slice(-2)).toEqual(['contradicted', 'contradicted']);
  });

  it('counts what holds and what fails by statement and kind', async () => {
    const checks = await createChecker(sameThread()).check(deal);
    const failing = (statement: number): string[] =>
      checks.kinds.filter((_, kind) => (checks.failing[statement * checks.kinds.length + kind] ?? 0) > 0);
    expect(failing(0)).toEqual([]);
    expect(failing(1).sort()).toEqual(['E', 'T']);
    expect(checks.holding[checks.kinds.indexOf('B')]).toBeGreaterThan(8);
    expect(checks.failing.reduce((sum, count) => sum + count, 0)).toBe(checks.findings.length);
    expect(new Set(checks.findings.map(({ id }) => id)).size).toBe(checks.findings.length);
  });

  it('explains a figure by every check that uses it', async () => {
    const checker = createChecker(sameThread());
    const [month] = statementsOf(deal);
    if (month === undefined) throw new Error('a month is meant');
    const checks = await checker.explain(deal, month);
    const ending = month.facts.findIndex(
      ({ concept, class: name }: Fact) => concept === 'endingBalance' && name === 'A',
    );
    const own = checks.filter(({ figures }) =>
      figures.some(({ statement, fact }) => statement === 0 && fact === ending),
    );
    expect(own.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['B1', 'B2[endingBalance]']));
    expect(own.every(({ holds }) => holds)).toBe(true);
  });

  it('sends a deal once to check and explain it, and again when it was forgotten', async () => {
    const told: string[] = [];
    const checker = createChecker(sameThread(told));
    const [statement] = statementsOf(offered);
    if (statement === undefined) throw new Error('a statement is meant');
    await checker.check(offered);
    await checker.explain(offered, statement);
    expect(told).toEqual(['statement', 'check', 'explain']);
    for (let count = 0; count < 4; count += 1) await checker.check({ ...deal });
    told.length = 0;
    const explained = await checker.explain(offered, statement);
    expect(explained.map(({ rule, figures }) => [rule, figures.length])).toEqual([['U1', 41]]);
    expect(told).toEqual(['explain', 'statement', 'check', 'explain']);
  });

  it('keeps deals apart that are asked for at once', async () => {
    const checker = createChecker(sameThread());
    const [first, second] = await Promise.all([checker.check(deal), checker.check(offered)]);
    expect(first.statements).toHaveLength(2);
    expect(second.statements.map(({ proven }) => proven)).toEqual([41]);
  });

  it('says so when the worker dies, and starts another', async () => {
    let lives = 0;
    const start = sameThread();
    const checker = createChecker(() => {
      lives += 1;
      if (lives > 1) return start();
      const worker: CheckWorker = {
        postMessage: ({ kind }) => {
          if (kind === 'check') queueMicrotask(() => worker.onerror?.({ message: 'out of memory' } as ErrorEvent));
        },
        terminate: () => undefined,
        onmessage: null,
        onerror: null,
      };
      return worker;
    });
    await expect(checker.check(deal)).rejects.toThrow('out of memory');
    expect((await checker.check(deal)).findings).toHaveLength(7);
  });

  it('gives up a deal that is never done with, and goes on with the others in another worker', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const ended: string[] = [];
      let lives = 0;
      const start = sameThread();
      const checker = createChecker(() => {
        lives += 1;
        if (lives > 1) return start();
        return { postMessage: () => undefined, terminate: () => ended.push('ended'), onmessage: null, onerror: null };
      });
      const [endless, other] = [checker.check(deal), checker.check(offered)];
      const given = expect(endless).rejects.toThrow(/^Checking was given up after \d+ seconds\.$/);
      await vi.advanceTimersByTimeAsync(60_000);
      await given;
      expect(ended).toEqual(['ended']);
      expect((await other).statements.map(({ proven }) => proven)).toEqual([41]);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
