import { describe, expect, it } from 'vitest';
import { allDefined, lastStartingBy, occurrences, symbolAt, touches, touching } from '../../src/features/symbolAt';
import { analyse } from '../../src/language/analyse';
import { mark, unmark } from '../language/harness';
import { analysed } from './cursor';

const at = (source: string) => {
  const { analysis, offset } = analysed(source);
  const found = symbolAt(analysis, offset);
  return found && [found.role, found.defined.kind, mark(analysis.text, [found.span])];
};

describe('symbolAt', () => {
  it.each([
    ['latent <|>z ~ Normal(0, 1)', ['definition', 'latent', 'latent «z» ~ Normal(0, 1)']],
    ['latent zz<|> ~ Normal(0, 1)', ['definition', 'latent', 'latent «zz» ~ Normal(0, 1)']],
    ['param mu = 1\nlet y = 2*m<|>u', ['use', 'param', 'param mu = 1\nlet y = 2*«mu»']],
    ['param a = 1\nlet y = a<|>', ['use', 'param', 'param a = 1\nlet y = «a»']],
    ['network f(z) = <|>z', ['use', 'argument', 'network f(z) = «z»']],
    ['network f(z<|>) = z', ['definition', 'argument', 'network f(«z») = z']],
    ['latent z[t<|>] ~ Normal(0, 1) for t in 1..2', ['use', 'loop', 'latent z[«t»] ~ Normal(0, 1) for t in 1..2']],
    ['latent z ~ Nor<|>mal(0, 1)', null],
    ['latent z ~ Normal(nob<|>ody, 1)', null],
    ['lat<|>ent z ~ Normal(0, 1)', null],
  ])('at %s', (source, expected) => {
    expect(at(source)).toEqual(expected);
  });
});

describe('occurrences', () => {
  it('are definitions and uses in the order of the text', () => {
    const { text, spans } = unmark(
      'observed x | «z» ~ Normal(«z», 1)\nlatent «z» ~ Normal(0, 1)\nnetwork f(z) = z\nview «z» in [0, 1]',
    );
    const analysis = analyse(text);
    const [z] = [...allDefined(analysis)].filter(({ name, kind }) => name === 'z' && kind === 'latent');
    expect(occurrences(analysis, z!).map(({ span }) => span)).toEqual(spans);
    expect(occurrences(analysis, z!).map(({ role }) => role)).toEqual(['use', 'use', 'definition', 'use']);
  });

  it('hold every definition of a chain', () => {
    const { text, spans } = unmark(
      'latent «z»[1] ~ Normal(0, 1)\nlatent «z»[t] | «z»[t-1] ~ Normal(«z»[t-1], 1) for t in 2..9',
    );
    const analysis = analyse(text);
    expect(occurrences(analysis, analysis.symbols.globals.get('z')!).map(({ span }) => span)).toEqual(spans);
  });
});

describe('the search in lists in the order of the text', () => {
  const list = [1, 5, 9].map((start) => ({ span: { start, end: start + 2 } }));

  it('finds the last that starts by an offset', () => {
    expect([0, 1, 4, 5, 100].map((offset) => lastStartingBy(list, offset)?.span.start ?? null)).toEqual([
      null,
      1,
      1,
      5,
      9,
    ]);
    expect(lastStartingBy([], 3)).toBeNull();
  });

  it('finds the one that touches an offset', () => {
    expect([0, 1, 3, 4, 11, 12].map((offset) => touching(list, offset)?.span.start ?? null)).toEqual([
      ...[null, 1, 1],
      ...[null, 9, null],
    ]);
    expect([touches({ start: 2, end: 3 }, 3), touches({ start: 2, end: 3 }, 4)]).toEqual([true, false]);
  });
});
