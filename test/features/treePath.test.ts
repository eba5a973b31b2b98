import { describe, expect, it } from 'vitest';
import { children, descendants, pathAt } from '../../src/features/treePath';
import { analyse } from '../../src/language/analyse';
import { analysed } from './cursor';

describe('treePath', () => {
  const [statement] = analyse('observed x | z ~ Normal(z + 1, sd: 2)').tree.statements;

  it('goes to the nodes directly below', () => {
    expect(children(statement!).map(({ kind }) => kind)).toEqual(['Reference', 'Reference', 'Call']);
  });

  it('goes to all nodes, outer ones first', () => {
    expect([...descendants(statement!)].map(({ kind }) => kind)).toEqual([
      ...['Variable', 'Reference', 'Identifier', 'Reference', 'Identifier', 'Call', 'Identifier'],
      ...['Argument', 'Binary', 'Name', 'Number', 'Argument', 'Identifier', 'Number'],
    ]);
  });

  it.each([
    ['let y = e<|>xp(1)', ['Let', 'Call', 'Identifier']],
    ['let y = exp(<|>1)', ['Let', 'Call', 'Argument', 'Number']],
    ['let y = 1<|>+z', ['Let', 'Binary', 'Number']],
    ['let y = 1+<|>z', ['Let', 'Binary', 'Name']],
    ['let y = z<|>', ['Let', 'Name']],
    ['l<|>et y = z', ['Let']],
  ])('finds the way to %s', (source, kinds) => {
    const { analysis, offset } = analysed(source);
    expect(pathAt(analysis.tree.statements[0]!, offset).map(({ kind }) => kind)).toEqual(kinds);
  });
});
