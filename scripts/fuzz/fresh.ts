import { join } from 'node:path';
import { Script } from 'node:vm';
import type { readFiling } from '../../src/facts/read.ts';

type ReadFiling = typeof readFiling;

/**
 * Makes readers that have read nothing before: each is the code of `readFiling` with everything that it remembers,
 * set up anew.
 */
export async function freshReaders(): Promise<() => ReadFiling> {
  const { build } = await import('rolldown');
  const { output } = await build({
    input: join('src', 'facts', 'read.ts'),
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
    write: false,
    logLevel: 'warn',
    output: { format: 'iife', name: 'reader' },
  });
  const script = new Script(`(() => {\n${output[0].code}\nreturn reader.readFiling;\n})()`);
  return () => script.runInThisContext() as ReadFiling;
}
