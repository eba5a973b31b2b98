import { type ElementPart, noChange } from 'lit';
import { Directive, directive, type PartInfo, PartType } from 'lit/directive.js';

/** Lengths in pixels. */
export interface Placing {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/**
 * Sets an element's position and size from script: the content security policy forbids style attributes, and lit's own
 * `styleMap` writes one at first.
 */
class PlaceDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('place() belongs on an element');
  }

  override render(_placing: Placing): unknown {
    return noChange;
  }

  override update(part: ElementPart, [placing]: [Placing]): unknown {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(placing)) {
      const text = `${value}px`;
      if (style.getPropertyValue(name) !== text) style.setProperty(name, text);
    }
    return noChange;
  }
}

export const place = directive(PlaceDirective);
