import { sampleBlocks } from '../../engine/sampling/sampleBlocks';
import type { Command } from '../command';
import { exitStatus } from '../failure';
import { inquiryOf, readWholeModel, tellFaults } from '../inquiry';
import { elementsOf, inOrderOfText } from '../names';
import { helpOption, seedOption } from '../options';
import { Progress } from '../progress';
import { csvFormat, formatRows, jsonFormat, rowFormats } from '../rowFormat';

/** Rows that are written at once. */
const rowsAtOnce = 2048;

/** `lvm sample FILE -n N`: joint draws of all variables. */
export const sample: Command = {
  name: 'sample',
  files: 'one',
  summary: 'draw all variables of a model',
  options: [
    { name: 'count', short: 'n', value: 'N', required: true, summary: 'How many draws.' },
    seedOption,
    { name: 'format', value: 'csv|json', summary: 'How a draw is written; csv where it is left out.' },
    helpOption,
  ],
  details: [
    'Writes one line for each draw, with the latent variables and the observed ones in the order of the text. The lines are written while they are drawn, so that any number of them takes the same memory, and a run with a larger N begins with the lines of one with a smaller.',
    'csv: a line with the names, then a column for each number: x, v[2] for a number of a vector, s[7] for an element of a chain. json: an object a line, vectors and chains as arrays. Categories are their labels or their numbers from 1, booleans true and false. Infinity, -Infinity and NaN are written so, in json as strings.',
  ],
  async run(args, { output, errors, outputIsTerminal, folder, now }) {
    const count = args.count('count', '-n', 0, 0);
    const seed = args.count('seed', '--seed', 0, 0);
    const formatName = args.choice('format', rowFormats, 'csv');
    const whole = await readWholeModel(args.file, folder);
    const inquiry = inquiryOf(whole, 0, seed);
    const drawn = inOrderOfText(whole.model).map((variable) => ({
      variable,
      elements: elementsOf(variable, inquiry.graph),
    }));
    const format = formatName === 'csv' ? csvFormat(drawn) : jsonFormat(drawn);
    const progress = new Progress(errors, 'Drawing', now, !outputIsTerminal);
    try {
      if (format.header !== '') await output.write(format.header);
      let done = 0;
      for (const { draws, rows } of sampleBlocks(
        inquiry,
        drawn.flatMap(({ elements }) => elements),
        count,
      )) {
        for (let from = 0; from < rows; from += rowsAtOnce) {
          await output.write(formatRows(format, draws, from, Math.min(rows, from + rowsAtOnce)));
        }
        done += rows;
        progress.update(done / count);
      }
    } finally {
      progress.done();
    }
    tellFaults(inquiry, errors);
    return exitStatus.success;
  },
};
