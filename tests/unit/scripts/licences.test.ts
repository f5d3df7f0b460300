import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPermissive, licences, packageOf } from '../../../scripts/setup/licences.mjs';

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '../../..', name), 'utf8'));

test('every package that is shipped has a permissive licence', () => {
  const shipped = licences();
  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'recharts', 'd3-shape', 'immer']));
  const others = shipped.filter(({ licence }) => !isPermissive(licence));
  expect(others.map(({ name, licence }) => `${name}: ${licence || 'none named'}`)).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
  const all = Object.entries({ ...dependencies, ...devDependencies });
  expect(all.length).toBeGreaterThan(20);
  const loose = all.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
  const { packages } = read('package-lock.json') as { packages: Record<string, { version?: string }> };
  for (const [name, version] of all) expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
});

test('a module belongs to the package below the last node_modules', () => {
  expect(packageOf('/home/x/node_modules/react-dom/client.js')).toBe('react-dom');
  expect(packageOf('/home/x/node_modules/a/node_modules/@scope/b/c.js')).toBe('@scope/b');
  expect(packageOf('/home/x/src/views/App.tsx')).toBeNull();
});

test('a licence that is not permissive is told from one that is', () => {
  for (const licence of ['MIT', 'MIT AND ISC', '(MIT OR GPL-3.0-only)'])
    expect(isPermissive(licence), licence).toBe(true);
  for (const licence of ['', 'GPL-3.0-only', 'MIT AND GPL-2.0-only', 'UNLICENSED', 'SEE LICENSE IN x']) {
    expect(isPermissive(licence), licence).toBe(false);
  }
});
