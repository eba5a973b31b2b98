/**
 * Rounds to as many digits as the zoom justifies: the coarsest power of ten that is not coarser than what one pixel shows.
 *
 * @param step what one pixel of the axis stands for; more than 0
 */
export function roundToStep(value: number, step: number): number {
  if (!Number.isFinite(value) || !(step > 0)) return value;
  const decimals = Math.ceil(-Math.log10(step));
  if (decimals > mostDecimals) return value;
  // Through the text, so that 0.30000000000000004 becomes what a person would write.
  return decimals >= 0 ? Number(value.toFixed(decimals)) : Math.round(value / 10 ** -decimals) * 10 ** -decimals;
}

/** That a number can be asked to be written with. */
const mostDecimals = 100;
