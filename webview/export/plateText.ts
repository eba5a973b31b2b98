import type { GraphPlate } from '../plots/graph/modelGraph';

/** What stands on a plate, a line for each thing: the range of the chain, and elements with a definition of their own. */
export function plateText({ label, starts }: GraphPlate): string {
  return [label, ...starts.map(({ shown }) => `from ${shown}`)].join('\n');
}
