import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import esbuild from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundles, options } from '../esbuild.js';
import { isTypesOnly, root, type Source, sourcesIn } from './sources';

const host = sourcesIn('src');
const webview = sourcesIn('webview');
const sources = [...host, ...webview];
const byPath = new Map(sources.map((source) => [source.path, source]));

const inside = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));
/** The extension host; beside it stand the engine, the command line with the engine and Node, and what the host gets where it runs in Node. */
const panelHost = host.filter(({ path }) => !inside(path, 'src/cli', 'src/engine', 'src/node'));
const entries = Object.values(bundles).map(({ entry }) => entry);

/** Import by import, those that a rule forbids, as `from -> to`. */
function forbidden(from: readonly Source[], allowed: (target: string, isPackage: boolean) => boolean): string[] {
  return from.flatMap(({ path, files, packages }) => [
    ...files.filter((file) => !allowed(file, false)).map((file) => `${path} -> ${file}`),
    ...packages.filter((name) => !allowed(name, true)).map((name) => `${path} -> ${name}`),
  ]);
}

const under = (folder: string, names: string) => names.split(' ').map((name) => `${folder}/${name}`);

/**
 * From the lowest to the highest: each folder takes only of itself and of those before it. A file that stands higher or lower than the
 * folder that it lies in is named by itself.
 */
const orders: Record<string, readonly string[]> = {
  'the host': [
    'src/language/syntax/span.ts',
    'src/model',
    ...under('src/language', 'syntax analysis.ts names types build check rules check/ruleList.ts check/check.ts'),
    'src/language',
    ...under('src', 'protocol.ts files host features preview editor extension.ts node/extension.ts'),
  ],
  'the panel': [
    ...under('webview/plots', 'text axes graph curve plane bars words scale overlay compare corner fan'),
    ...under('webview', 'handles export'),
    ...under('webview/ui', 'state request scene widgets graph evidence compare sampling drag corner fan table density'),
    ...under('webview/ui', 'latent panes export app'),
    'webview/main.ts',
  ],
  'the engine': under(
    'src/engine',
    [
      'math values api tensor families sampling/random.ts sampling/columns.ts sampling/sobolDirections.ts sampling/sobol.ts',
      'evaluate api/choices.ts plan/graph.ts plan/block.ts sampling/base.ts api/query.ts',
      'plan/closure.ts factors plan integrate/atNodes.ts factors/tables/logFactor.ts factors/tables/sumOut.ts plan/eliminatedInside.ts plan/planPart.ts',
      'plan/projectedPlan.ts',
      'integrate sampling chains queries service/session.ts views service',
    ].join(' '),
  ),
};

/** The place of a file in an order: that of the longest name there that holds it; -1 where none does. */
function heightIn(order: readonly string[], path: string): number {
  let height = -1;
  for (const [i, name] of order.entries()) {
    if ((path === name || inside(path, name)) && name.length > (order[height]?.length ?? 0)) height = i;
  }
  return height;
}

test('there are sources to judge', () => {
  expect(host.length).toBeGreaterThan(20);
  expect(webview.length).toBeGreaterThan(20);
});

describe('imports', () => {
  test('make no cycle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const file of byPath.get(path)?.files ?? []) visit(file, [...trail, path]);
      state.set(path, 'done');
    };
    for (const { path } of sources) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('of language, model, features and export are pure: neither vscode nor TensorFlow.js nor a package of a host', () => {
    const pure = host.filter(({ path }) => inside(path, 'src/language', 'src/model', 'src/features', 'src/export'));
    expect(forbidden(pure, (target, isPackage) => !isPackage && inside(target, 'src'))).toEqual([]);
  });

  test('of language stay within language and model', () => {
    const language = host.filter(({ path }) => inside(path, 'src/language', 'src/model'));
    expect(forbidden(language, (target) => inside(target, 'src/language', 'src/model'))).toEqual([]);
  });

  test('of the extension host never reach the webview or the engine', () => {
    const allowed = (target: string, isPackage: boolean) => isPackage || !inside(target, 'webview', 'src/engine');
    expect(forbidden(panelHost, allowed)).toEqual([]);
  });

  test('of the extension host need no Node, for it runs in a web worker too', () => {
    const allowed = (target: string, isPackage: boolean) =>
      isPackage ? !target.startsWith('node:') : !inside(target, 'src/node');
    expect(forbidden(panelHost, allowed)).toEqual([]);
  });

  test('of what is for Node alone take files and models; its entry, and nothing else, starts the extension', () => {
    const node = host.filter(({ path }) => inside(path, 'src/node') && !entries.includes(path));
    const allowed = (target: string, isPackage: boolean) =>
      isPackage ? target.startsWith('node:') : inside(target, 'src/node', 'src/files', 'src/language', 'src/model');
    expect(forbidden(node, allowed)).toEqual([]);
  });

  test('of the command line take the language and the engine, nothing of an editor or a page', () => {
    const cli = host.filter(({ path }) => inside(path, 'src/cli'));
    const allowed = (target: string, isPackage: boolean) =>
      isPackage
        ? target !== 'vscode'
        : inside(target, 'src/cli', 'src/node', 'src/files', 'src/language', 'src/model', 'src/engine') ||
          target === 'package.json';
    expect(forbidden(cli, allowed)).toEqual([]);
    const adapters = cli.flatMap(({ files }) =>
      files.filter((file) => byPath.get(file)?.packages.includes('vscode') === true),
    );
    expect(adapters).toEqual([]);
  });

  test('of the webview take only language, model, protocol and what the engine offers from src', () => {
    const allowed = (target: string, isPackage: boolean) =>
      isPackage
        ? target !== 'vscode'
        : inside(target, 'webview', 'media', 'src/language', 'src/model', 'src/engine/api') ||
          target === 'src/protocol.ts' ||
          target === 'src/engine/service/client.ts';
    expect(forbidden(webview, allowed)).toEqual([]);
  });

  test('of the engine take nothing of the page', () => {
    const engine = host.filter(({ path }) => inside(path, 'src/engine'));
    expect(engine.length).toBeGreaterThan(20);
    const allowed = (target: string, isPackage: boolean) =>
      isPackage ? target.startsWith('@tensorflow/') : inside(target, 'src/engine', 'src/language', 'src/model');
    expect(forbidden(engine, allowed)).toEqual([]);
  });

  test('of the kernels, which are compiled to WebAssembly, are kernels', () => {
    const kernels = host.filter(({ path }) => inside(path, 'src/engine/tensor/kernels'));
    const allowed = (target: string, isPackage: boolean) => !isPackage && inside(target, 'src/engine/tensor/kernels');
    expect(forbidden(kernels, allowed)).toEqual([]);
  });

  test('of what is exported take plots and plain data, nothing of the panel', () => {
    const exported = webview.filter(({ path }) => inside(path, 'webview/export'));
    expect(exported.length).toBeGreaterThan(5);
    const allowed = (target: string, isPackage: boolean) =>
      !isPackage && inside(target, 'webview/export', 'webview/plots', 'src/engine/api', 'src/model');
    expect(forbidden(exported, allowed)).toEqual([]);
  });

  test('of the plots are arrays, never tensors', () => {
    const plots = webview.filter(({ path }) => inside(path, 'webview/plots'));
    expect(forbidden(plots, (target) => !target.startsWith('@tensorflow/'))).toEqual([]);
  });

  test('of every folder have their place in an order', () => {
    const free = sources.filter(({ path }) => !inside(path, 'src/cli', 'src/node') && path !== 'src/api.ts');
    const placed = (path: string) => Object.values(orders).some((order) => heightIn(order, path) >= 0);
    expect(free.map(({ path }) => path).filter((path) => !placed(path))).toEqual([]);
  });

  for (const [part, order] of Object.entries(orders)) {
    test(`of ${part} go down, from folder to folder`, () => {
      const up = sources.flatMap(({ path, files }) => {
        const height = heightIn(order, path);
        return height < 0
          ? []
          : files.filter((file) => heightIn(order, file) > height).map((file) => `${path} -> ${file}`);
      });
      expect(up).toEqual([]);
    });
  }
});

test('the engine is checked without the DOM', () => {
  const compile = (...options: string[]) =>
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/engine', ...options], {
      cwd: root,
      encoding: 'utf8',
    });
  const { compilerOptions } = JSON.parse(compile('--showConfig')) as { compilerOptions: { lib: string[] } };
  expect(compilerOptions.lib).toEqual(['es2023', 'webworker']);
  expect(compile()).toBe('');
});

/** The folder of tests of a folder of sources. */
const mirrored = (path: string) => path.replace(/^(src|webview)(?=\/|$)/, 'test');

test('every file is tested where one looks for it: under its own name, or by what tests its neighbours', () => {
  const judged = sources.filter(
    (source) => !entries.includes(source.path) && !source.packages.includes('vscode') && !isTypesOnly(source),
  );
  const tests = sourcesIn('test');
  const named = new Set(tests.map(({ path }) => path));
  const reached = new Set<string>();
  const visit = (file: string, folder: string): void => {
    if (mirrored(posix.dirname(file)) !== folder || reached.has(file)) return;
    reached.add(file);
    for (const next of byPath.get(file)?.files ?? []) visit(next, folder);
  };
  for (const { path, files } of tests) for (const file of files) visit(file, posix.dirname(path));
  const missing = judged
    .map(({ path }) => path)
    .filter((path) => !reached.has(path) && !named.has(mirrored(path).replace(/\.ts$/, '.test.ts')));
  expect(missing).toEqual([]);
});

test('every test reaches the code, or files of the product that are no code', () => {
  const tests = sourcesIn('test').filter(({ path }) => !inside(path, 'test/vscode'));
  const helpers = new Map(tests.map((source) => [source.path, source]));
  const reaches = ({ path, files, text }: Source, seen: ReadonlySet<string> = new Set()): boolean =>
    files.some((file) => inside(file, 'src', 'webview')) ||
    /package\.json|media\//.test(text) ||
    files.some((file) => {
      const helper = helpers.get(file);
      return helper !== undefined && !seen.has(file) && reaches(helper, new Set([...seen, path]));
    });
  const judged = tests.filter(({ path }) => path.endsWith('.test.ts') && path !== 'test/architecture.test.ts');
  expect(judged.length).toBeGreaterThan(20);
  expect(judged.filter((source) => !reaches(source)).map(({ path }) => path)).toEqual([]);
});

test('every export is used: by another file, or by the rest of its own', () => {
  const used = new Set(sources.flatMap(({ uses }) => uses));
  // The functions of the WebAssembly module are called by the engine: see below.
  const open = [...entries, 'src/engine/tensor/kernels/index.ts'];
  const unused = sources
    .filter(({ path }) => !open.includes(path) && !used.has(`${path}#*`))
    .flatMap(({ path, exports, own }) =>
      exports.filter((name) => !used.has(`${path}#${name}`) && !own.has(name)).map((name) => `${path}#${name}`),
    );
  expect(unused).toEqual([]);
});

/** The one long file: a recursive descent is one class, for its productions call each other in a circle. */
const parser = 'src/language/syntax/parser.ts';

test('files are short', () => {
  const lengths = sources
    .filter(({ path }) => path !== parser)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThan(120);
  expect(lengths.filter(({ lines }) => lines > 600)).toEqual([]);
  expect(lengths.filter(({ lines }) => lines > 400).length).toBeLessThanOrEqual(Math.ceil(sources.length / 50));
});

test('the code asks nobody to look away', () => {
  const marks =
    /TODO|FIXME|XXX|HACK|@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore|eslint-disable|\bas any\b|: any\b/;
  expect(sources.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
});

describe('bundles', () => {
  /** Largest sizes of the minified bundles in kB. */
  const limits: Record<string, number> = {
    extension: 450,
    'extension.web': 450,
    webview: 450,
    worker: 800,
    panel: 60,
    cli: 1000,
  };

  interface Built {
    readonly bytes: number;
    readonly inputs: readonly string[];
  }
  const built = new Map<string, Built>();

  beforeAll(async () => {
    for (const name of Object.keys(bundles)) {
      const { metafile, outputFiles } = await esbuild.build({
        ...options(name, false),
        metafile: true,
        write: false,
        logLevel: 'silent',
      });
      expect(outputFiles).toHaveLength(1);
      built.set(name, { bytes: outputFiles[0]!.contents.length, inputs: Object.keys(metafile.inputs) });
    }
  });

  for (const name of Object.keys(bundles)) {
    test(`${name} is small, and holds nothing that its host lacks`, () => {
      const { bytes, inputs } = built.get(name)!;
      expect(bytes).toBeLessThan((limits[name] ?? 0) * 1000);
      if (name.startsWith('extension')) {
        expect(inputs.filter((input) => /^(webview|src\/engine)\/|@tensorflow/.test(input))).toEqual([]);
      } else {
        expect(inputs.filter((input) => /^src\/(editor|host|preview|features)\//.test(input))).toEqual([]);
      }
    });
  }

  test('together hold every source file with code', () => {
    const inputs = new Set([...built.values()].flatMap((bundle) => bundle.inputs));
    const missing = sources
      .filter((source) => !inputs.has(source.path) && !isTypesOnly(source))
      .map(({ path }) => path);
    // The kernels are compiled to WebAssembly from their index.
    const compiled = new Set<string>();
    const visit = (path: string) => {
      compiled.add(path);
      for (const file of byPath.get(path)?.files ?? []) if (!compiled.has(file)) visit(file);
    };
    visit('src/engine/tensor/kernels/index.ts');
    expect(missing.filter((path) => !compiled.has(path))).toEqual([]);
    const engine = sources.filter(({ path }) => inside(path, 'src/engine')).map(({ text }) => text);
    const uncalled = byPath
      .get('src/engine/tensor/kernels/index.ts')!
      .exports.filter((name) => !engine.some((text) => text.includes(`.${name}(`)));
    expect(uncalled).toEqual([]);
  });
});
