import type { Scene, Setting } from './picture';

/** Sentences for the user about what the picture does not say by itself. */
export function noticesOf({ given }: Setting, { task }: Scene): string[] {
  const notices: string[] = [];
  const { table } = task.plan;
  if (table.truncated.length > 0) {
    notices.push(
      `The values of ${table.truncated.join(', ')} have no end: those with a probability below 1e-10 in all are left out.`,
    );
  }
  const empty = task.groups.shown.filter(({ weight }) => weight === 0).length;
  if (empty > 0) {
    notices.push(`${empty === 1 ? 'One component has' : `${empty} components have`} zero weight and cannot be seen.`);
  }
  const extreme = Array.from(given.numbers).find((value) => value !== 0 && Math.abs(value) < smallest);
  if (extreme !== undefined) {
    notices.push(
      `${extreme} is too small for the preview’s single precision, which ends at about 1e-38; it counts as 0.`,
    );
  }
  return notices;
}

/** The smallest normal number of single precision. */
const smallest = 2 ** -126;
