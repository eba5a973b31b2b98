/**
 * Leaves a computation that the model's own text makes impossible. It never leaves the engine: the preview turns it
 * into a `Refusal` with `message` as its reason. A throw, because it must unwind through the scopes that free tensors.
 */
export class Unanswerable extends Error {
  override readonly name = 'Unanswerable';
}
