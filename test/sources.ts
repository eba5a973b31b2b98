import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { transformSync } from 'esbuild';
import { parseSync, Visitor } from 'oxc-parser';

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
  const named = importsOf(path, text);
  return {
    path,
    text,
    files: named.filter((name) => name.startsWith('.')).map((name) => resolve(path, name)),
    packages: named.filter((name) => !name.startsWith('.')),
  };
}

/** What a file imports, as written: by its import and export statements, by `import()` and in types. */
function importsOf(path: string, text: string): string[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const named: string[] = [];
  const note = (source: { type: string; value?: unknown } | null) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') named.push(source.value);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => note(source),
    ExportNamedDeclaration: ({ source }) => note(source),
    ExportAllDeclaration: ({ source }) => note(source),
    ImportExpression: ({ source }) => note(source),
    TSImportType: ({ source }) => note(source),
  }).visit(program);
  return named;
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
  const { code } = transformSync(source.text, {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    legalComments: 'none',
  });
  return code.replace(/export \{\s*\};/g, '').trim() === '';
}
