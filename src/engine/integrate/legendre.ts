import { gaussLegendre } from '../math/gaussLegendre';

/** Gauss–Legendre nodes of a panel of a line, and of a cell of a plane on each of its sides. */
export const perPanel = 8;

/** The nodes and weights on [−1, 1]. */
export const panelRule = gaussLegendre(perPanel);

/** P₀(u) … P₈(u) by their recurrence. */
export function legendre(u: number): Float64Array {
  const p = new Float64Array(perPanel + 1);
  p[0] = 1;
  p[1] = u;
  for (let k = 1; k < perPanel; k++) p[k + 1] = ((2 * k + 1) * u * p[k]! - k * p[k - 1]!) / (k + 1);
  return p;
}

/** `legendre` at each node. */
export const legendreAtNodes: readonly Float64Array[] = panelRule.nodes.map(legendre);

/** Coefficients of the polynomial of degree 7 through numbers at the nodes, in Legendre's; the rule is exact for them. */
export function coefficients(values: (i: number) => number): Float64Array {
  const c = new Float64Array(perPanel);
  for (let i = 0; i < perPanel; i++) {
    const value = values(i) * panelRule.weights[i]!;
    for (let k = 0; k < perPanel; k++) c[k]! += (k + 0.5) * value * legendreAtNodes[i]![k]!;
  }
  return c;
}

/** Σ c_k P_k(u), by Clenshaw's recurrence. */
export function polynomial(c: Float64Array, u: number): number {
  let [next, after] = [0, 0];
  for (let k = perPanel - 1; k > 0; k--) {
    const own = c[k]! + ((2 * k + 1) / (k + 1)) * u * next - ((k + 1) / (k + 2)) * after;
    after = next;
    next = own;
  }
  return c[0]! + u * next - 0.5 * after;
}

/** ∫ of the polynomial from −1, from ∫ P_k = (P_{k+1} − P_{k−1}) / (2k + 1). */
export function polynomialIntegral(c: Float64Array, p: Float64Array): number {
  let sum = c[0]! * (p[1]! + 1);
  for (let k = 1; k < perPanel; k++) sum += (c[k]! * (p[k + 1]! - p[k - 1]!)) / (2 * k + 1);
  return sum;
}

/** The weights of the nodes of a line in the polynomial through them, at a place in [−1, 1]. */
export function interpolation(u: number): Float64Array {
  const p = legendre(u);
  return Float64Array.from(panelRule.weights, (weight, i) => {
    let sum = 0;
    for (let k = 0; k < perPanel; k++) sum += (k + 0.5) * legendreAtNodes[i]![k]! * p[k]!;
    return weight * sum;
  });
}
