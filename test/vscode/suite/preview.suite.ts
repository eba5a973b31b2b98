import * as vscode from 'vscode';
import type { LvmApi, Paint } from '../../../src/api';
import { threeBumps, threeBumpsDensity } from '../models';
import { equal, near, ok } from './assert';
import { api, closeAll, edit, paintAfter, replace } from './host';

const open = () => vscode.commands.executeCommand('lvm.openPreviewToSide');
const isFinal = ({ report }: Paint) => report.final && report.refusal === null && !report.stale;

suite('the preview', () => {
  let lvm: LvmApi;
  suiteSetup(async () => {
    lvm = await api();
  });
  teardown(closeAll);

  test('paints the components and the marginal of the active model', async () => {
    const editor = await edit(threeBumps);
    const { uri, report } = await paintAfter(lvm, isFinal, open, 'The first paint');
    equal(uri, editor.document.uri.toString(), 'the model shown');
    equal(
      { kind: report.kind, components: report.components, observed: report.observed },
      { kind: 'curve', components: 3, observed: 'x' },
    );
    near(report.peak.x, -1.99, 0.05, 'where the density is highest');
    near(report.peak.density, threeBumpsDensity(report.peak.x), 1e-5, 'the density there');
    equal(
      lvm.previews().map((preview) => ({ uri: preview.uri, pinned: preview.pinned })),
      [{ uri, pinned: false }],
    );
  });

  test('moves the peak with a number, and compiles nothing for it', async () => {
    const editor = await edit(threeBumps);
    await paintAfter(lvm, isFinal, open, 'The first paint');
    const version = editor.document.version + 1;
    const { report, latency } = await paintAfter(
      lvm,
      (paint) => isFinal(paint) && paint.report.version === version,
      () => replace(editor, '[-2,', '[-4,'),
      'A paint of the edited text',
    );
    near(report.peak.x, -4, 0.05, 'where the density is highest');
    near(report.peak.density, threeBumpsDensity(report.peak.x, -4), 1e-5, 'the density there');
    equal(report.reused, true, 'whether the compiled functions were used again');
    ok(latency !== null && latency >= 0, `The first paint of a version has a latency, not ${latency}.`);
  });

  test('keeps the last good plot of a broken text as stale, and recovers', async () => {
    const editor = await edit(threeBumps);
    const good = await paintAfter(lvm, isFinal, open, 'The first paint');
    const stale = await paintAfter(
      lvm,
      ({ report }) => report.stale,
      () => replace(editor, 'Normal(mu[z]', 'Normal(('),
      'A stale paint',
    );
    equal(stale.report.peak, good.report.peak, 'the plot kept');
    equal(stale.report.version, editor.document.version, 'the version that is stale');
    const mended = await paintAfter(lvm, isFinal, () => replace(editor, 'Normal((', 'Normal(mu[z]'), 'A fresh paint');
    equal(mended.report.peak, good.report.peak, 'the plot again');
  });

  test('follows the active model', async () => {
    await edit(threeBumps);
    const first = await paintAfter(lvm, isFinal, open, 'The first paint');
    const other = await paintAfter(
      lvm,
      (paint) => isFinal(paint) && paint.uri !== first.uri,
      () => edit('observed y ~ Uniform(2, 6)\n'),
      'A paint of the other model',
    );
    equal(other.report.observed, 'y');
    near(other.report.peak.density, 0.25, 1e-6, 'the density of Uniform(2, 6)');
    equal(lvm.previews().length, 1, 'open previews');
  });

  test('says what is missing where there is no observed variable, and lives on', async () => {
    const editor = await edit('latent z ~ Normal(0, 1)\n');
    const bad = await paintAfter(
      lvm,
      ({ report }) => report.stale || report.refusal !== null,
      open,
      'A paint that explains',
    );
    equal(bad.report.version, editor.document.version);
    const good = await paintAfter(
      lvm,
      isFinal,
      () => replace(editor, 'latent z ~ Normal(0, 1)\n', 'latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)\n'),
      'A paint of the completed model',
    );
    near(good.report.peak.density, 1 / Math.sqrt(4 * Math.PI), 1e-4, 'the density of Normal(0, √2) at 0');
  });
});
