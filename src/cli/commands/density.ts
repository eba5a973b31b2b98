import { density as densityOf } from '../../engine/queries/density';
import { follow, methodDetails } from '../answer';
import type { Command } from '../command';
import { exitStatus } from '../failure';
import { inquiryOf, readWholeModel, tellFaults } from '../inquiry';
import { toJson } from '../json';
import { readJson } from '../jsonSource';
import { findNames } from '../names';
import { drawsOption, helpOption, seedOption, usualDraws } from '../options';
import { readPoints } from '../points';
import { Progress } from '../progress';

/** `lvm density FILE --of x --at POINTS.json`: log marginal densities. */
export const density: Command = {
  name: 'density',
  files: 'one',
  summary: 'log marginal density of variables at points',
  options: [
    {
      name: 'of',
      value: 'NAMES',
      required: true,
      summary: 'A variable: x, x[3] for an element of a chain, or several for their joint density: x, y.',
    },
    {
      name: 'at',
      value: 'POINTS.json',
      required: true,
      summary: 'The points: a file, - for standard input, or the JSON itself.',
    },
    drawsOption,
    seedOption,
    helpOption,
  ],
  details: [
    'POINTS.json is an array with a value for each point: numbers, labels of categories, true and false; an array of numbers for a vector; for several variables an array with a value of each. The name of a chain alone stands for all of its elements, and its value is an array with theirs.',
    'Writes a JSON object: method (direct, sum, gaussian, quadrature, quasi-monte-carlo or importance), logDensity with a natural logarithm for each point, standardError of each, or null where nothing is estimated from draws, and methodDetails. Infinite numbers are strings.',
  ],
  async run(args, terminal) {
    const { output, errors, folder, now } = terminal;
    const draws = args.count('draws', '--draws', 16, usualDraws);
    const seed = args.count('seed', '--seed', 0, 0);
    const whole = await readWholeModel(args.file, folder);
    const inquiry = inquiryOf(whole, draws, seed);
    const named = findNames(args.text('of'), whole.model, inquiry.graph, '--of');
    const points = readPoints(await readJson('--at', args.text('at'), terminal), named);
    const elements = named.flatMap((each) => each.elements);
    const answers = densityOf(inquiry, elements, points);
    const { method, logDensity, standardError } = follow(answers, new Progress(errors, 'Computing', now));
    tellFaults(inquiry, errors);
    const answer = { method: method.name, logDensity, standardError, methodDetails: methodDetails(method) };
    await output.write(`${toJson(answer)}\n`);
    return exitStatus.success;
  },
};
