import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { edgarCommand, missingIn } from '../../../src/views/help/data/edgar-command.ts';

const request = {
  contact: "Jane O'Neill jane@example.org",
  trust: 'Example Home Loan',
  firstYear: 2003,
  lastYear: 2004,
};

const index = `Company Name                     Form Type   CIK      Date Filed  File Name
EXAMPLE HOME LOAN TRUST 2003-1   8-K         111      2003-05-28  edgar/data/111/0000111-03-000001.txt
EXAMPLE HOME LOAN TRUST 2003-1   10-K/A      111      2003-05-29  edgar/data/111/0000111-03-000002.txt
EXAMPLE HOME LOAN TRUST 2003-1   4           111      2003-05-29  edgar/data/111/0000111-03-000003.txt
OTHER HOME LOAN TRUST 2003-1     8-K         222      2003-05-28  edgar/data/222/0000222-03-000001.txt
`;

describe('the command that fetches filings', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edgar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('asks for each report of the trust once, and says whose program it is', () => {
    writeFileSync(join(folder, 'company.idx'), index);
    // In the stead of the network: indexes from a file, filings made up, everything asked for written down.
    writeFileSync(
      join(folder, 'curl'),
      `#!/bin/sh
printf '%s\\n' "$*" >> '${join(folder, 'asked')}'
case "$*" in
  *company.idx*) cat '${join(folder, 'company.idx')}' ;;
  *) touch "\${*##*/}" ;;
esac
`,
    );
    chmodSync(join(folder, 'curl'), 0o755);
    writeFileSync(join(folder, 'sleep'), '#!/bin/sh\n');
    chmodSync(join(folder, 'sleep'), 0o755);

    execFileSync('bash', ['-c', edgarCommand(request)], {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    });

    expect(readdirSync(folder).filter((name) => name.endsWith('.txt'))).toEqual([
      '0000111-03-000001.txt',
      '0000111-03-000002.txt',
    ]);
    const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
    expect(asked).toHaveLength(8 + 2);
    for (const call of asked) expect(call).toContain(`-A ${request.contact} `);
  });

  test('is not given to who does not say who they are', () => {
    expect(missingIn(request)).toEqual([]);
    expect(missingIn({ ...request, contact: 'Jane' })).toHaveLength(1);
    expect(missingIn({ contact: '', trust: 'Ex', firstYear: 2004, lastYear: 2003 })).toHaveLength(3);
  });
});
