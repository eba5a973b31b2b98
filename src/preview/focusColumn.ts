const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth'];

/** The commands of VS Code that give the keyboard to the group of editors in a column, counted from 1. */
export function focusColumn(column: number): string[] {
  const named = Math.min(column, ordinals.length);
  const further = Array.from({ length: column - named }, () => 'workbench.action.focusNextGroup');
  return [`workbench.action.focus${ordinals[named - 1]}EditorGroup`, ...further];
}
