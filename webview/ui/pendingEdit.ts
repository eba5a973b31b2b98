import type { EditMessage, ModelMessage } from '../../src/protocol';
import type { Change } from '../handles/change';

/**
 * Numbers that were dragged in the plot and that the text may not have yet. They are drawn at once, over those of the text, until
 * the text has them too.
 */
export interface PendingEdit {
  readonly uri: string;
  readonly structureKey: string;
  readonly gesture: number;
  /** By slot. */
  readonly values: ReadonlyMap<number, number>;
  /** What the literals held when the gesture began. */
  readonly before: ReadonlyMap<number, number>;
  /** The grip has not been let go. */
  readonly held: boolean;
}

type Text = Pick<ModelMessage, 'uri' | 'structureKey' | 'numbers'>;

/** A gesture with some numbers changed further; a new one where the model is another. */
export function extended(
  pending: PendingEdit | null,
  text: Text,
  gesture: number,
  changes: readonly Change[],
): PendingEdit {
  const same = pending !== null && pending.gesture === gesture && concerns(pending, text) ? pending : null;
  const before = new Map(same?.before);
  const values = new Map(same?.values);
  for (const { slot, value } of changes) {
    if (!before.has(slot)) before.set(slot, text.numbers[slot] ?? Number.NaN);
    values.set(slot, value);
  }
  return { uri: text.uri, structureKey: text.structureKey, gesture, values, before, held: true };
}

/** What to tell the host of it. */
export function editMessage({ uri, structureKey, gesture, values, before }: PendingEdit): EditMessage {
  const changes = [...values].map(([slot, value]) => ({ slot, was: before.get(slot) ?? value, value }));
  return { type: 'edit', uri, structureKey, gesture, changes };
}

/** What is still pending once the host has told of a text. */
export function afterText(pending: PendingEdit | null, text: Text): PendingEdit | null {
  if (pending === null || !concerns(pending, text)) return null;
  const arrived = [...pending.values].every(([slot, value]) => text.numbers[slot] === value);
  return arrived && !pending.held ? null : pending;
}

/** The numbers to draw. */
export function overlaid(numbers: readonly number[], text: Text, pending: PendingEdit | null): readonly number[] {
  if (pending === null || !concerns(pending, text)) return numbers;
  return numbers.map((value, slot) => pending.values.get(slot) ?? value);
}

function concerns(pending: PendingEdit, { uri, structureKey }: Text): boolean {
  return pending.uri === uri && pending.structureKey === structureKey;
}
