import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HostMessage,
  readHostMessage,
  readWebviewMessage,
  type SentHostMessage,
  textCommands,
  type WebviewMessage,
} from '../src/protocol';

const count = fc.nat(1000);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
const text = fc.string({ maxLength: 12 });
const name = fc.oneof(
  fc.stringMatching(/^[a-zσμ][a-z0-9_]{0,5}$/),
  fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', 'then', 'length'),
);
/** A value for each of some names. */
function named<T>(value: fc.Arbitrary<T>): fc.Arbitrary<[string, T][]> {
  return fc.uniqueArray(fc.tuple(name, value), { selector: ([own]) => own, maxLength: 5 });
}
const span = fc.record({ start: count, end: count });
const version = { version: count, uri: text, fileName: text };

const model = fc.record({
  type: fc.constant('model' as const),
  ...version,
  title: fc.option(text),
  structureKey: text,
  structure: fc.option(fc.constant({ params: [], lets: [], networks: [], variables: [] })),
  numbers: fc.array(number),
  numberSpans: fc.array(span),
  opened: fc.array(fc.option(number)),
  statementSpans: named(fc.array(span)),
  views: fc.array(fc.record({ variable: name, coordinate: fc.option(count), low: number, high: number })),
  data: fc.option(named(fc.array(fc.array(number).map((values) => new Float64Array(values))))),
  weights: fc.option(
    named(
      fc.record({
        kernel: fc.array(count).map((values) => new Float32Array(values)),
        bias: fc.array(count).map((values) => new Float32Array(values)),
      }),
    ),
  ),
  changedAt: number,
});
const hostMessage: fc.Arbitrary<SentHostMessage> = fc.oneof(
  model,
  fc.record({
    type: fc.constant('stale' as const),
    ...version,
    problems: fc.array(fc.record({ message: text, line: count, span })),
    count,
  }),
  fc.record({
    type: fc.constant('settings' as const),
    settings: fc.record({
      samples: fc.nat(1_000_000),
      draws: fc.integer({ min: 16, max: 1_048_576 }),
      points: fc.integer({ min: 16, max: 8192 }),
      seed: fc.nat(0xffff_ffff),
      mass: fc.double({ min: 0.5, max: 0.999999, noNaN: true }),
      backend: fc.constantFrom('auto' as const, 'cpu' as const, 'wasm' as const, 'webgl' as const),
      animation: fc.constantFrom('auto' as const, 'on' as const, 'off' as const),
    }),
  }),
  fc.constant({ type: 'resample' as const }),
  fc.constant({ type: 'keyboard' as const }),
  fc.record({ type: fc.constant('text' as const), command: fc.constantFrom(...textCommands) }),
  fc.record({ type: fc.constant('renamed' as const), from: text, to: text }),
  fc.record({ type: fc.constant('pinned' as const), pinned: fc.boolean() }),
  fc.record({ type: fc.constant('gone' as const), reason: text }),
);
const webviewMessage: fc.Arbitrary<WebviewMessage> = fc.oneof(
  fc.constant({ type: 'ready' as const }),
  fc.record({ type: fc.constant('reveal' as const), uri: text, span }),
  fc.record({ type: fc.constant('pin' as const), pinned: fc.boolean() }),
  fc.record({ type: fc.constant('text' as const), command: fc.constantFrom(...textCommands), uri: text }),
  fc.record({
    type: fc.constant('log' as const),
    level: fc.constantFrom('info' as const, 'warn' as const, 'error' as const),
    message: text,
  }),
  fc.record({
    type: fc.constant('painted' as const),
    report: fc.record({
      version: count,
      stale: fc.boolean(),
      refusal: fc.option(text),
      method: text,
      badge: text,
      backend: text,
      milliseconds: number,
      reused: fc.boolean(),
      final: fc.boolean(),
      paintedAt: number,
      observed: text,
      kind: text,
      components: count,
      peak: fc.record({ x: number, density: number }),
      notices: fc.array(text),
    }),
  }),
);

/** As VS Code carries it: JSON, with typed arrays beside it. */
function carried(message: SentHostMessage): unknown {
  const arrays: unknown[] = [];
  const json = JSON.stringify(message, (_, value) =>
    ArrayBuffer.isView(value) ? { array: arrays.push(value) } : value,
  );
  return JSON.parse(json, (_, value) => (value?.array > 0 ? structuredClone(arrays[value.array - 1]) : value));
}

/** The same with maps in place of pairs. */
function received(message: SentHostMessage): HostMessage {
  if (message.type !== 'model') return message;
  const { statementSpans, data, weights } = message;
  return {
    ...message,
    statementSpans: new Map(statementSpans),
    data: data && new Map(data),
    weights: weights && new Map(weights),
  };
}

describe('readHostMessage', () => {
  it('reads what the host sends, carried as JSON, as it was, whatever the names', () => {
    fc.assert(
      fc.property(hostMessage, (message) => {
        expect(readHostMessage(carried(message))).toEqual(received(message));
      }),
      { seed: 6 },
    );
  });

  it('names the part that is wrong', () => {
    const settings = {
      samples: 2000,
      draws: 4096,
      points: 512,
      backend: 'auto',
      animation: 'auto',
      seed: 0,
      mass: 0.998,
    };
    expect(readHostMessage({ type: 'settings', settings })).toEqual({ type: 'settings', settings });
    expect(readHostMessage({ type: 'settings', settings: { ...settings, points: 1e9 } })).toMatch(
      /^settings\.points: /,
    );
    expect(readHostMessage({ type: 'pinned', pinned: 'yes' })).toMatch(/^pinned: /);
    expect(readHostMessage({ type: 'renamed', from: 'file:///a' })).toMatch(/^to: /);
    expect(readHostMessage({ type: 'eval', code: '1' })).toMatch(/^type: /);
  });

  it('refuses a structure that is none', () => {
    const message = fc.sample(model, { numRuns: 1, seed: 7 })[0]!;
    expect(readHostMessage({ ...message, structure: { params: [] } })).toMatch(/^structure: /);
    expect(readHostMessage({ ...message, structure: 'x' })).toMatch(/^structure: /);
    expect(readHostMessage({ ...message, structure: null })).toMatchObject({ structure: null });
  });
});

describe('readWebviewMessage', () => {
  it('reads what the webview sends, carried as JSON, as it was', () => {
    fc.assert(
      fc.property(webviewMessage, (message) => {
        expect(readWebviewMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
      }),
      { seed: 8 },
    );
  });

  it('leaves out what it does not know', () => {
    expect(readWebviewMessage({ type: 'ready', extra: 1 })).toEqual({ type: 'ready' });
  });

  it('names the part that is wrong', () => {
    expect(readWebviewMessage({ type: 'reveal', uri: 'file:///a', span: { start: 0 } })).toMatch(/^span\.end: /);
    expect(readWebviewMessage({ type: 'log', level: 'shout', message: '' })).toMatch(/^level: /);
  });
});

describe('both', () => {
  it('answer garbage with a sentence and never throw', () => {
    const garbage = fc.oneof(
      fc.anything({ withDate: true, withMap: true, withTypedArray: true, withBigInt: true, withNullPrototype: true }),
      fc.record(
        { type: fc.constantFrom('model', 'stale', 'painted', 'reveal', 'log', '__proto__') },
        { noNullPrototype: false },
      ),
    );
    fc.assert(
      fc.property(garbage, (value) => {
        expect(typeof readHostMessage(value)).toBe('string');
        expect(typeof readWebviewMessage(value)).toBe('string');
      }),
      { seed: 9, numRuns: 500 },
    );
  });

  it('answer a good message with one part replaced, and never throw', () => {
    fc.assert(
      fc.property(fc.oneof(hostMessage, webviewMessage), fc.nat(), fc.anything(), (message, at, value) => {
        const keys = Object.keys(message);
        const damaged = { ...message, [keys[at % keys.length]!]: value };
        for (const result of [readHostMessage(damaged), readWebviewMessage(damaged)])
          if (typeof result === 'string') expect(result).not.toBe('');
          else expect(result.type).toBe(message.type);
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
