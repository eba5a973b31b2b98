#!/usr/bin/env node
import { commands } from './commands';
import { Output } from './output';
import { run } from './run';

const started = performance.now();
void run(commands, process.argv.slice(2), {
  output: new Output(process.stdout),
  errors: process.stderr,
  outputIsTerminal: process.stdout.isTTY === true,
  folder: process.cwd(),
  programFolder: __dirname,
  readInput: async () => Buffer.concat(await process.stdin.toArray()),
  now: () => performance.now() - started,
}).then((status) => {
  process.exitCode = status;
});
