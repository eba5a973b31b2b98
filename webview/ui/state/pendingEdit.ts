import type { EditMessage, ModelMessage } from '../../../src/protocol';
import type { Change } from '../../handles/change';

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
  /**
   * The numbers of the model that the text may have until it has caught up, the oldest first: as this gesture and those before it found
   * them, and what each of their moves made of them. The last are what is wanted.
   */
  readonly trail: readonly (readonly number[])[];
  /** The grip has not been let go. */
  readonly held: boolean;
}

type Text = Pick<ModelMessage, 'uri' | 'structureKey' | 'numbers'>;

/** A gesture with some numbers changed further; a new one where the model is another. It begins where the one before it is going. @param held whether more is to come */
export function extended(
  pending: PendingEdit | null,
  text: Text,
  gesture: number,
  changes: readonly Change[],
  held = true,
): PendingEdit {
  const last = pending !== null && concerns(pending, text) ? pending : null;
  const same = last?.gesture === gesture ? last : null;
  const found = overlaid(text.numbers, text, last);
  const before = new Map(same?.before);
  const values = new Map(same?.values);
  const wanted = [...found];
  for (const { slot, value } of changes) {
    if (!before.has(slot)) before.set(slot, found[slot] ?? Number.NaN);
    values.set(slot, value);
    wanted[slot] = value;
  }
  const earlier = last === null ? [] : last.trail.slice(Math.max(0, reached(last, text)));
  const trail = [...earlier, ...(same === null ? [found] : []), wanted];
  return { uri: text.uri, structureKey: text.structureKey, gesture, values, before, trail, held };
}

/** What to tell the host of it. */
export function editMessage({ uri, structureKey, gesture, values, before }: PendingEdit): EditMessage {
  const changes = [...values].map(([slot, value]) => ({ slot, was: before.get(slot) ?? value, value }));
  return { type: 'edit', uri, structureKey, gesture, changes };
}

/** What is still pending once the host has told of a text: nothing where that has arrived, or says what no drag has made of it. */
export function afterText(pending: PendingEdit | null, text: Text): PendingEdit | null {
  if (pending === null || !concerns(pending, text)) return null;
  if (pending.held) return pending;
  const at = reached(pending, text);
  return at === -1 || at === pending.trail.length - 1 ? null : pending;
}

/** Whether the text has yet to get numbers that the hand wants in it. */
export function isOwed({
  model,
  pending,
}: {
  readonly model: Text | null;
  readonly pending: PendingEdit | null;
}): boolean {
  if (model === null || pending === null || !concerns(pending, model)) return false;
  return reached(pending, model) < pending.trail.length - 1;
}

/** How far a text has come along the trail; -1 where somebody else has changed the numbers that are dragged. */
function reached({ trail, values }: PendingEdit, text: Text): number {
  return trail.findLastIndex((numbers) => [...values.keys()].every((slot) => numbers[slot] === text.numbers[slot]));
}

/** The numbers to draw. */
export function overlaid(numbers: number[], text: Text, pending: PendingEdit | null): number[] {
  if (pending === null || !concerns(pending, text)) return numbers;
  return numbers.map((value, slot) => pending.values.get(slot) ?? value);
}

/** The numbers of a model that is shown as they are wanted by now: a picture that takes long to compute is behind the hand. */
export function wantedNumbers(
  { model, pending }: { readonly model: Text | null; readonly pending: PendingEdit | null },
  shown: Text,
): number[] {
  const same = model !== null && model.uri === shown.uri && model.structureKey === shown.structureKey;
  return same ? overlaid(model.numbers, model, pending) : shown.numbers;
}

function concerns(pending: PendingEdit, { uri, structureKey }: Text): boolean {
  return pending.uri === uri && pending.structureKey === structureKey;
}
