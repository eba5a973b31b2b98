// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../../webview/plots/graph/modelGraphLayout';
import { modelGraphPlot } from '../../../webview/plots/graph/modelGraphPlot';
import { comparePictures } from '../golden';
import { graphOf, graphTexts } from '../graphTexts';
import { markupOf } from '../markup';

describe('the picture of a model', () => {
  comparePictures('model-graph-');

  it('has a node for each variable, shaded by its role, and an arrow for each parent', () => {
    const host = document.createElement('div');
    host.innerHTML = markupOf(modelGraphPlot(layoutGraph(graphOf(graphTexts.sprinkler), { fontSize: 13, data: null })));
    const nodes = [...host.querySelectorAll('[data-role=graph-node]')];
    expect(nodes.map((node) => [node.classList[1], node.getAttribute('data-name')])).toEqual([
      ['latent', 'rain'],
      ['latent', 'sprinkler'],
      ['observed', 'wet'],
    ]);
    const arrows = [...host.querySelectorAll('.arrow')];
    expect(
      arrows.map((arrow) => `${arrow.getAttribute('data-from')} → ${arrow.getAttribute('data-to')}`).sort(),
    ).toEqual(['rain → sprinkler', 'rain → wet', 'sprinkler → wet']);
  });
});
