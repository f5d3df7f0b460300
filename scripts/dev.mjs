/** `npm run dev`: installs what is missing and starts the development server; arguments go to Vite. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installDependencies, projectFolder } from './setup/dependencies.mjs';

installDependencies();
const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
const server = spawn(process.execPath, [vite, ...process.argv.slice(2)], { cwd: projectFolder, stdio: 'inherit' });
server.on('exit', (status) => process.exit(status ?? 0));
