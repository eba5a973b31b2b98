import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDataPath } from '../../src/files/dataPath';

const allowed = (path: string) => ({ kind: 'allowed', path });
const refused = (reason: string) => ({ kind: 'refused', reason });

describe('resolveDataPath', () => {
  it('finds a file beside and below the model', () => {
    expect(resolveDataPath('a.csv', '/home/me/models', [])).toEqual(allowed('/home/me/models/a.csv'));
    expect(resolveDataPath('./data//a.csv', '/home/me/models', [])).toEqual(allowed('/home/me/models/data/a.csv'));
    expect(resolveDataPath('data\\a.csv', '/home/me/models', [])).toEqual(allowed('/home/me/models/data/a.csv'));
  });

  it('goes up inside the workspace, and not out of it', () => {
    expect(resolveDataPath('../data/a.csv', '/w/models', ['/w'])).toEqual(allowed('/w/data/a.csv'));
    expect(resolveDataPath('../../a.csv', '/w/models', ['/w'])).toEqual(
      refused('"../../a.csv" leads out of the workspace; move the file into it.'),
    );
    expect(resolveDataPath('../../../../../a.csv', '/w/models', ['/w'])).toMatchObject({ kind: 'refused' });
    expect(resolveDataPath('../w2/a.csv', '/w', ['/w'])).toMatchObject({ kind: 'refused' });
  });

  it('does not go up without a workspace', () => {
    expect(resolveDataPath('../a.csv', '/w/models', [])).toEqual(
      refused(
        '"../a.csv" leads out of this model\'s folder; open the folder that holds both, or move the file beside the model.',
      ),
    );
    expect(resolveDataPath('../models/a.csv', '/w/models', [])).toEqual(allowed('/w/models/a.csv'));
  });

  it('refuses absolute paths, home folders, addresses and nothing at all', () => {
    const absolute = (path: string) =>
      refused(`"${path}" is an absolute path; write it relative to this model's folder.`);
    expect(resolveDataPath('/etc/passwd', '/w', ['/w'])).toEqual(absolute('/etc/passwd'));
    expect(resolveDataPath('\\\\server\\share', '/w', ['/w'])).toEqual(absolute('\\\\server\\share'));
    expect(resolveDataPath('C:\\a.csv', '/w', ['/w'])).toEqual(absolute('C:\\a.csv'));
    expect(resolveDataPath('~/a.csv', '/w', ['/w'])).toEqual(absolute('~/a.csv'));
    expect(resolveDataPath('https://example.org/a.csv', '/w', ['/w'])).toEqual(
      refused(
        '"https://example.org/a.csv" is an address, and a model reads only files; save the data beside this model.',
      ),
    );
    expect(resolveDataPath('file:///etc/passwd', '/w', ['/w'])).toMatchObject({ kind: 'refused' });
    expect(resolveDataPath(' ', '/w', ['/w'])).toEqual(
      refused('The path is empty; write the name of a file beside this model.'),
    );
    expect(resolveDataPath('a\0.csv', '/w', ['/w'])).toEqual(refused('The path has a control character in it.'));
  });

  it('looks up an unsaved model in the workspace, or asks to save it', () => {
    expect(resolveDataPath('a.csv', null, ['/w'])).toEqual(allowed('/w/a.csv'));
    expect(resolveDataPath('a.csv', null, [])).toEqual(
      refused('Save this model first, so that "a.csv" can be looked up beside it.'),
    );
  });

  it('takes the letter of a drive in either case', () => {
    expect(resolveDataPath('../a.csv', '/c:/w/models', ['/C:/w'])).toEqual(allowed('/c:/w/a.csv'));
  });

  it('goes from one folder of a workspace to another', () => {
    expect(resolveDataPath('../data/a.csv', '/w/models', ['/w/models', '/w/data'])).toEqual(allowed('/w/data/a.csv'));
    expect(resolveDataPath('../a.csv', '/w/models', ['/w/models', '/w/data'])).toMatchObject({ kind: 'refused' });
    expect(resolveDataPath('a.csv', null, ['/w/models', '/w/data'])).toEqual(allowed('/w/models/a.csv'));
  });

  it('quotes a path in short', () => {
    for (const path of ['/', 'x:', '../', 'https://']) {
      const result = resolveDataPath(path + 'y'.repeat(5e6), '/w', []);
      expect(result.kind === 'refused' && result.reason.length).toBeLessThan(250);
    }
  });

  it('never leaves the workspace, whatever is written', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b.csv', '/', '\\', '...', 'w');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const result = resolveDataPath(parts.join('/'), '/w/models', ['/w']);
        if (result.kind === 'allowed') {
          expect(result.path.startsWith('/w/')).toBe(true);
          expect(result.path.split('/')).not.toContain('..');
        }
      }),
      { seed: 2 },
    );
  });
});
