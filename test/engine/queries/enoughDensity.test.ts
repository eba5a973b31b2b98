import { expect, it } from 'vitest';
import { enoughDensity } from '../../../webview/engine/queries/enoughDensity';
import type { Density } from '../../../webview/engine/queries/query';
import { queryMethod } from '../../../webview/engine/queries/queryMethod';
import { result } from './inquire';

function density(standardError: readonly number[] | null, final = false): Density {
  return {
    kind: 'density',
    final,
    method: queryMethod([], 'x'),
    logDensity: Float64Array.of(-1, -50),
    standardError: standardError === null ? null : Float64Array.from(standardError),
  };
}

it('enoughDensity stops where the density is known well where it is large', () => {
  const answers = [density([0.1, 9]), density([0.001, 9]), density([0.0001, 9], true)];
  const taken: Density[] = [];
  const steps = function* () {
    for (const answer of answers) {
      yield null;
      taken.push(answer);
      yield answer;
    }
  };
  expect(result(enoughDensity(steps()))).toBe(answers[1]);
  expect(taken).toHaveLength(2);
  expect(
    result(
      enoughDensity(
        (function* () {
          yield density(null);
          yield density(null, true);
        })(),
      ),
    ).final,
  ).toBe(true);
});
