import { readFileSync, writeFileSync } from 'node:fs';
import { machine } from '../bench/machine';

const page = 'media/docs/accuracy.md';
const [start, end] = ['<!-- table -->', '<!-- end of table -->'];

/** Puts a table into the page about accuracy. */
export function writeTable(table: string, seed: number): void {
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} lacks the marks of its table.`);
  writeFileSync(
    page,
    `${text.slice(0, from + start.length)}\n${table}\n\nSeed ${seed}. ${machine()}\n${text.slice(to)}`,
  );
}
