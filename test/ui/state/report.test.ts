import { describe, expect, it } from 'vitest';
import { readWebviewMessage } from '../../../src/protocol';
import { fail, receive } from '../../../webview/ui/request/events';
import { paintReport, plotPeak } from '../../../webview/ui/state/report';
import { initialState } from '../../../webview/ui/state/state';
import { bumpPrior, threeBumps, twoBlobs } from '../../plots/fixtures';

describe('the report of a paint', () => {
  it('of a panel without a plot is a message that the host accepts', () => {
    const broken = receive(initialState(null), {
      type: 'stale',
      version: 4,
      uri: 'u',
      fileName: 'f',
      problems: [{ message: 'm', line: 1, span: { start: 0, end: 1 } }],
      count: 1,
    }).state;
    const report = paintReport(broken, 123);
    expect(report).toMatchObject({ version: 4, stale: true, refusal: null, paintedAt: 123, observed: '' });
    expect(readWebviewMessage({ type: 'painted', report })).toEqual({ type: 'painted', report });
  });

  it('of a failure carries its reason', () => {
    expect(paintReport(fail(initialState(null), 'no').state, 0).refusal).toBe('no');
  });
});

it('the peak of any plot', () => {
  expect(plotPeak(threeBumps(512)).x).toBeCloseTo(-1.97, 1);
  expect(plotPeak(bumpPrior())).toEqual({ x: 2, density: 0.5 });
  expect(plotPeak(twoBlobs('x', 61)).density).toBeGreaterThan(0.3);
});

it('a peak that is no number is told as 0, because messages carry numbers only', () => {
  const none = { ...threeBumps(), density: threeBumps().density.map(() => Number.NaN) };
  expect(plotPeak(none)).toEqual({ x: 0, density: 0 });
});
