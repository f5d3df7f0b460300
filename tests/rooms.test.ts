import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** Rooms that run anywhere: in a page's worker, in Node, in tests. */
const core = ['filing', 'layout', 'facts', 'deal', 'checks', 'metrics'];

interface Room {
  readonly name: string;
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
}

/** The rows of the table in src/README.md. */
const readRooms = (markdown: string): readonly Room[] =>
  markdown.split('\n').flatMap((line) => {
    const [, room, , mayImport, packages] = line.split('|');
    const name = room?.match(/^ `(\w+)` $/)?.[1];
    const names = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? []);
    return name === undefined ? [] : [{ name, mayImport: names(mayImport), packages: names(packages) }];
  });

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const literal = (value: unknown) => (isNode(value) && typeof value.value === 'string' ? value.value : null);

/** What a module imports: declarations, `export … from`, `import()`, and the addresses of workers. */
const importsOf = (code: string, language: 'ts' | 'tsx'): readonly Import[] => {
  const found: Import[] = [];
  const add = (from: unknown, typeOnly: boolean) => {
    const specifier = literal(from);
    if (specifier !== null) found.push({ from: specifier.replace(/\?.*$/, ''), typeOnly });
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (!isNode(value) || Array.isArray(value)) return;
    const { type, source: from, specifiers, importKind, exportKind, callee } = value;
    if (type === 'ImportDeclaration') {
      const named = Array.isArray(specifiers) ? specifiers : [];
      const onlyTypes = named.length > 0 && named.every((one: unknown) => isNode(one) && one.importKind === 'type');
      add(from, importKind === 'type' || onlyTypes);
    } else if (type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration') add(from, exportKind === 'type');
    else if (type === 'ImportExpression') add(from, false);
    else if (type === 'TSImportType') add(from, true);
    else if (type === 'NewExpression' && isNode(callee) && callee.name === 'URL' && Array.isArray(value.arguments)) {
      const [address, base] = value.arguments as unknown[];
      if (isNode(base) && isNode(base.object) && base.object.type === 'MetaProperty') add(address, false);
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseAst(code, { lang: language }).body);
  return found;
};

interface Module {
  /** Path below src, with slashes. */
  readonly path: string;
  readonly room: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

const readModules = (): readonly Module[] =>
  readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(source, file).split(sep).join('/');
      const code = readFileSync(file, 'utf8');
      const language = extname(file) === '.tsx' ? 'tsx' : 'ts';
      return {
        path,
        room: path.includes('/') ? (path.split('/')[0] ?? '') : '',
        code,
        imports: importsOf(code, language),
      };
    });

/** Why an import breaks the rules; null where it keeps them. */
const objection = (rooms: readonly Room[], module: Module, { from, typeOnly }: Import): string | null => {
  const order = rooms.map(({ name }) => name);
  const room = rooms.find(({ name }) => name === module.room);
  if (room === undefined) return null;
  if (!from.startsWith('.')) {
    if (isBuiltin(from)) return room.name === 'cli' ? null : 'only cli may use Node';
    const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
    return room.packages.includes(name) ? null : `${room.name} has no use for the package ${name}`;
  }
  const path = posix.join(dirname(module.path), from);
  if (path.startsWith('..')) return 'it leaves src';
  const target = path.split('/')[0] ?? '';
  if (target === room.name || room.mayImport.includes(target)) return null;
  if (!order.includes(target)) return `${target} is no room`;
  if (typeOnly && order.indexOf(target) < order.indexOf(room.name)) return null;
  return `${room.name} may not import ${target}`;
};

const rooms = readRooms(readFileSync(join(source, 'README.md'), 'utf8'));
const modules = readModules();

describe('the rooms of src', () => {
  test('are those of the table', () => {
    expect(rooms.length).toBeGreaterThanOrEqual(11);
    const folders = [...new Set(modules.map(({ room }) => room))].filter((room) => room !== '');
    expect(rooms.map(({ name }) => name)).toEqual(expect.arrayContaining(folders));
    for (const { name, mayImport } of rooms) {
      expect(
        rooms.map((room) => room.name),
        `what ${name} may import`,
      ).toEqual(expect.arrayContaining([...mayImport]));
    }
  });

  test('import only what the table lets them', () => {
    const broken = modules.flatMap((module) =>
      module.imports.flatMap((one) => {
        const reason = objection(rooms, module, one);
        return reason === null ? [] : [`${module.path} imports ${one.from}: ${reason}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('of the core know neither time nor chance', () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bDate\(\)|\bMath\.random\(|\bperformance\.|\bconsole\.|\bglobalThis\b/;
    const broken = modules.filter(({ room, code }) => core.includes(room) && impure.test(code)).map(({ path }) => path);
    expect(broken).toEqual([]);
  });

  test('have no drawer for odds and ends', () => {
    const drawers = modules.filter(({ path }) => /(?:^|[/-])(?:utils?|helpers?|misc|common)(?:[/.]|$)/i.test(path));
    expect(drawers.map(({ path }) => path)).toEqual([]);
  });
});

describe('the rule', () => {
  const module = (path: string, code: string): Module => ({
    path,
    room: path.split('/')[0] ?? '',
    code,
    imports: importsOf(code, 'tsx'),
  });
  const objections = (path: string, code: string) => {
    const given = module(path, code);
    return given.imports.map((one) => objection(rooms, given, one));
  };

  test('sees every way to import', () => {
    const code = `
      import { a } from './a.ts';
      import type { B } from './b.ts';
      import { type C } from './c.ts';
      import './d.css';
      export { e } from './e.ts';
      const f = import('./f.ts');
      const g = new Worker(new URL('./g.worker.ts', import.meta.url), { type: 'module' });
      const h: import('./h.ts').H = new URL('h/', document.baseURI);
      import i from './i.worker.ts?worker&url';`;
    expect(importsOf(code, 'tsx')).toEqual([
      { from: './a.ts', typeOnly: false },
      { from: './b.ts', typeOnly: true },
      { from: './c.ts', typeOnly: true },
      { from: './d.css', typeOnly: false },
      { from: './e.ts', typeOnly: false },
      { from: './f.ts', typeOnly: false },
      { from: './g.worker.ts', typeOnly: false },
      { from: './h.ts', typeOnly: true },
      { from: './i.worker.ts', typeOnly: false },
    ]);
  });

  test('refuses what turns back', () => {
    expect(objections('layout/rows.ts', "import { concepts } from '../facts/concepts.ts';")).toEqual([
      'layout may not import facts',
    ]);
    expect(objections('layout/rows.ts', "import type { Fact } from '../facts/fact.ts';")).toEqual([
      'layout may not import facts',
    ]);
    expect(objections('facts/read.ts', "import { rows } from '../layout/rows.ts';")).toEqual([null]);
    expect(objections('views/charts/data/a.ts', "import type { Filing } from '../../../filing/document.ts';")).toEqual([
      null,
    ]);
    expect(objections('views/charts/data/a.ts', "import { decode } from '../../../filing/decode.ts';")).toEqual([
      'views may not import filing',
    ]);
  });

  test('keeps Node and React out of the core', () => {
    expect(objections('filing/decode.ts', "import { readFileSync } from 'node:fs';")).toEqual([
      'only cli may use Node',
    ]);
    expect(objections('deal/deal.ts', "import { useMemo } from 'react';")).toEqual([
      'deal has no use for the package react',
    ]);
    expect(objections('cli/main.ts', "import { readFileSync } from 'node:fs';")).toEqual([null]);
    expect(objections('views/tables/a.tsx', "import { useTable } from '@tanstack/react-table';")).toEqual([null]);
  });
});
