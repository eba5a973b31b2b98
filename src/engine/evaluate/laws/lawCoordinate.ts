import { reshape, slice, tensor } from '@tensorflow/tfjs-core';
import type { FamilyName } from '../../../model/families';
import { distributions } from '../../families';
import type { UnivariateFamily } from '../../families/family';
import type { Law, MultivariateLaw, UnivariateLaw } from './law';
import { multivariateReader } from './lawDraw';

/** The law of one coordinate of a draw by itself. `j` counts from 0, row-major. */
export function coordinateLaw(law: Law, j: number): Law {
  switch (law.kind) {
    case 'univariate':
      return univariateCoordinate(law, j);
    case 'multivariate':
      return multivariateCoordinate(law, j);
    case 'table':
      return { ...law, rows: law.rows.map((row) => coordinateLaw(row, j)), shape: [] };
  }
}

function univariateCoordinate(law: UnivariateLaw, j: number): UnivariateLaw {
  const at = unravel(j, law.shape);
  const parameters = law.parameters.map((parameter) => {
    const [points, nodes, ...own] = parameter.shape as [number, number, ...number[]];
    // A Categorical has the axis of its categories behind those of its coordinates.
    const kept = own.slice(law.shape.length);
    const begin = [0, 0, ...at.map((i, axis) => (own[axis] === 1 ? 0 : i)), ...kept.map(() => 0)];
    if (own.length < law.shape.length + kept.length) return parameter;
    const cut = slice(parameter, begin, [points, nodes, ...at.map(() => 1), ...kept]);
    return reshape(cut, [points, nodes, ...kept]);
  });
  return { ...law, parameters, shape: [] };
}

/** The marginals of a multivariate family, node by node, in double precision. */
function multivariateCoordinate(law: MultivariateLaw, j: number): UnivariateLaw {
  const length = law.shape.at(-1)!;
  const nodes = Math.max(...law.parameters.map((parameter) => parameter.shape[1] ?? 1));
  const read = multivariateReader(law);
  const marginals = Array.from({ length: nodes }, (_, n) => law.family.coordinate(j % length, length, read(n)));
  const { family, parameters } = marginals[0]!;
  return {
    kind: 'univariate',
    name: nameOf(family),
    family,
    parameters: parameters.map((_, i) =>
      tensor(
        Float32Array.from(marginals, (m) => m.parameters[i]!),
        [1, nodes],
      ),
    ),
    shape: [],
  };
}

function nameOf(family: UnivariateFamily): FamilyName {
  const entry = Object.entries(distributions).find(([, each]) => each === family);
  if (entry === undefined)
    throw new Error('The coordinate of a multivariate family follows no family of the catalogue.');
  return entry[0] as FamilyName;
}

function unravel(j: number, shape: readonly number[]): number[] {
  const at: number[] = [];
  let rest = j;
  for (const length of [...shape].reverse()) {
    at.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return at;
}
