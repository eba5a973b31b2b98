import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { transformSync } from 'esbuild';
import { parseSync, Visitor } from 'oxc-parser';

/** The repository's folder. */
export const root = join(import.meta.dirname, '..');

/** A TypeScript file of the product, with what it imports. */
export interface Source {
  /** From the repository's folder, with slashes: `src/language/syntax/lexer.ts`. */
  readonly path: string;
  readonly text: string;
  /** Imported files of this repository, as paths; type imports included. */
  readonly files: readonly string[];
  /** Imported packages, as written: `vscode`, `@tensorflow/tfjs-core`. */
  readonly packages: readonly string[];
  /** What it exports, values and types, by name. */
  readonly exports: readonly string[];
  /** Those of them that it mentions itself, beside their declaration. */
  readonly own: ReadonlySet<string>;
  /** What it takes from other files of this repository, each as `path#name`; `path#*` is all that is there. */
  readonly uses: readonly string[];
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
  const { imports, exports, own } = linksOf(path, text);
  const local = imports.filter(({ from }) => from.startsWith('.'));
  return {
    path,
    text,
    files: local.map(({ from }) => resolve(path, from)),
    packages: imports.map(({ from }) => from).filter((from) => !from.startsWith('.')),
    exports,
    own,
    uses: local.flatMap(({ from, names }) => names.map((name) => `${resolve(path, from)}#${name}`)),
  };
}

interface Link {
  /** As written. */
  readonly from: string;
  /** The names there; `*` stands for all of them. */
  readonly names: readonly string[];
}

/** What a file imports, by its import and export statements, by `import()` and in types, and what it exports. */
function linksOf(path: string, text: string): { imports: Link[]; exports: string[]; own: Set<string> } {
  const { program, errors, module } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Link[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    names: entries.map(({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*')),
  }));
  const exports: string[] = [];
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, importName, exportName } of entries) {
      if (moduleRequest !== null) imports.push({ from: moduleRequest.value, names: [importName.name ?? '*'] });
      if (exportName.kind !== 'None') exports.push(exportName.name ?? 'default');
    }
  }
  const note = (source: { type: string; value?: unknown } | null) => {
    if (source?.type === 'Literal' && typeof source.value === 'string')
      imports.push({ from: source.value, names: ['*'] });
  };
  const mentions = new Map<string, number>();
  new Visitor({
    ImportExpression: ({ source }) => note(source),
    TSImportType: ({ source }) => note(source),
    Identifier: ({ name }) => mentions.set(name, (mentions.get(name) ?? 0) + 1),
  }).visit(program);
  return { imports, exports, own: new Set(exports.filter((name) => (mentions.get(name) ?? 0) > 1)) };
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
