import { posteriors } from '../../engine/queries/posteriors';
import type { Command } from '../command';
import { readEvidence } from '../evidence';
import { badUsage, exitStatus } from '../failure';
import { inquiryOf, readWholeModel, tellFaults } from '../inquiry';
import { toJson } from '../json';
import { readJson } from '../jsonSource';
import { findNames } from '../names';
import { drawsOption, helpOption, seedOption, usualDraws } from '../options';
import { posteriorJson } from '../posteriorJson';
import { Progress } from '../progress';

/** `lvm posterior FILE --of z --given EVIDENCE.json`: what was seen says of what was not. */
export const posterior: Command = {
  name: 'posterior',
  files: 'one',
  summary: 'distribution of a variable given what was seen of others',
  options: [
    {
      name: 'of',
      value: 'NAME',
      required: true,
      summary:
        'A variable: z, or z[3] for an element of a chain. Of several, z, w, and of a whole chain, each is answered by itself.',
    },
    {
      name: 'given',
      value: 'EVIDENCE.json',
      required: true,
      summary: 'What was seen: a file, - for standard input, or the JSON itself.',
    },
    drawsOption,
    seedOption,
    helpOption,
  ],
  details: [
    'EVIDENCE.json is an object with a value for each variable that was seen: {"x": 1.2, "y": [1, 2], "s[3]": "rainy"}. A chain may be given whole, as an array with a value for each element, null for one that was not seen. {} gives the prior.',
    'Writes a JSON object for each variable, one a line: of, method, and probabilities with that of each value of a discrete variable, or mean, sd and quantiles, by their levels, of a continuous one (arrays, and covariance too, for a vector). Further: mostProbable, logEvidence, logEvidenceError, effectiveSampleSize and methodDetails. Infinite numbers are strings; a mean or sd that does not exist is null.',
  ],
  async run(args, terminal) {
    const { output, errors, folder, now } = terminal;
    const draws = args.count('draws', '--draws', 16, usualDraws);
    const seed = args.count('seed', '--seed', 0, 0);
    const whole = await readWholeModel(args.file, folder);
    const inquiry = inquiryOf(whole, draws, seed);
    const elements = findNames(args.text('of'), whole.model, inquiry.graph, '--of').flatMap((each) => each.elements);
    const evidence = readEvidence(await readJson('--given', args.text('given'), terminal), whole.model, inquiry.graph);
    const seen = elements.find(({ key }) => evidence.has(key));
    if (seen !== undefined)
      throw badUsage(`${seen.key} is asked for with --of, and given as evidence too; leave out one.`);
    const progress = new Progress(errors, 'Computing', now);
    let done = 0;
    try {
      for (const answer of posteriors(inquiry, elements, evidence)) {
        if (answer !== null) {
          progress.done();
          await output.write(`${toJson(posteriorJson(answer.element, answer.posterior))}\n`);
          done++;
        }
        progress.update(done > 0 ? done / elements.length : null);
      }
    } finally {
      progress.done();
    }
    tellFaults(inquiry, errors);
    return exitStatus.success;
  },
};
