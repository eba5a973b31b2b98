import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/cli/jsonSource';
import { temporaryFolder } from './lvm';

const folder = temporaryFolder();
writeFileSync(join(folder, 'p.json'), '[1, 2]');
writeFileSync(join(folder, 'bad.json'), '[1, 2');
writeFileSync(join(folder, 'bytes.json'), Uint8Array.of(0xff));
const source = (text: string) => ({ folder, readInput: () => Promise.resolve(new TextEncoder().encode(text)) });
const read = (written: string, input = '') => readJson('--at', written, source(input));

describe('readJson', () => {
  it('reads a file, standard input, or what is written', async () => {
    expect(await read('p.json')).toEqual({ name: 'p.json', value: [1, 2] });
    expect(await read('-', '{"x": 1}')).toEqual({ name: 'standard input', value: { x: 1 } });
    expect(await read(' [3]')).toEqual({ name: '--at', value: [3] });
    expect(await read('{"x": [1]}')).toEqual({ name: '--at', value: { x: [1] } });
  });

  it.each([
    ['no.json', '', /^There is no file no\.json\.$/],
    ['bad.json', '', /^bad\.json is not JSON: .+\.$/],
    ['-', 'x', /^standard input is not JSON: .+\.$/],
    ['[1', '', /^--at is not JSON: .+\.$/],
    ['bytes.json', '', /^bytes\.json is not UTF-8 text; save it as UTF-8\.$/],
  ])('refuses %j', async (written, input, message) => {
    await expect(read(written, input)).rejects.toThrow(message);
  });
});
