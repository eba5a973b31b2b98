import type { SVGTemplateResult } from 'lit';
import type { Bars, Curve, Plane } from '../../src/engine/api/preview';
import { layoutBars } from '../../webview/plots/bars/bars';
import { barsPlot } from '../../webview/plots/bars/barsPlot';
import { layoutShelf, shelfHeight } from '../../webview/plots/bars/shelf';
import { shelfPlot } from '../../webview/plots/bars/shelfPlot';
import { layoutCurve } from '../../webview/plots/curve/curve';
import { curvePlot } from '../../webview/plots/curve/curvePlot';
import { layoutGraph } from '../../webview/plots/graph/modelGraphLayout';
import { modelGraphPlot } from '../../webview/plots/graph/modelGraphPlot';
import { layoutPlane } from '../../webview/plots/plane/plane';
import { planePlot } from '../../webview/plots/plane/planePlot';
import { crosshairAt } from '../../webview/plots/words/pointing';
import {
  bumpPrior,
  bumps,
  categories,
  counts,
  infiniteMixture,
  mixture,
  normalPrior,
  thousandCategories,
  threeBumps,
  twoBlobs,
} from './fixtures';
import { graphOf, graphTexts } from './graphTexts';

/** One picture: an entry of the gallery page and a golden file. */
export interface PlotCase {
  readonly name: string;
  readonly title: string;
  readonly draw: () => SVGTemplateResult;
}

const fontSize = 13;
const wide = { fontSize, compact: false };
const small = { fontSize, compact: true };

function curve(data: Curve, at: number | null = null, width = 620, height = 360): SVGTemplateResult {
  const layout = layoutCurve(data, { width, height }, wide);
  const crosshair = at === null ? null : crosshairAt(data, layout, { x: at, y: 0 });
  return curvePlot(layout, { x: 'x', y: 'density p(x)' }, fontSize, crosshair);
}

function bars(data: Bars, pointed: number | null = null, width = 620): SVGTemplateResult {
  const layout = layoutBars(data, { width, height: 320 }, wide);
  return barsPlot(layout, { x: 'x', y: 'probability p(x)' }, fontSize, pointed);
}

function shelf(data: Bars, width = 320): SVGTemplateResult {
  const height = shelfHeight(data.values.length, fontSize);
  return shelfPlot(layoutShelf(data, { width, height }, small), fontSize);
}

function plane(data: Plane): SVGTemplateResult {
  return planePlot(layoutPlane(data, { width: 480, height: 360 }, wide), { x: 'x₁', y: 'x₂' }, fontSize, null);
}

function graph(text: string, data: string | null = null): SVGTemplateResult {
  return modelGraphPlot(layoutGraph(graphOf(text), { fontSize, data }));
}

const overlapping = bumps.map((bump, i) => ({ ...bump, mean: 0.4 * i, sd: 1 }));
const many = Array.from({ length: 12 }, (_, i) => ({
  label: String(i + 1),
  weight: 1 / 12,
  mean: -4 + 0.7 * i,
  sd: 0.3 + 0.05 * i,
}));
const words = ['rain', 'sprinkler', 'a leaking pipe', 'nothing of the kind', 'dew', 'the neighbour washing a car'];

function pole(): Curve {
  const base = mixture([{ label: '1', weight: 1, mean: 0, sd: 1 }], 0, 4);
  const density = base.x.map((x) => (x === 0 ? Number.POSITIVE_INFINITY : 0.4 / Math.sqrt(x)));
  return {
    ...base,
    density,
    histogram: null,
    components: { kind: 'none', items: [], total: 0, of: '', scale: 1 },
  };
}

export const plotCases: readonly PlotCase[] = [
  { name: 'curve-three-bumps', title: 'Three bumps with samples and data', draw: () => curve(threeBumps()) },
  { name: 'curve-crosshair', title: 'Three bumps, pointed at', draw: () => curve(threeBumps(), 1.55) },
  { name: 'curve-narrow', title: 'Three bumps in 300 pixels', draw: () => curve(threeBumps(), null, 300, 260) },
  { name: 'curve-overlapping', title: 'Names of overlapping components', draw: () => curve(mixture(overlapping)) },
  { name: 'curve-twelve', title: 'Twelve components: colours again, dashed', draw: () => curve(mixture(many)) },
  { name: 'curve-infinite', title: 'Infinite mixture with error band', draw: () => curve(infiniteMixture()) },
  { name: 'curve-pole', title: 'A density that is infinite at 0', draw: () => curve(pole()) },
  {
    name: 'curve-prior',
    title: 'A continuous prior, small',
    draw: () =>
      curvePlot(layoutCurve(normalPrior(), { width: 320, height: 190 }, small), { x: '', y: '' }, fontSize, null),
  },
  { name: 'bars-counts', title: 'Counts with two components', draw: () => bars(counts(), 9) },
  {
    name: 'bars-words',
    title: 'Long names, turned',
    draw: () => bars(categories(words, [0.1, 0.25, 0.05, 0.4, 0.15, 0.05], false), null, 380),
  },
  { name: 'shelf-three', title: 'A prior of three categories', draw: () => shelf(bumpPrior()) },
  {
    name: 'shelf-words',
    title: 'A prior with long names',
    draw: () => shelf(categories(words, [0.1, 0.25, 0.05, 0.4, 0.15, 0.05]), 280),
  },
  { name: 'shelf-thousand', title: 'A prior of 1,000 categories', draw: () => shelf(thousandCategories()) },
  { name: 'plane-blobs', title: 'A pair (the heat lies on a canvas)', draw: () => plane(twoBlobs('x', 32)) },
  { name: 'model-graph-bumps', title: 'The graph of three bumps', draw: () => graph(graphTexts.bumps) },
  { name: 'model-graph-sprinkler', title: 'An arrow past a node', draw: () => graph(graphTexts.sprinkler) },
  { name: 'model-graph-weather', title: 'Two chains in one plate', draw: () => graph(graphTexts.weather) },
  {
    name: 'model-graph-decoder',
    title: 'Copies, networks and data',
    draw: () => graph(graphTexts.decoder, 'N = 120'),
  },
  { name: 'model-graph-turns', title: 'Chains that lean on each other', draw: () => graph(graphTexts.turns) },
];
