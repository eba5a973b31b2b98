// The licences of everything in dist/ that others wrote, as one text that is shipped beside it: of each package of which a bundle holds
// code, or of which a file is copied, its licence and notice files. Where a package comes without one, the standard text
// of the licence that its manifest names, with the copyright that its files or its manifest state, and a line that says so.
const { readdir, readFile } = require('node:fs/promises');
const { basename, join } = require('node:path');

/** What the makers of a package have compiled into its binary files, which its folder says nothing of. */
const compiledIn = {
  '@tensorflow/tfjs-backend-wasm': [
    { name: 'XNNPACK', license: 'BSD-3-Clause', holders: ['Facebook, Inc. and its affiliates', '2019 Google LLC'] },
    { name: 'pthreadpool', license: 'BSD-2-Clause', holders: ['2017 Facebook Inc.', '2015-2017 Georgia Institute of Technology'] },
    { name: 'FP16', license: 'MIT', holders: ['2017 Facebook Inc.', '2017 Georgia Institute of Technology'] },
    { name: 'FXdiv', license: 'MIT', holders: ['2016 Marat Dukhan'] },
    { name: 'Emscripten', license: 'MIT', holders: ['2010-2014 Emscripten authors'] },
    { name: 'musl', license: 'MIT', holders: ['2005-2012 Rich Felker'] },
  ],
};

/** Files that carry a licence or a notice, by their names. */
const carriesLicence = /^(licen[cs]es?|copying|notices?|copyrightnotice)([.-].*)?$/i;

const rule = `\n\n${'='.repeat(100)}\n\n`;

/**
 * The packages that have code in the bundles, or a file among the assets.
 * @param {string} root the repository's folder
 * @param {readonly import('esbuild').Metafile[]} metafiles of all bundles
 * @param {readonly string[]} assets files that are copied, as absolute paths
 * @returns {Map<string, string[]>} for each package's folder the files that are used
 */
function bundledPackages(root, metafiles, assets) {
  const outputs = metafiles.flatMap(({ outputs }) => Object.values(outputs));
  const used = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  // Those with a colon are no files: modules that a platform lacks, which are empty, and the kernels.
  const files = used.filter((path) => !path.includes(':')).map((path) => join(root, path));
  // These are compiled together with the runtime of their language.
  if (used.some((path) => path.startsWith('kernels:'))) files.push(require.resolve('assemblyscript/package.json', { paths: [root] }));
  const packages = new Map();
  for (const file of new Set([...files, ...assets])) {
    const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
    if (folder !== undefined) packages.set(folder, [...(packages.get(folder) ?? []), file]);
  }
  return new Map([...packages].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The text with the licences of all these packages.
 * @param {Map<string, string[]>} packages as `bundledPackages` gives them
 * @throws {Error} where a package has no licence file and names no licence of which the text is known
 */
async function licencesText(packages) {
  const parts = await Promise.all([...packages].map(([folder, files]) => partsOf(folder, files)));
  const intro = 'This product holds code of the following packages, each under the licence that follows its name.';
  return `${[intro, ...parts.flat()].join(rule)}\n`;
}

async function partsOf(folder, files) {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = manifest;
  const title = `${name} ${version}${typeof license === 'string' ? ` (${license})` : ''}`;
  const found = (await readdir(folder)).filter((file) => carriesLicence.test(file)).sort();
  const texts = await Promise.all(found.map(async (file) => (await readFile(join(folder, file), 'utf8')).trim()));
  const inside = (compiledIn[name] ?? []).map((part) => {
    const holders = part.holders.map((holder) => `Copyright (c) ${holder}`);
    return `${part.name} (${part.license}), compiled into files of ${name}\n\n${standardText(part.license, holders, part.name)}`;
  });
  if (texts.some((text) => text !== '')) return [[title, ...texts].join('\n\n'), ...inside];
  const { author } = manifest;
  const holder = typeof author === 'string' ? author : author?.name;
  const stated = await copyrightsIn(files);
  const copyrights = stated.length > 0 ? stated : holder === undefined ? [] : [`Copyright (c) ${holder}`];
  const note = `The package comes without a licence file. This is the standard text of the licence that its package.json names${
    stated.length > 0 ? ', with the copyright that its source files state' : ''
  }.`;
  return [[title, note, standardText(license, copyrights, name)].join('\n\n'), ...inside];
}

/** The copyright lines at the beginning of source files, each once. */
async function copyrightsIn(files) {
  const sources = files.filter((file) => /\.[cm]?js$/.test(basename(file)));
  const texts = await Promise.all(sources.map((file) => readFile(file, 'utf8')));
  const lines = texts.flatMap((text) => /^[\s/*]*(Copyright\b.*\d{4}.*)$/m.exec(text.slice(0, 1000))?.[1]?.trim() ?? []);
  return [...new Set(lines)].sort();
}

/** @returns the text of a licence by its SPDX name, with its copyright lines */
function standardText(license, copyrights, name) {
  let text;
  try {
    text = require(`spdx-license-list/licenses/${license}.json`).licenseText.trim();
  } catch {
    throw new Error(
      `The package ${name} is bundled, has no licence file, and its package.json names no licence of the SPDX list (it says ${JSON.stringify(license)}). Find out under what licence it may be shipped, or do without it.`,
    );
  }
  const own = text.replace(/^Copyright \(c\) .*$/gim, '').replace(/\n{3,}/g, '\n\n');
  return [...copyrights, own].join('\n').trim();
}

module.exports = { bundledPackages, licencesText };
