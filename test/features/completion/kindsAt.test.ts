import { describe, expect, it } from 'vitest';
import { kindsAt, kindsInString } from '../../../src/features/completion/kindsAt';
import { StatementReader } from '../../../src/features/completion/reader';
import { lex } from '../../../src/language/syntax/lexer';

function read(text: string): StatementReader {
  const reader = new StatementReader();
  for (const token of lex(text).tokens) if (token.kind !== 'end') reader.take(token);
  return reader;
}

describe('kindsAt', () => {
  it.each([
    ['', []],
    ['foo', []],
    ['latent', []],
    ['latent z', []],
    ['latent z ~', ['distribution']],
    ['latent z |', ['parents']],
    ['latent z | a', []],
    ['latent z | a,', ['parents']],
    ['latent z | a[', ['chain-index']],
    ['latent z[', ['chain-index']],
    ['latent z ~ Normal', [{ word: 'for' }]],
    ['latent z ~ Normal(0, 1)', [{ word: 'for' }]],
    ['latent z ~ Normal(0, 1)^', []],
    ['latent z ~ (', ['distribution']],
    ['latent z ~ Normal(', ['argument', 'expression']],
    ['latent z ~ Normal(0', []],
    ['latent z ~ Normal(0 +', ['expression']],
    ['latent z ~ Normal(sd:', ['expression']],
    ['latent z ~ Normal((', ['expression']],
    ['latent z ~ Normal([', ['expression']],
    ['latent z ~ Normal(a[', ['expression']],
    ['latent z ~ Normal(0, 1) for', ['loop']],
    ['latent z ~ Normal(0, 1) for t', [{ word: 'in' }]],
    ['latent z ~ Normal(0, 1) for t in', []],
    ['latent z ~ case', ['subject']],
    ['latent z ~ case k', []],
    ['latent z ~ case k,', ['subject']],
    ['latent z ~ case k {', ['pattern']],
    ['latent z ~ case k { a', []],
    ['latent z ~ case k { a:', ['distribution']],
    ['latent z ~ case k { a: Normal(0, 1),', ['pattern']],
    ['let y = case k { a:', ['expression']],
    ['let y =', ['expression']],
    ['let y = 1', []],
    ['let y = 1 ->', ['stage']],
    ['let y', []],
    ['param a', []],
    ['param a:', ['domain']],
    ['param a: interval(', []],
    ['param a =', ['expression']],
    ['network f(', []],
    ['network f(z) = z -> dense(', []],
    ['network f(z) = z -> dense(1,', ['activation']],
    ['data', ['data-target']],
    ['data x', [{ word: 'from' }]],
    ['data x from', ['file']],
    ['data x from "a"', [{ word: 'columns' }]],
    ['data x from "a" columns', ['column']],
    ['data x from "a" columns a', []],
    ['data x from "a" columns a,', ['column']],
    ['weights', [{ word: 'from' }]],
    ['weights from', ['file']],
    ['weights from "a"', []],
    ['fit', ['method']],
    ['fit em', []],
    ['fit em(', ['option']],
    ['fit em(steps =', []],
    ['view', ['view-target']],
    ['view x', [{ word: 'in' }]],
    ['view x in', []],
    ['view x in [', []],
  ])('after %s are %j', (text, kinds) => {
    expect(kindsAt(read(text), null)).toEqual(kinds);
  });

  it('hold a statement where one can start, first or last as is likelier', () => {
    expect(kindsAt(read(''), 'margin')).toEqual(['statement']);
    expect(kindsAt(read('latent z ~ Normal(0, 1)'), 'start')).toEqual(['statement', { word: 'for' }]);
    expect(kindsAt(read('latent z ~'), 'start')).toEqual(['distribution', 'statement']);
    expect(kindsAt(read('latent z ~ Normal(0,'), 'start')).toEqual(['argument', 'expression']);
    expect(kindsAt(read('latent z ~ Normal(0,'), 'margin')).toEqual(['argument', 'expression', 'statement']);
  });
});

describe('kindsInString', () => {
  it.each([
    ['data x from', ['file']],
    ['weights from', ['file']],
    ['data x from "a" columns', ['column']],
    ['data x from "a" columns a,', ['column']],
    ['data x from "a"', []],
    ['model', []],
    ['let y = exp(', []],
    ['data x', []],
  ])('after %s are %j', (text, kinds) => {
    expect(kindsInString(read(text))).toEqual(kinds);
  });
});
