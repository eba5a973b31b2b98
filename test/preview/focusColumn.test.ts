import { expect, it } from 'vitest';
import { focusColumn } from '../../src/preview/focusColumn';

it('names the group of a column, and goes on from the last that has a name', () => {
  expect(focusColumn(1)).toEqual(['workbench.action.focusFirstEditorGroup']);
  expect(focusColumn(8)).toEqual(['workbench.action.focusEighthEditorGroup']);
  expect(focusColumn(10)).toEqual([
    'workbench.action.focusEighthEditorGroup',
    'workbench.action.focusNextGroup',
    'workbench.action.focusNextGroup',
  ]);
});
