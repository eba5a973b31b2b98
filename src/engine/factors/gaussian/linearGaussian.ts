import type { Numbers } from '../../evaluate/numbers';
import type { Element } from '../../plan/graph';
import { sizeOf } from '../../values/shape';
import { AffineEvaluation } from './affineEvaluation';
import { type Conditional, conditionalOf, isNoiseless } from './conditional';

/** A model in which every element is Gaussian with a mean affine in earlier ones and a covariance of its own. */
export interface LinearGaussian {
  /** Parents before children. */
  readonly nodes: readonly Node[];
  readonly byKey: ReadonlyMap<string, Node>;
  /** For each coordinate of the model, the index of its node. */
  readonly owner: Int32Array;
}

export interface Node {
  readonly key: string;
  readonly size: number;
  /** The place of its first coordinate among all coordinates of the model. */
  readonly first: number;
  /** null for an element whose distribution is not asked for: its value is an input. */
  readonly conditional: Conditional | null;
}

/**
 * Takes some elements as a linear-Gaussian model, given the values of the discrete ones.
 * @param elements parents before children, with every one all its ancestors
 * @param discrete values by key; the elements that are in it become constants
 * @param inputs elements that may follow any distribution: the others are affine in them
 * @returns null where an element's conditional is not Gaussian with an affine mean and constant spread
 * @throws Unanswerable where a parameter is outside of its domain
 */
export function linearGaussian(
  given: Numbers,
  elements: readonly Element[],
  discrete: ReadonlyMap<string, Float64Array>,
  inputs: ReadonlySet<string> = new Set(),
): LinearGaussian | null {
  const scope = new AffineEvaluation(given);
  const nodes: Node[] = [];
  let first = 0;
  for (const element of elements) {
    const { key } = element;
    const { shape } = element.variable.type;
    const value = discrete.get(key);
    if (value !== undefined) {
      scope.assignConstant(key, shape, value);
      continue;
    }
    const size = sizeOf(shape);
    const conditional = inputs.has(key) ? null : conditionalOf(element, scope);
    if (conditional === null && !inputs.has(key)) return null;
    nodes.push({ key, size, first, conditional });
    // A constant stays one, so that it can be an index or a factor.
    if (conditional !== null && conditional.rows === null && isNoiseless(conditional)) {
      scope.assignConstant(key, shape, conditional.constant);
    } else {
      scope.assignFree(key, shape, first, size);
    }
    first += size;
  }
  const owner = new Int32Array(first);
  nodes.forEach((node, i) => {
    owner.fill(i, node.first, node.first + node.size);
  });
  return { nodes, byKey: new Map(nodes.map((node) => [node.key, node])), owner };
}
