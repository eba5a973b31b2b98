import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure';
import { elementsOf, findName, findNames, inOrderOfText } from '../../src/cli/names';
import { kindsText, modelOf } from './models';

const { model, graph } = modelOf(kindsText);
const keys = (list: string) =>
  findNames(list, model, graph, '--of').map(({ elements }) => elements.map(({ key }) => key));

describe('findNames', () => {
  it('finds variables, elements of chains, and chains', () => {
    expect(keys('x')).toEqual([['x']]);
    expect(keys('s[2]')).toEqual([['s[2]']]);
    expect(keys(' s [ 2 ] ,x')).toEqual([['s[2]'], ['x']]);
    expect(keys('s')).toEqual([['s[1]', 's[2]', 's[3]', 's[4]']]);
    expect(keys('w,v')).toEqual([['w[2]', 'w[3]'], ['v']]);
  });

  it('knows whether a chain is meant whole', () => {
    const whole = (name: string) => findName(name, model, graph, '--of').whole;
    expect(['s', 's[1]', 'v'].map(whole)).toEqual([true, false, false]);
    const single = modelOf('latent s[1] ~ Normal(0, 1)\nobserved x | s[1] ~ Normal(s[1], 1)');
    expect(findName('s', single.model, single.graph, '--of').whole).toBe(true);
  });

  it.each([
    ['', '--of names no variable; write a name such as x, or x[3] for an element of a chain.'],
    ['x,', '--of names no variable; write'],
    ['x y', '--of has x y, which is no name of a variable; write'],
    ['s[t]', '--of has s[t], which is no name of a variable; write'],
    [
      'coluor',
      '--of has coluor, and the model has no variable of that name. Did you mean colour? Variables: colour, group,',
    ],
    ['rate', '--of has rate, which is a param and no random variable. Variables: '],
    ['twice', '--of has twice, which is a let and no random variable. Variables: '],
    ['mu', '--of has mu, which is a network and no random variable. Variables: '],
    ['s[5]', '--of has s[5], and s goes from 1 to 4.'],
    ['w[1]', '--of has w[1], and w goes from 2 to 3.'],
    ['s[-1]', '--of has s[-1], and s goes from 1 to 4.'],
    ['x[1]', '--of has x[1], and x is no chain. It is a single variable: write x.'],
    ['v[1]', '--of has v[1], and v is no chain. It is asked as a whole: write v.'],
    ['x, z, x', '--of names x twice.'],
    ['s[2], s', '--of names s[2] twice.'],
  ])('refuses %j', (list, message) => {
    expect(() => keys(list)).toThrow(message);
  });
});

it('the elements of a chain go from its first to its last', () => {
  const w = model.structure.variables.find(({ name }) => name === 'w')!;
  expect(elementsOf(w, graph).map(({ index }) => index)).toEqual([2, 3]);
});

it('variables come in the order of the text, whatever depends on what', () => {
  const { model: reversed } = modelOf('observed x | z ~ Normal(z, 1)\nlatent z ~ Normal(0, 1)');
  expect(reversed.structure.variables.map(({ name }) => name)).toEqual(['z', 'x']);
  expect(inOrderOfText(reversed).map(({ name }) => name)).toEqual(['x', 'z']);
});

it('any text is names or a failure', () => {
  const written = fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{1,3}(\[-?[0-9]{1,3}\])?(, ?[a-z]{1,3}){0,2}$/));
  fc.assert(
    fc.property(written, (list) => {
      try {
        expect(findNames(list, model, graph, '--of').flatMap(({ elements }) => elements).length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(Failure);
      }
    }),
    { seed: 4 },
  );
});
