import { activations } from '../../model/activations';
import { activationMarkdown, activationNames, denseMarkdown, denseSignature } from '../docs/dense';
import { stop } from '../snippet';
import type { Draft } from './item';
import type { Place } from './place';

/** The activations of a layer. */
export function activationDrafts(): Draft[] {
  return activationNames.map((name) => ({
    label: name,
    kind: 'activation',
    detail: activations[name].formula,
    documentation: activationMarkdown(name),
  }));
}

/** What can stand behind `->`: a layer, and the last layer as a scalar, which is what most networks end with. */
export function stages(place: Place): Draft[] {
  const base = {
    kind: 'layer',
    documentation: denseMarkdown(),
    show: 'signature',
  } as const;
  if (place.next === '(') return [{ ...base, label: 'dense', detail: denseSignature }];
  return [
    { ...base, label: 'dense', detail: denseSignature, snippet: `dense(${stop(1, '16')}, ${stop(2, 'tanh')})` },
    { ...base, label: 'dense(1)', detail: 'last layer, to a scalar' },
  ];
}
