import { dataFile } from '../../../src/language/rules/data-file';
import { describeRule } from '../describeRule';

describeRule(
  dataFile,
  [
    [
      'observed x ~ Normal(0, 1) data x from «"a.csv"» columns a',
      { message: 'There is no file `a.csv` beside this model.', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) data x from "a1.csv" columns «aa»',
      {
        message: '`a1.csv` has no column `aa`. Did you mean `aaa`?',
        severity: 'warning',
        fixed: 'observed x ~ Normal(0, 1) data x from "a1.csv" columns aaa',
        fixTitle: 'Change to `aaa`',
      },
    ],
    [
      'observed x ~ Normal(0, 1) data x from "a2.csv" columns «q»',
      { message: '`a2.csv` has no column `q`. It has `aa` and `b`.', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) data x from «"a3.csv"» columns a',
      { message: '`a3.csv` has no rows.', severity: 'warning', fixed: null },
    ],
    [
      'observed x ~ Normal(0, 1) data x from "a4.csv" columns «old_faithful»',
      {
        message: '`a4.csv` has no column `old_faithful`. Did you mean `old faithful`?',
        severity: 'warning',
        fixed: 'observed x ~ Normal(0, 1) data x from "a4.csv" columns "old faithful"',
        fixTitle: 'Change to `"old faithful"`',
      },
    ],
  ],
  [
    'observed x ~ Normal(0, 1)\ndata x from "b.csv" columns a',
    'observed x ~ Normal(0, 1)\ndata x from "a4.csv" columns "old faithful"',
  ],
  {
    'a.csv': 'There is no file `a.csv` beside this model.',
    'a1.csv': { aaa: ['1'], b: ['2'] },
    'a2.csv': { aa: ['1'], b: ['2'] },
    'a3.csv': { a: [] },
    'a4.csv': { 'old faithful': ['1'] },
  },
);
