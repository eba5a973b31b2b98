/** Whether a key is pressed for VS Code or the system, with Ctrl, Cmd or Alt: what is shown leaves it to them. */
export function isChord({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}
