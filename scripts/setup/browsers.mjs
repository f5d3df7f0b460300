import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectFolder } from './dependencies.mjs';

/**
 * Where commands would be found if they were installed, in the order of the PATH.
 * @param {readonly string[]} commands
 */
export function onPath(commands) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

/**
 * Whether there is a program that runs.
 * @param {string} path
 */
export function works(path) {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  // Asking for the version opens a window on Windows. Elsewhere it tells a browser from a stub that asks to install one.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/**
 * Runs a program, showing what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {number} minutes after which to give up
 */
export function attempt(command, args, minutes) {
  console.log(`$ ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
