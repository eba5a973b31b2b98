/** The kinds of files that the panel makes, by their ending, as a dialog names them. */
export const exportKinds: Readonly<Record<string, string>> = {
  svg: 'Scalable Vector Graphics',
  png: 'PNG Image',
  csv: 'Comma-Separated Values',
  dot: 'Graphviz',
  mmd: 'Mermaid',
};

/** A file's name that a panel asked for. */
export interface ExportTarget {
  readonly name: string;
  readonly ending: string;
  /** As a dialog names files of this ending. */
  readonly kind: string;
}

/** @returns the name taken apart, or null where it is none of ours: a panel may not choose a folder, nor make a program. */
export function exportTarget(name: string): ExportTarget | null {
  const [, ending = ''] = /.\.([a-z]+)$/.exec(name) ?? [];
  const kind = Object.hasOwn(exportKinds, ending) ? exportKinds[ending] : undefined;
  if (kind === undefined || name.length > 200) return null;
  return /^[^\\/:*?"<>|\p{Cc}]+$/u.test(name) && !name.startsWith('.') ? { name, ending, kind } : null;
}
