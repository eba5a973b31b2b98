import type { Preview } from '../../../src/engine/api/preview';
import { quiet, type Step } from '../request/step';
import type { Asked, State } from '../state/state';

/** Makes a component stand out, by its place among the components; null for none. */
export function light(state: State, component: number | null): Step {
  return quiet(state.lit === component ? state : { ...state, lit: component });
}

/** The component that stands out: the one that the reader points at in the legend, or the one of the latent value where the reader is. */
export function litComponent(state: State, { observed }: Preview, { model }: Asked): number | null {
  if (observed.kind === 'plane' || observed.components.kind !== 'categories') return null;
  const { items, of } = observed.components;
  if (state.lit !== null) return state.lit < items.length ? state.lit : null;
  const { explored } = state;
  if (explored === null || model.uri !== state.uri) return null;
  const key = explored.index === null ? explored.variable : `${explored.variable}[${explored.index}]`;
  if (of !== key) return null;
  const at = items.findIndex(
    ({ values }) =>
      values.length === explored.values.length && values.every((value, i) => value === explored.values[i]),
  );
  return at < 0 ? null : at;
}
