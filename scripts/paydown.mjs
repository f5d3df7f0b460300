#!/usr/bin/env node
/** The command line, run from its sources: `npx . facts FILE…` or `npm run --silent paydown -- facts FILE…`. */
import { runBundled } from './setup/bundle.mjs';

// npm runs scripts in the project's folder; paths on the command line mean the folder that the person is in.
const from = process.env.INIT_CWD;
if (from !== undefined && process.env.npm_lifecycle_event === 'paydown') process.chdir(from);
await runBundled('src/cli/main.ts');
