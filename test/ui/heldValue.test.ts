// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SentModelMessage } from '../../src/protocol';
import { Controller } from '../../webview/ui/app/controller';
import type { WholeRequest } from '../../webview/ui/request/engineLink';
import type { Explored } from '../../webview/ui/state/state';
import { choice, normalPrior, preview, threeBumps } from '../plots/fixtures';
import { structureOf } from './structures';

const structure = structureOf({ z: ['real', []], x: ['real', ['z']] });

const normal = normalPrior();
const observed = threeBumps(33);

/** What may happen, in any order, while the mouse is over the picture of a latent variable, or has just left it. */
const happening = fc.oneof(
  fc.record({ kind: fc.constantFrom('move', 'press'), at: fc.integer({ min: 1, max: 99 }) }),
  fc.record({
    kind: fc.constantFrom('release', 'leave', 'paint', 'resize', 'text', 'caret', 'observe'),
    at: fc.nat(99),
  }),
  fc.record({ kind: fc.constantFrom('refined', 'final'), at: fc.nat(99) }),
);

/** A panel, and what the reader holds in it. */
class Bench {
  readonly requests: WholeRequest[] = [];
  readonly root = document.createElement('div');
  readonly panel: Controller;
  private pressed = false;
  private version = 1;
  private width = 300;
  held: Explored | null = null;
  /** Of a vector, the one that is shown. */
  coordinate = 1;

  constructor(
    private readonly resized: (width: number) => void,
    private readonly shape: readonly number[] = [],
  ) {
    document.body.replaceChildren(this.root);
    const host = { post: () => {}, kept: null, keep: () => {} };
    this.panel = new Controller(host, { request: (request) => this.requests.push(request) }, this.root);
    this.panel.received(this.model());
    this.answer(0, true);
    this.panel.paint();
  }

  happens({ kind, at }: { kind: string; at: number }): void {
    switch (kind) {
      case 'move':
        this.point('pointermove', at);
        break;
      case 'press':
        this.pressed = true;
        this.point('pointerdown', at);
        break;
      case 'release':
        this.pressed = false;
        this.point('pointerup', at);
        break;
      case 'leave':
        // A pointer that is pressed is captured: it leaves once it is let go.
        this.pressed = false;
        this.root.querySelector('.latent-over')!.dispatchEvent(event('pointerleave', false, 0));
        break;
      case 'paint':
        this.panel.paint();
        break;
      case 'resize':
        this.width += 7;
        this.resized(this.width);
        break;
      case 'text':
        this.version++;
        this.panel.received(this.model());
        break;
      case 'caret':
        this.panel.received({
          type: 'caret',
          uri: 'file:///a.lvm',
          version: this.version,
          span: { start: at, end: at },
        });
        break;
      case 'observe':
        this.panel.received({ type: 'resample' });
        break;
      default:
        this.answer(at, kind === 'final');
    }
  }

  private point(type: string, at: number): void {
    this.sheet.setPointerCapture = () => {};
    this.sheet.dispatchEvent(event(type, this.pressed, (at / 100) * 250));
    // What the hand does with a button down is what it means.
    if (this.pressed) this.held = this.panel.state.explored;
  }

  private get sheet(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[data-role=latent-sheet]')!;
  }

  private answer(at: number, final: boolean): void {
    const { generation } = this.requests[this.requests.length - 1 - (at % Math.min(3, this.requests.length))]!;
    const prior =
      this.shape.length === 0
        ? normal
        : { ...normal, choice: choice(this.coordinate === 1 ? 'z₁' : 'z₂', this.coordinate) };
    this.panel.answered(preview({ generation, observed, prior, final }));
  }

  private model(): SentModelMessage {
    return {
      type: 'model',
      version: this.version,
      uri: 'file:///a.lvm',
      fileName: 'a.lvm',
      title: null,
      structureKey: 'key',
      structure: {
        ...structure,
        variables: structure.variables.map((one) =>
          one.name === 'z' ? { ...one, type: { ...one.type, shape: this.shape } } : one,
        ),
      },
      numbers: [this.version],
      numberSpans: [{ start: 0, end: 1 }],
      opened: [1],
      statementSpans: [],
      views: [],
      data: [],
      weights: [],
      changedAt: 0,
    };
  }
}

function event(type: string, pressed: boolean, x: number): PointerEvent {
  const made = new PointerEvent(type, { bubbles: type !== 'pointerleave', button: 0, buttons: pressed ? 1 : 0 });
  Object.defineProperties(made, { offsetX: { value: x }, offsetY: { value: 20 } });
  return made;
}

let resize: (width: number) => void;

beforeEach(() => {
  const observers = new Set<{ callback: ResizeObserverCallback; targets: Set<Element> }>();
  class Observer {
    readonly own: { callback: ResizeObserverCallback; targets: Set<Element> };
    constructor(callback: ResizeObserverCallback) {
      this.own = { callback, targets: new Set() };
      observers.add(this.own);
    }
    observe(target: Element): void {
      this.own.targets.add(target);
    }
    unobserve(target: Element): void {
      this.own.targets.delete(target);
    }
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  resize = (width) => {
    for (const { callback, targets } of observers) {
      const entries = [...targets].map((target) => ({ target, contentRect: { width, height: 200 } }));
      callback(entries as unknown as ResizeObserverEntry[], undefined as never);
    }
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a value that was clicked stays held, in whatever order pointer, answers, paints and texts come', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), (all) => {
      const bench = new Bench(resize);
      for (const each of all) {
        bench.happens(each);
        if (bench.held === null) continue;
        expect(bench.held.held).toBe(true);
        expect(bench.panel.state.explored).toEqual(bench.held);
      }
      bench.panel.paint();
      expect(bench.root.querySelector('[data-role=latent-mark]') !== null).toBe(bench.panel.state.explored !== null);
    }),
    { numRuns: 20 },
  );
});

test('what is only pointed at is left with the pointer, even before it was painted', () => {
  const bench = new Bench(resize);
  for (const kind of ['move', 'leave']) bench.happens({ kind, at: 40 });
  expect(bench.panel.state.explored).toBe(null);
  const sheet = bench.root.querySelector('[data-role=pointer]')!;
  sheet.dispatchEvent(event('pointermove', false, 40));
  sheet.dispatchEvent(event('pointerleave', false, 0));
  bench.panel.paint();
  expect(bench.root.querySelector('.crosshair')).toBe(null);
  // What the keys point at stays.
  sheet.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  sheet.dispatchEvent(event('pointerleave', false, 0));
  bench.panel.paint();
  expect(bench.root.querySelector('.crosshair')).not.toBe(null);
});

test('a coordinate that is held stays held while the pointer passes over another', () => {
  const bench = new Bench(resize, [2]);
  for (const kind of ['press', 'release', 'leave']) bench.happens({ kind, at: 40 });
  bench.coordinate = 2;
  for (const kind of ['final', 'paint', 'move', 'leave', 'final', 'paint']) bench.happens({ kind, at: 0 });
  expect(bench.panel.state.explored).toEqual(bench.held);
  expect(bench.held?.values).toEqual([expect.any(Number), null]);
  bench.happens({ kind: 'press', at: 70 });
  expect(bench.panel.state.explored?.values).toEqual([expect.any(Number), expect.any(Number)]);
});
