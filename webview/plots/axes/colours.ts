import type { Component } from '../../../src/engine/api/preview';

/** How many colours the style sheet has; a component beyond them takes them again with the next dash. */
export const colourCount = 8;

const dashes = ['', '7 3', '2 3', '9 3 2 3'];

/** @returns the class that gives a component's marks their colour, the same in every pane. */
export function colourClass(colour: number | null): string {
  return colour === null ? 'cx' : `c${colour % colourCount}`;
}

/** @returns the dash pattern that tells apart components of one colour; '' for a plain line. */
export function dashOf(colour: number | null): string {
  return colour === null ? '' : (dashes[Math.floor(colour / colourCount) % dashes.length] ?? '');
}

/**
 * What to call a component in a picture: a name speaks for itself, a bare number or truth value needs the variable.
 * @param of the variables that tell the components apart, as in `Components.of`
 */
export function componentName(component: Pick<Component, 'label'>, of: string): string {
  if (of === '' || of.includes(',')) return component.label;
  return /^(?:[-−]?[\d.]+|true|false)$/.test(component.label) ? `${of} = ${component.label}` : component.label;
}
