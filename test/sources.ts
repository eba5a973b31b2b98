import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

/** The repository's folder. */
export const root = join(import.meta.dirname, '..');

/** A TypeScript file of the product, with what it imports. */
export interface Source {
  /** From the repository's folder, with slashes: `src/language/lexer.ts`. */
  readonly path: string;
  readonly text: string;
  /** Imported files of this repository, as paths; type imports included. */
  readonly files: readonly string[];
  /** Imported packages, as written: `vscode`, `@tensorflow/tfjs-core`. */
  readonly packages: readonly string[];
}

/** All TypeScript files under the given folders. */
export function sourcesIn(...folders: readonly string[]): Source[] {
  return folders.flatMap(filesUnder).sort().map(read);
}

function filesUnder(folder: string): string[] {
  const absolute = join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => posix.join(folder, name.split(sep).join('/')));
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const named = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    path,
    text,
    files: named.filter((name) => name.startsWith('.')).map((name) => resolve(path, name)),
    packages: named.filter((name) => !name.startsWith('.')),
  };
}

function resolve(from: string, name: string): string {
  const path = join(root, dirname(from), name);
  const found = [path, `${path}.ts`, join(path, 'index.ts')].find((file) => /\.\w+$/.test(file) && existsSync(file));
  // A missing file is the compiler's business.
  return relative(root, found ?? `${path}.ts`)
    .split(sep)
    .join('/');
}

/** Whether a file holds types only, so that nothing of it is left to run. */
export function isTypesOnly(source: Source): boolean {
  const { outputText } = ts.transpileModule(source.text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  return outputText.replace(/export \{\};|\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim() === '';
}
