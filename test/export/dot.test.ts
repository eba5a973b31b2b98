import { describe, expect, it } from 'vitest';
import { dotText } from '../../webview/export/dot';
import { wholeGraph } from '../../webview/plots/graph/modelGraph';
import { graphOf, graphTexts, structureOfText } from '../plots/graphTexts';
import { readDot } from './readDot';

describe('a graph for Graphviz', () => {
  it('has circles for variables, shaded where observed, names for parameters, and the arrows between them', () => {
    const { nodes, arrows } = readDot(dotText(graphOf(graphTexts.bumps), 'Three bumps', null));
    expect(nodes.get('x')).toMatchObject({ label: 'x', style: 'filled' });
    expect(nodes.get('z')?.style).toBeUndefined();
    expect(nodes.get('params mu')).toMatchObject({ label: 'mu', shape: 'plaintext' });
    expect(arrows.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'z > x',
      'params weight > z',
      'params mu > x',
      'params sigma > x',
    ]);
  });

  it('has a cluster for each plate, one in another', () => {
    const { clusters, nodes } = readDot(dotText(graphOf(graphTexts.decoder), 'Decoder', 'N = 120'));
    expect(clusters.map(({ label, inside }) => [label, inside])).toEqual([
      ['N = 120', null],
      ['2', 'N = 120'],
    ]);
    expect(nodes.get('z')?.cluster).toBe('2');
    expect(nodes.get('x')?.cluster).toBe('N = 120');
    expect(nodes.get('networks mu')).toMatchObject({ shape: 'box', cluster: null });
  });

  it('says what of its past a chain depends on', () => {
    const { clusters, arrows } = readDot(dotText(graphOf(graphTexts.weather), 'Weather', null));
    expect(clusters.map(({ label }) => label)).toEqual(['t = 1…7\nfrom weather[1]']);
    expect(arrows).toContainEqual(expect.objectContaining({ from: 'weather', to: 'weather', label: 't − 1' }));
    const turns = readDot(dotText(graphOf(graphTexts.turns), 'Turns', null));
    expect(turns.arrows).toContainEqual(expect.objectContaining({ from: 'b', to: 'a', constraint: 'false' }));
  });

  it('is whole whatever its title holds', () => {
    const title = 'a "quoted" \\n title\\';
    expect(readDot(dotText(graphOf(graphTexts.bumps), title, null)).title).toBe(title);
  });

  it('is there for a model that is too large for a picture', () => {
    const names = Array.from({ length: 60 }, (_, i) => `z${i}`);
    const text = `${names.map((name) => `latent ${name} ~ Normal(0, 1)`).join('\n')}\nobserved x | ${names.join(', ')} ~ Normal(${names.join(' + ')}, 1)\n`;
    const { nodes, arrows } = readDot(dotText(wholeGraph(structureOfText(text)), 'Large', null));
    expect(nodes.size).toBe(61);
    expect(arrows.length).toBe(60);
  });
});
