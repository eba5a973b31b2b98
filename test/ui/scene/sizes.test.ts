import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Sizes } from '../../../webview/ui/scene/sizes';

type Entry = { target: Element; contentRect: { width: number; height: number } };

/** The browser's observer as far as sizes use it: told of a layout by hand. */
class Observer {
  static last: Observer;
  readonly observed = new Set<Element>();

  constructor(readonly tell: (entries: Entry[]) => void) {
    Observer.last = this;
  }

  observe(element: Element): void {
    this.observed.add(element);
  }

  unobserve(element: Element): void {
    this.observed.delete(element);
  }

  lay(target: Element, width: number, height: number): void {
    this.tell([{ target, contentRect: { width, height } }]);
  }
}

beforeEach(() => vi.stubGlobal('ResizeObserver', Observer));
afterEach(() => {
  vi.unstubAllGlobals();
});

const element = (): Element => ({}) as Element;

describe('sizes', () => {
  it('are a guess until the pane has been laid out, and whole pixels then', () => {
    const changed = vi.fn();
    const sizes = new Sizes(changed);
    expect(sizes.get('observed').width).toBeGreaterThan(0);
    const pane = element();
    sizes.track('observed')(pane);
    Observer.last.lay(pane, 500.7, 300.2);
    expect(sizes.get('observed')).toEqual({ width: 500, height: 300 });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('may begin with a size that is given', () => {
    expect(new Sizes(() => {}, { width: 20, height: 10 }).get('observed')).toEqual({ width: 20, height: 10 });
  });

  it('tell nothing where nothing changes, and keep the last size of a hidden pane', () => {
    const changed = vi.fn();
    const sizes = new Sizes(changed);
    const pane = element();
    sizes.track('observed')(pane);
    Observer.last.lay(pane, 500, 300);
    Observer.last.lay(pane, 500.4, 300.4);
    Observer.last.lay(pane, 0, 0);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(sizes.get('observed')).toEqual({ width: 500, height: 300 });
  });

  it('follow the pane to another element and let go of it', () => {
    const sizes = new Sizes(() => {});
    const [first, second] = [element(), element()];
    sizes.track('prior')(first);
    sizes.track('prior')(second);
    expect([...Observer.last.observed]).toEqual([second]);
    sizes.track('prior')(undefined);
    expect(Observer.last.observed.size).toBe(0);
  });

  it('give lit the same callback every time', () => {
    const sizes = new Sizes(() => {});
    expect(sizes.track('observed')).toBe(sizes.track('observed'));
    expect(sizes.track('observed')).not.toBe(sizes.track('prior'));
  });
});
