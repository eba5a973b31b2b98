import type { ValueType } from '../../model/type';
import { fullLabel } from '../api/labels';
import type { Posterior } from '../api/query';
import type { Element } from '../plan/graph';
import { sizeOf } from '../values/shape';
import type { StateBelief } from './belief';

/** A discrete element's probabilities with the names of its values. */
export function stated({ variable }: Element, { values, probabilities }: StateBelief) {
  let mostProbable = 0;
  for (let i = 1; i < probabilities.length; i++) if (probabilities[i]! > probabilities[mostProbable]!) mostProbable = i;
  return { kind: 'discrete', values, labels: labelsOf(values, variable.type), probabilities, mostProbable } as const;
}

const known = new WeakMap<Float64Array, { readonly type: ValueType; readonly labels: readonly string[] }>();

/** Made once for the elements of a chain, which share their states. */
function labelsOf(values: Float64Array, type: ValueType): readonly string[] {
  const last = known.get(values);
  if (last?.type === type) return last.labels;
  const size = sizeOf(type.shape);
  const labels = Array.from({ length: values.length / size }, (_, i) =>
    fullLabel(Array.from(values.subarray(i * size, (i + 1) * size)), type),
  );
  known.set(values, { type, labels });
  return labels;
}

/** An answer from fewer draws than this is a rough one. */
const poor = 100;

/** Says where an answer cannot be trusted. */
export function reliability(
  method: Posterior['method'],
  effectiveSampleSize: number | null,
  logEvidence: number,
): Posterior['method'] {
  if (logEvidence === Number.NEGATIVE_INFINITY) {
    return {
      ...method,
      sentence: `${method.sentence} The evidence is impossible, or so unlikely that none of it was found.`,
    };
  }
  if (effectiveSampleSize === null) return method;
  const size = Math.round(effectiveSampleSize).toLocaleString('en');
  const warning =
    effectiveSampleSize < poor
      ? ` They are worth ${size} independent ones, too few: the evidence is far from what the prior expects. Do not rely on this answer.`
      : ` They are worth ${size} independent ones.`;
  return { ...method, sentence: method.sentence + warning };
}
