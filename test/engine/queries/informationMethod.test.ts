import { describe, expect, it } from 'vitest';
import { lineMethod, sampledMethod } from '../../../webview/engine/queries/informationMethod';
import { queryMethod } from '../../../webview/engine/queries/queryMethod';

const inner = queryMethod([], 'x');
const line = { integral: 1, mass: 1, error: 3e-9, standardError: null, places: 2016 };

describe('how an information was computed', () => {
  it('is told of an integral', () => {
    expect(lineMethod(inner, line, 'x')).toMatchObject({
      name: 'quadrature',
      exact: false,
      badge: 'quadrature · 2,016 places',
      sentence:
        'The integral over x is a sum over 2,016 places, with an error of about 3e-9 nats. Its density: x depends on no unknown variable and is evaluated directly.',
      relativeError: 3e-9,
    });
  });

  it('does not hide what was missed', () => {
    expect(lineMethod(inner, { ...line, mass: 0.98 }, 'x').sentence).toContain(
      'The density integrates to 0.9800 over them: 2 % was missed.',
    );
  });

  it('is told of samples', () => {
    expect(sampledMethod(inner, 4096, 'x, z', 0.00123)).toMatchObject({
      name: 'quasi-monte-carlo',
      exact: false,
      badge: '4,096 samples · ±0.0012',
      relativeError: 0.00123,
    });
  });
});
