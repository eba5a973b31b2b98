import { type ElementPart, noChange } from 'lit';
import { Directive, directive, type PartInfo, PartType } from 'lit/directive.js';

/** How a mark comes to its place. */
export interface Fall {
  /** Which draw it is of: every draw falls once. */
  readonly draw: number;
  /** From how far above, in pixels. */
  readonly height: number;
  /** In milliseconds; 0 to be there at once. */
  readonly duration: number;
}

/** Lets a mark fall to where it is drawn, once for every draw; not at all where the reader wants no motion. */
class FallDirective extends Directive {
  #draw: number | null = null;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('fall() belongs on an element');
  }

  override render(_fall: Fall): unknown {
    return noChange;
  }

  override update(part: ElementPart, [{ draw, height, duration }]: [Fall]): unknown {
    const fresh = draw !== this.#draw;
    this.#draw = draw;
    if (fresh && duration > 0 && height > 0) {
      part.element.animate([{ transform: `translateY(${-height}px)` }, { transform: 'none' }], {
        duration,
        // As things fall: slowly at first.
        easing: 'cubic-bezier(0.5, 0, 0.9, 0.6)',
      });
    }
    return noChange;
  }
}

export const fall = directive(FallDirective);
