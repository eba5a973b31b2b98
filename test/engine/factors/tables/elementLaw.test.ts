import { expect, it } from 'vitest';
import { logMassesAt } from '../../../../src/engine/evaluate/laws/law';
import { lawOfElement } from '../../../../src/engine/factors/tables/elementLaw';
import { inquire, logNormal } from '../../queries/inquire';

it('lawOfElement evaluates an element in double precision, networks too', () => {
  const { given, graph } = inquire(`
network f(z) = z -> dense(1)
param s = 0.7
latent z ~ Normal(0, 1)
observed x | z ~ Normal(z / 3, s)
observed y | z ~ Normal(f(z), 1)`);
  const values = new Map([['z', { nodes: 2, size: 1, data: Float64Array.of(1, 2) }]]);
  const law = lawOfElement(given, graph.byKey('x'), values);
  expect(logMassesAt(law, 1, Float64Array.of(0.1))[0]!).toBeCloseTo(logNormal(0.1, 2 / 3, 0.7), 14);
  const { kernel, bias } = given.program.initialWeights('f', 0);
  const through = lawOfElement(given, graph.byKey('y'), values);
  expect(logMassesAt(through, 1, Float64Array.of(0.1))[0]!).toBeCloseTo(
    logNormal(0.1, 2 * kernel[0]! + bias[0]!, 1),
    13,
  );
});
