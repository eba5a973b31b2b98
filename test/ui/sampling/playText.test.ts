import { describe, expect, it } from 'vitest';
import { colourOf, drawText } from '../../../webview/ui/sampling/playText';
import { normalPrior, threeBumps } from '../../plots/fixtures';
import { bumpRows, column } from '../sampleRows';

const plot = threeBumps();

describe('the sentence of a draw', () => {
  it('grows with its stages', () => {
    const spoken = (['latent', 'conditional', 'observed'] as const).map(
      (stage) => drawText(bumpRows(), 0, stage, plot).spoken,
    );
    expect(spoken).toEqual([
      'z = orange',
      'z = orange; x follows Normal(0.5, 1)',
      'z = orange; x follows Normal(0.5, 1); x = 0.731',
    ]);
  });

  it('gives a category the colour of its component', () => {
    expect(drawText(bumpRows(), 0, 'observed', plot).latent).toEqual([{ name: 'z', value: 'orange', className: 'c1' }]);
    expect(colourOf('z', 3, plot)).toBe('c2');
    expect(colourOf('k', 3, plot)).toBeNull();
    expect(colourOf('z', 3, normalPrior())).toBeNull();
  });

  it('names the nearest of many ancestors, in their order', () => {
    const ancestors = Array.from({ length: 9 }, (_, i) => `z[${i + 1}]`);
    const chain = ancestors.map((label, i) => column(label, [i + 0.5], { variable: 'z', index: i + 1 }));
    const text = drawText(bumpRows({ columns: chain, ancestors }), 0, 'latent', plot);
    expect(text.before).toBe(4);
    expect(text.latent.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'z[5] 4.5',
      'z[6] 5.5',
      'z[7] 6.5',
      'z[8] 7.5',
      'z[9] 8.5',
    ]);
  });

  it('writes vectors in brackets, long ones in part', () => {
    const vector = [1, 2, 3, 4].map((value, j) => column(`z${j}`, [value], { variable: 'z', coordinate: j + 1 }));
    expect(drawText(bumpRows({ columns: vector }), 0, 'latent', plot).latent[0]?.value).toBe('(1, 2, 3, …)');
    expect(drawText(bumpRows({ columns: vector.slice(0, 2) }), 0, 'latent', plot).latent[0]?.value).toBe('(1, 2)');
  });

  it('says of a model without latent variables what x follows', () => {
    const rows = bumpRows({ ancestors: [], parents: [] });
    expect(drawText(rows, 1, 'conditional', plot).spoken).toBe('x follows Normal(−2, 0.5)');
  });
});
