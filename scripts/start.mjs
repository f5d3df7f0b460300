/**
 * `npm start`: installs what is missing, builds the app and serves it on this computer.
 * `npm start -- --port 8080` or PORT=8080 chooses the port; where it is taken, the next free one is used.
 * `--serve-only` serves the build as it is; `--exact-port` fails where the port is taken.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies, projectFolder } from './setup/dependencies.mjs';
import { serve } from './setup/server.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '4173' },
    'serve-only': { type: 'boolean', default: false },
    'exact-port': { type: 'boolean', default: false },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`${values.port} is no port: give a number from 1 to 65535.`);
  process.exit(2);
}

const build = join(projectFolder, 'dist');
if (values['serve-only']) {
  if (!existsSync(join(build, 'index.html'))) {
    console.error('There is no build to serve: run `npm run build` first.');
    process.exit(1);
  }
} else {
  installDependencies();
  const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

try {
  const { address, close } = await serve(build, port, { exactPort: values['exact-port'] });
  console.log(`Paydown is ready at ${address} (Ctrl-C ends it)`);
  const end = () => {
    close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  // npm does not pass every signal on: the server ends when the npm that started it does.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === 'start') setInterval(() => process.ppid !== parent && end(), 500);
} catch (error) {
  console.error(`The app could not be served: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
