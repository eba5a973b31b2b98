import { quote } from '../model/quote';

/** Where a path in a model may lead. */
export type DataPath =
  | {
      readonly kind: 'allowed';
      /** Absolute, with forward slashes, `.` and `..` resolved. */
      readonly path: string;
    }
  | {
      readonly kind: 'refused';
      /** A sentence for the user. */
      readonly reason: string;
    };

/**
 * Resolves a path written in a model, relative to the model's folder. A model is text from anywhere, so what it names
 * must lie beside or below the model, or inside the workspace that the model is in.
 *
 * @param written as in the model; backslashes count as slashes, so that a model travels between systems.
 * @param modelFolder absolute path of the model's folder with forward slashes; null for a model that was never saved.
 * @param workspaceFolders absolute paths of the folders of the workspace that the model is in; none where it is in none.
 */
export function resolveDataPath(
  written: string,
  modelFolder: string | null,
  workspaceFolders: readonly string[],
): DataPath {
  const refused = (reason: string): DataPath => ({ kind: 'refused', reason });
  const name = quote(written);
  const path = written.replaceAll('\\', '/');
  if (path.trim() === '') return refused('The path is empty; write the name of a file beside this model.');
  if (/^[a-z][a-z0-9+.-]+:/i.test(path))
    return refused(`${name} is an address, and a model reads only files; save the data beside this model.`);
  if (path.startsWith('/') || path.startsWith('~') || /^[a-z]:/i.test(path))
    return refused(`${name} is an absolute path; write it relative to this model's folder.`);
  if (hasControlCharacter(path)) return refused('The path has a control character in it.');

  const base = modelFolder ?? workspaceFolders[0];
  if (base === undefined) return refused(`Save this model first, so that ${name} can be looked up beside it.`);

  const segments = base.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') segments.push(part);
    else if (segments.pop() === undefined) return refused(outside(name, workspaceFolders));
  }
  const resolved = '/' + segments.join('/');
  const inside = [modelFolder, ...workspaceFolders].some((root) => root !== null && contains(root, resolved));
  return inside ? { kind: 'allowed', path: resolved } : refused(outside(name, workspaceFolders));
}

function outside(name: string, workspaceFolders: readonly string[]): string {
  return workspaceFolders.length === 0
    ? `${name} leads out of this model's folder; open the folder that holds both, or move the file beside the model.`
    : `${name} leads out of the workspace; move the file into it.`;
}

/** Whether a path lies below a folder; both with forward slashes. */
export function contains(root: string, path: string): boolean {
  const prefix = sameDrive(root.endsWith('/') ? root : root + '/');
  return sameDrive(path).startsWith(prefix);
}

/** The letter of a Windows drive comes in both cases. */
function sameDrive(path: string): string {
  return path.replace(/^\/[a-z]:/i, (drive) => drive.toLowerCase());
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 32) return true;
  return false;
}
