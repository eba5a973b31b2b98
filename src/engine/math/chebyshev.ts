/**
 * Σ cₖ Tₖ(u) by Clenshaw's recurrence.
 * @param coefficients c₀, c₁, …, the first counted whole
 * @param u in [-1, 1]
 */
export function chebyshev(coefficients: readonly number[], u: number): number {
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const current = coefficients[k]! + 2 * u * next - afterNext;
    afterNext = next;
    next = current;
  }
  return coefficients[0]! + u * next - afterNext;
}
