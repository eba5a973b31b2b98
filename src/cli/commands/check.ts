import type { Command } from '../command';
import { diagnosticJson } from '../diagnosticLines';
import { exitStatus, Failure } from '../failure';
import { readModelFile } from '../modelFile';
import { helpOption } from '../options';

/** `lvm check FILE…`: what is wrong with models, for people and for continuous integration. */
export const check: Command = {
  name: 'check',
  files: 'many',
  summary: 'say what is wrong with models',
  options: [helpOption],
  details: [
    'Writes one JSON object a line for each error, warning or remark, with file, code, severity, line, column, endLine, endColumn and message. Lines and columns count from 1. The data and weights that a model names are read from beside it.',
    'Exit status: 0 where no model has an error, 1 where one has, 2 where a file cannot be read; the other files are checked all the same.',
  ],
  async run(args, { output, errors, folder }) {
    let worst: 0 | 1 | 2 = exitStatus.success;
    for (const path of args.files) {
      const read = await tried(() => readModelFile(path, folder));
      if (read instanceof Failure) {
        errors.write(`lvm: ${read.message}\n`);
        worst = exitStatus.usage;
        continue;
      }
      await output.write(diagnosticJson(path, read.analysis));
      if (read.analysis.model === null && worst === exitStatus.success) worst = exitStatus.model;
    }
    return worst;
  },
};

async function tried<T>(act: () => Promise<T>): Promise<T | Failure> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
