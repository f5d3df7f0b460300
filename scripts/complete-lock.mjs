/**
 * Adds the native packages of other platforms that a registry did not list to package-lock.json.
 *
 * A lock file written where only some platforms' binaries are on offer lacks the others, and `npm ci` then refuses it.
 * Run after every change of dependencies: `node scripts/complete-lock.mjs`. It names what it added.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** @param {string} name e.g. `@biomejs/cli-linux-x64-musl` */
function platformOf(name) {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const musl = words.some((word) => word.startsWith('musl'));
  const glibc = words.some((word) => word.startsWith('gnu')) || (os.includes('linux') && words.at(-1) === cpu[0]);
  if (os.length !== 1 || cpu.length !== 1)
    throw new Error(`${name}: the name does not say its platform; add it by hand`);
  return { os, cpu, ...(musl ? { libc: ['musl'] } : glibc && os[0] === 'linux' ? { libc: ['glibc'] } : {}) };
}

/**
 * Where Node would find `name` from the package at `from`, as a key of the lock; null where it is missing.
 * @param {Record<string, unknown>} packages
 * @param {string} from
 * @param {string} name
 */
function resolve(packages, from, name) {
  let at = from;
  for (;;) {
    const key = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (key in packages) return key;
    if (at === '') return null;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}

const path = new URL('../package-lock.json', import.meta.url);
/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string> }} LockedPackage */
const lock = /** @type {{ packages: Record<string, LockedPackage> }} */ (JSON.parse(readFileSync(path, 'utf8')));
const added = [];
for (const [from, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolve(lock.packages, from, name) !== null) continue;
    if (!/^\d/.test(version)) throw new Error(`${name}: ${version} is a range; add the entry by hand`);
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...platformOf(name),
    };
    added.push(`${name} ${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'Nothing was missing.' : `Added:\n${added.join('\n')}`);
