import type { Size } from '../../plots/axes/frame';

const fallback: Size = { width: 640, height: 360 };

/**
 * The sizes of the panes, read in one place only: asking for them anywhere else would make the page lay itself out
 * in the middle of an edit. `changed` runs between layout and paint, so that a resize is drawn in its own frame.
 */
export class Sizes {
  readonly #sizes = new Map<string, Size>();
  readonly #elements = new Map<string, Element>();
  /** One callback a pane, because lit takes a new one for a new reference. */
  readonly #trackers = new Map<string, (element: Element | undefined) => void>();
  readonly #observer: ResizeObserver;

  /** @param guess the size of every pane until it has been laid out */
  constructor(
    changed: () => void,
    private readonly guess: Size = fallback,
  ) {
    this.#observer = new ResizeObserver((entries) => {
      let any = false;
      for (const { target, contentRect } of entries) {
        for (const [name, element] of this.#elements) {
          if (element === target) any = this.#set(name, contentRect) || any;
        }
      }
      if (any) changed();
    });
  }

  /** The size of a pane; a guess until it has been laid out. */
  get(name: string): Size {
    return this.#sizes.get(name) ?? this.guess;
  }

  /** A callback for lit's `ref`: tells which element the pane is now. */
  track(name: string): (element: Element | undefined) => void {
    const known = this.#trackers.get(name);
    if (known !== undefined) return known;
    const tracker = (element: Element | undefined): void => this.#follow(name, element);
    this.#trackers.set(name, tracker);
    return tracker;
  }

  #follow(name: string, element: Element | undefined): void {
    const before = this.#elements.get(name);
    if (before === element) return;
    if (before !== undefined) this.#observer.unobserve(before);
    this.#elements.delete(name);
    if (element === undefined) return;
    this.#elements.set(name, element);
    this.#observer.observe(element);
  }

  #set(name: string, { width, height }: Size): boolean {
    const before = this.#sizes.get(name);
    const size = { width: Math.floor(width), height: Math.floor(height) };
    if (size.width === 0 || size.height === 0) return false;
    if (before?.width === size.width && before.height === size.height) return false;
    this.#sizes.set(name, size);
    return true;
  }
}
