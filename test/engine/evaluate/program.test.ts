import { expect, it } from 'vitest';
import { Program } from '../../../src/engine/evaluate/program';
import { model } from '../models';

const { structure } = model(`
param a = 1
network f(z) = z -> dense(3, relu) -> dense(1)
latent z ~ Normal(a, 1)
let b = 2 * z
observed x | z ~ Normal(f(z) + b, 1)`);

it('finds everything by its name', () => {
  const program = new Program('key', structure);
  expect([...program.params.keys(), ...program.lets.keys(), ...program.networks.keys()]).toEqual(['a', 'b', 'f']);
  expect([...program.variables.keys()]).toEqual(['z', 'x']);
});

it('keeps the layers of a network and their first weights', () => {
  const program = new Program('key', structure);
  expect(program.layers('f').get(0)).toEqual({ inputs: 1, units: 3, activation: 'relu' });
  expect(program.layers('f')).toBe(program.layers('f'));
  expect(program.initialWeights('f', 0)).toBe(program.initialWeights('f', 0));
  expect(program.initialWeights('f', 0).kernel.length).toBe(3);
});
