import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { readModelFile, unreadable } from '../../src/cli/modelFile';
import { f32, safetensorsFile } from '../model/safetensorsFile';
import { temporaryFolder } from './lvm';

/** Files by their paths. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const codes = (path: string, folder: string) =>
  readModelFile(path, folder).analysis.diagnostics.map(({ code, message }) => [code, message]);
const plain = 'observed x ~ Normal(0, 1)\n';

describe('readModelFile', () => {
  it('reads data from beside the model, wherever the command runs', () => {
    const files = {
      'models/a.lvm': `${plain}data x from "data/höhe 1%.csv" columns h`,
      'models/data/höhe 1%.csv': 'h\n1\n2\n',
    };
    const folder = folderWith(files);
    expect(codes('models/a.lvm', folder)).toEqual([]);
    expect(codes('a.lvm', join(folder, 'models'))).toEqual([]);
    expect(codes(join(folder, 'models/a.lvm'), '/')).toEqual([]);
    expect(codes('../models/a.lvm', join(folder, 'models'))).toEqual([]);
  });

  it('tells of data that are missing, not numbers, a folder, or no table', () => {
    const folder = folderWith({
      'missing.lvm': `${plain}data x from "no.csv" columns h`,
      'words.lvm': `${plain}data x from "words.csv" columns h`,
      'words.csv': 'h\n1\ntwo\n',
      'folder.lvm': `${plain}data x from "sub" columns h`,
      'sub/a.csv': 'h\n1\n',
      'empty.lvm': `${plain}data x from "empty.csv" columns h`,
      'empty.csv': '',
    });
    expect(codes('missing.lvm', folder)).toEqual([
      ['data-file', 'There is no file "no.csv" beside this model; check the name, or put the file there.'],
    ]);
    expect(codes('words.lvm', folder).map(([code]) => code)).toEqual(['data-values']);
    expect(codes('folder.lvm', folder)).toEqual([['data-file', '"sub" is a folder; name a file in it.']]);
    expect(codes('empty.lvm', folder)).toEqual([
      ['data-file', '"empty.csv" is empty; its first row should name the columns.'],
    ]);
  });

  it('reads nothing from outside of the model’s folder, except from where it runs', () => {
    const folder = folderWith({
      'models/a.lvm': `${plain}data x from "../data.csv" columns h`,
      'data.csv': 'h\n1\n',
    });
    expect(codes('models/a.lvm', folder)).toEqual([]);
    expect(codes('a.lvm', join(folder, 'models')).map(([, message]) => message)).toEqual([
      expect.stringContaining('"../data.csv" leads out of'),
    ]);
  });

  it('reads trained weights, and makes those that do not fit errors', () => {
    const text = `network mu(z) = z -> dense(1)\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(mu(z), 1)\nweights from "w.safetensors"\n`;
    const fitting = safetensorsFile({ 'mu.0.weight': f32([1, 1], [2]), 'mu.0.bias': f32([1], [3]) });
    const folder = folderWith({ 'a.lvm': text, 'w.safetensors': fitting });
    const { analysis, weights } = readModelFile('a.lvm', folder);
    expect(analysis.diagnostics).toEqual([]);
    expect(weights).toEqual({ 'mu.0': { kernel: Float32Array.of(2), bias: Float32Array.of(3) } });

    const other = folderWith({ 'a.lvm': text, 'w.safetensors': safetensorsFile({ a: f32([1], [1]) }) });
    expect(codes('a.lvm', other).map(([code]) => code)).toEqual(['weights-mismatch']);
    expect(codes('a.lvm', folderWith({ 'a.lvm': text })).map(([code]) => code)).toEqual(['weights-missing']);
  });

  it('fails on a model that cannot be read', () => {
    const folder = folderWith({ 'bytes.lvm': Uint8Array.of(0xff, 0xfe, 0x00), 'sub/a.lvm': plain });
    const failure = (message: string) => new Failure(message, 2);
    expect(() => readModelFile('no.lvm', folder)).toThrow(failure('There is no file no.lvm.'));
    expect(() => readModelFile('sub/a.lvm/b.lvm', folder)).toThrow(failure('There is no file sub/a.lvm/b.lvm.'));
    expect(() => readModelFile('sub', folder)).toThrow(failure('sub is a folder; name a file in it.'));
    expect(() => readModelFile('bytes.lvm', folder)).toThrow(failure('bytes.lvm is not UTF-8 text; save it as UTF-8.'));
  });
});

it('says in plain words why a file could not be read', () => {
  const error = (code: string) => Object.assign(new Error('something'), { code });
  expect(unreadable('a', error('EACCES')).message).toBe('a may not be read by you.');
  expect(unreadable('a', error('EIO')).message).toBe('a could not be read: something.');
  expect(unreadable('a', 'odd').message).toBe('a could not be read: odd.');
});
