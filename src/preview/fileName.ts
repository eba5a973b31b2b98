/** The last part of a path with forward slashes. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The title of a preview's tab. */
export function panelTitle(path: string, pinned: boolean): string {
  return `Preview ${fileName(path)}${pinned ? ' (pinned)' : ''}`;
}
