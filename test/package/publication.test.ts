import { expect, it } from 'vitest';
import manifest from '../../package.json';
import { missingFrom, repositoryOf } from './publication';

const filled = { name: 'lvm', publisher: 'somebody', repository: 'https://github.com/somebody/something' };

it('nothing is missing where publisher and repository are named', () => {
  expect(missingFrom(filled)).toEqual([]);
  expect(missingFrom({ ...filled, repository: { url: 'git+https://gitlab.com/a/b/c.git' } })).toEqual([]);
});

it('what is missing is said, a sentence for each', () => {
  expect(missingFrom({ name: 'lvm', publisher: 'lvm', private: true })).toEqual([
    '`publisher` is "lvm", which stands in for the name that is registered with the marketplace.',
    expect.stringMatching(/^`repository` names no address at GitHub or GitLab/),
    '`private` is true, which says that nobody means to publish this.',
  ]);
});

it('an address elsewhere makes no links', () => {
  expect(repositoryOf({ ...filled, repository: 'https://example.org/a/b' })).toBeNull();
  expect(repositoryOf(filled)).toBe(filled.repository);
});

it('package.json says in words what to fill in, and every field that it is about', () => {
  for (const field of ['publisher', 'repository', 'private']) expect(manifest['//']).toContain(`\`${field}\``);
});
