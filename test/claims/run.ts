/**
 * `npm run test:claims [-- COUNT SEED KIND] [--verbose] [--rounding R] [--docs]`: generates models of every kind whose answers are
 * known by other means (300 if no other number is said), asks the engine as the command line does, and tells whether what it claims of
 * its errors is true. `--verbose` shows every number that is not within its claim, `--rounding` allows for more rounding than the kinds
 * do, `--docs` writes the table into media/docs/accuracy.md. Ends with status 1 where a kind does not hold that is not known not to,
 * or holds though it is listed as one that does not.
 */
import { fileURLToPath } from 'node:url';
import { markdownTable } from '../bench/statistics';
import { ask } from './ask';
import { campaign, excess, type Finding, type KindReport, modelOf } from './campaign';
import { writeTable } from './docs';
import { kinds } from './kinds';
import { openKinds } from './open';
import { head, row } from './table';
import { Answerer, type Errand } from './workers';

/** Seconds of processor time for a question, and by the clock before its process is ended. */
const limit = 5;
const patience = 30;

if (process.argv.includes('--answer')) {
  process.on('message', (message) => {
    const { model, question, limit } = message as Errand;
    void ask(model, question, limit).then((reply) => process.send!(reply));
  });
} else await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const rounding = args.includes('--rounding') ? Number(args[args.indexOf('--rounding') + 1]) : null;
  const [count = '300', seed = '1', part = ''] = args.filter(
    (arg, i) => !arg.startsWith('--') && args[i - 1] !== '--rounding',
  );
  const each = Math.ceil(Number(count) / kinds.length);
  if (!(Number.isSafeInteger(each) && each > 0 && Number.isSafeInteger(Number(seed)))) {
    console.error(
      'Usage: npm run test:claims [-- COUNT SEED KIND], two whole numbers and a part of the name of kinds.',
    );
    process.exitCode = 2;
    return;
  }
  const answerer = new Answerer(fileURLToPath(import.meta.url), limit, patience);
  const reports: KindReport[] = [];
  for (const kind of kinds.filter(({ name }) => name.includes(part))) {
    const judged = rounding === null ? kind : { ...kind, rounding: Math.max(rounding, kind.rounding) };
    const shown = (finding: Finding, model: number) => {
      if (args.includes('--verbose')) tell(finding, `${kind.name}, model ${model}`);
    };
    const models = Array.from({ length: each }, (_, i) => modelOf(kind, i, Number(seed)));
    const report = await campaign(judged, models, (model, question) => answerer.ask(model, question), shown);
    reports.push(report);
    console.error(`${kind.name}: ${report.holds ? 'holds' : 'does not hold'}, ${report.cpu.toFixed(1)} s`);
  }
  answerer.close();
  const table = markdownTable(head, reports.map(row));
  console.log(`\n${table}`);
  if (args.includes('--docs')) writeTable(table, Number(seed));
  const surprises = reports.filter(({ kind, holds }) => holds === openKinds.has(kind.name));
  for (const { kind, holds } of surprises)
    console.log(holds ? `${kind.name} holds now: take it off the list.` : `${kind.name} does not hold.`);
  process.exitCode = surprises.length > 0 ? 1 : 0;
}

/** Shows what is not as it should be. */
function tell({ model, question, judgement }: Finding, which: string): void {
  const { outcome, method, numbers, words, cpu } = judgement;
  const bad = numbers.filter(({ verdict }) => verdict !== 'within' && verdict !== 'unknown');
  if (outcome === 'answered' && bad.length === 0) return;
  const asked = JSON.stringify(question.kind === 'density' ? question.at : question.given);
  console.log(`\n// ${which}: ${model.shape}\n${model.text}  ${question.kind} of ${question.of}: ${asked}`);
  console.log(`  ${[outcome, method, `${cpu.toFixed(2)} s`, words.trim()].filter((part) => part !== '').join(', ')}`);
  for (const number of bad) {
    const { verdict, what, value, truth, claim } = number;
    console.log(
      `  ${verdict}: ${what} ${value} for ${truth}, ${excess(number).toPrecision(3)} × ${claim.toPrecision(3)}`,
    );
  }
}
