import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packagedSession } from '../session';
import { workspaceOf } from '../workspace';

const model = (path: string) => `observed x ~ Normal(0, 1)\ndata x from "${path}" columns h\n`;

const session = packagedSession(async () => {
  const workspace = await workspaceOf({
    'beside.lvm': model('inner.csv'),
    'out.lvm': model('out.csv'),
    'pipe.lvm': model('pipe.csv'),
    'zero.lvm': model('zero.csv'),
    'data/good.csv': 'h\n1\nword\n',
  });
  const at = (name: string) => join(workspace.path, name);
  await symlink(at('data/good.csv'), at('inner.csv'));
  await symlink('/etc/hostname', at('out.csv'));
  await symlink('/dev/zero', at('zero.csv'));
  execFileSync('mkfifo', [at('pipe.csv')]);
  return workspace;
});

describe.skipIf(process.platform === 'win32')('files in the Node extension host of code-server', () => {
  test.each([
    ['beside.lvm', /^Row 2 of `h` is `word`, which is no number of `x`\./],
    ['out.lvm', /^"out\.csv" is a link that leads out of the folder of this model/],
    ['zero.lvm', /^"zero\.csv" is a link that leads out of the folder of this model/],
    ['pipe.lvm', /^"pipe\.csv" is no regular file but a device or a pipe/],
  ])('%s is told what is the matter', async (name, said) => {
    const { workbench } = session;
    await workbench.closeEditors();
    await workbench.openFile(name);
    // The extension host of the first model has only begun.
    await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
    expect((await workbench.problems()).filter((row) => said.test(row))).toHaveLength(1);
  });
});
