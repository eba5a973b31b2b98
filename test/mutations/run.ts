/**
 * `npm run test:mutations [-- COUNT [SEED]]`: texts that are nearly models, a million if no other number is said. Each is checked, and
 * without an error its model is built; of some the language features are asked, some of the models are given to the preview and to
 * the command line. Nothing may throw but what is said in words. Ends with status 1, after the first texts, where something does.
 */
import { campaign, type Failure, type Tally } from './campaign';

const mostShown = 10;
/** Texts between two lines of progress. */
const step = 50_000;

const [texts = 1_000_000, seed = Date.now() % 1_000_000_007] = process.argv.slice(2).map(Number);
if (!(Number.isSafeInteger(texts) && texts > 0 && Number.isSafeInteger(seed))) {
  console.error('Usage: npm run test:mutations [-- COUNT [SEED]], two whole numbers.');
  process.exit(2);
}

const plan = { texts, seed, featuresEvery: 10, engineEvery: 100 };
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(0);
const number = (value: number) => value.toLocaleString('en');

function summary({ texts, models, features, engine, failures }: Tally): string {
  const { answered, refused } = engine;
  return `${number(texts)} texts, ${number(features)} of them with every language feature; ${number(models)} without an error; of these one in ${plan.engineEvery} in the engine: ${number(answered)} answers, ${number(refused)} refusals in words; ${failures.length} failed (${seconds()} s)`;
}

function show({ text, error }: Failure): void {
  const what = error instanceof Error ? error.stack : String(error);
  console.error(`\n──── ${what}\n${text}`);
}

console.log(`Seed ${seed}.`);
const shown = new Set<string>();
const tally = campaign(plan, (tally) => {
  for (const failure of tally.failures) {
    const what = failure.error instanceof Error ? failure.error.message : String(failure.error);
    if (shown.size >= mostShown || shown.has(what)) continue;
    shown.add(what);
    show(failure);
  }
  if (tally.texts % step === 0) console.log(summary(tally));
});
console.log(`\n${summary(tally)}`);
for (const [part, { milliseconds, text }] of Object.entries(tally.slowest))
  console.log(
    `The slowest for the ${part}: ${milliseconds.toFixed(0)} ms, ${text.length} characters: ${JSON.stringify(text.slice(0, 300))}`,
  );
process.exitCode = tally.failures.length > 0 ? 1 : 0;
