import { type ActivationName, activations } from '../../model/activations';
import { code, lvmBlock, paragraphs } from './markdown';

export const activationNames = Object.keys(activations) as ActivationName[];

export function isActivationName(name: string): name is ActivationName {
  return Object.hasOwn(activations, name);
}

export const denseSignature = 'dense(units, activation = linear)';

export const denseParameters = [
  { label: 'units', doc: 'How many numbers the layer gives: an integer of 1 or more. `dense(1)` gives a scalar.' },
  {
    label: 'activation = linear',
    doc: `What is applied to each number: ${activationNames.map(code).join(', ')}.`,
  },
] as const;

export const denseDoc =
  'A fully connected layer: activation(W input + b). Its weights W and b belong to the network that it stands in and are learnable.';

/** A whole hover of `dense`. */
export function denseMarkdown(): string {
  return paragraphs(lvmBlock(denseSignature), denseDoc, lvmBlock('network mu(z) = z -> dense(16, tanh) -> dense(1)'));
}

/** A whole hover of one activation. */
export function activationMarkdown(name: ActivationName): string {
  const { formula, doc } = activations[name];
  return paragraphs(
    `**${name}**: activation of a layer`,
    code(formula),
    doc,
    lvmBlock(`network f(z) = z -> dense(8, ${name}) -> dense(1)`),
  );
}
