import { describe, expect, it } from 'vitest';
import type { Expr } from '../../src/model/model';
import { realScalar } from '../../src/model/type';
import reference from '../reference/models.json';
import { curveOf, final } from './ask';
import { ModelBuilder, requestFor } from './build';

const call = (name: 'sin' | 'square', arg: Expr): Expr => ({ op: 'call', function: name, args: [arg], type: arg.type });
const binary = (op: 'add' | 'multiply', left: Expr, right: Expr): Expr => ({ op, left, right, type: left.type });

describe('one continuous latent', () => {
  it('agrees with the reference quadrature of a bent line with changing noise', () => {
    const truth = reference.models.find(({ name }) => name === 'nonlinear-sin')! as unknown as {
      x: number[];
      log_marginal: number[];
    };
    const model = new ModelBuilder();
    const z = model.variable('latent', 'z', model.family('Normal', [0, 1], realScalar));
    const mean = binary('add', call('sin', binary('multiply', model.number(3), z)), z);
    const sd = binary('add', model.number(0.2), binary('multiply', model.number(0.1), call('square', z)));
    model.variable('observed', 'x', model.family('Normal', [mean, sd], realScalar));
    for (const [i, x] of truth.x.entries()) {
      const request = requestFor(model.build(), { points: 16 });
      const at = { ...request, views: [{ variable: 'x', coordinate: null, low: x, high: x + 1 }] };
      const preview = final(at);
      expect(preview.method.name).toBe('quadrature');
      const { density } = curveOf(preview);
      const error = Math.abs(density[0]! - Math.exp(truth.log_marginal[i]!));
      expect(error).toBeLessThan(1e-4 * Math.max(...density));
    }
  });
});
