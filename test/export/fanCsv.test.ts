import { expect, it } from 'vitest';
import type { FanPicture } from '../../src/engine/api/aside';
import { fanCsv } from '../../webview/export/fanCsv';

const fan: Omit<FanPicture, 'content'> = {
  kind: 'fan',
  variable: 'z',
  coordinate: null,
  indices: [1, 5],
  total: 5,
  settled: 2,
  badge: 'exact',
  sentence: 'Known.',
};

it('has the quantiles and the samples of each element of a chain', () => {
  const quantiles = [0.1, 0.2, 0.3, 0.4, 0.5].map((q) => Float64Array.of(q, q + 1));
  const text = fanCsv({ ...fan, content: { kind: 'bands', quantiles, paths: [Float64Array.of(7, 8)] } });
  expect(text.split('\r\n')).toEqual([
    'index,quantile_0.05,quantile_0.25,quantile_0.5,quantile_0.75,quantile_0.95,sample_1',
    '1,0.1,0.2,0.3,0.4,0.5,7',
    '5,1.1,1.2,1.3,1.4,1.5,8',
    '',
  ]);
});

it('has the probability of each category', () => {
  const shares = [Float64Array.of(0.25, 0.5), Float64Array.of(0.75, 0.5)];
  const text = fanCsv({ ...fan, content: { kind: 'shares', values: [1, 2], labels: ['sunny', 'rainy'], shares } });
  expect(text).toBe('index,sunny,rainy\r\n1,0.25,0.75\r\n5,0.5,0.5\r\n');
});
