#!/usr/bin/env node
import { limits } from '../files/limits';
import { commands } from './commands';
import { Output } from './output';
import { run } from './run';
import { readAll } from './userFile';

const started = performance.now();
void run(commands, process.argv.slice(2), {
  output: new Output(process.stdout),
  errors: process.stderr,
  outputIsTerminal: process.stdout.isTTY === true,
  folder: process.cwd(),
  readInput: () => readAll(process.stdin, 'Standard input', limits.jsonBytes),
  now: () => performance.now() - started,
}).then((status) => {
  process.exitCode = status;
});
