import { nothing, type SVGTemplateResult, svg } from 'lit';
import { tenth } from '../axes/path';
import { mathText } from '../text/mathText';
import type { PlacedConstants } from './modelGraphConstants';
import type { GraphLayout, PlacedNode } from './modelGraphLayout';
import { graphName } from './modelGraphNames';
import type { PlacedPlate } from './modelGraphPlates';

/**
 * The picture of a model's graph, as textbooks draw it: circles for variables, shaded where they are observed, bare
 * names for parameters, boxes for networks, dashed plates around what there is several of.
 */
export function modelGraphPlot({
  frame,
  nodes,
  constants,
  plates,
  arrows,
  labels,
  baseline,
}: GraphLayout): SVGTemplateResult {
  const [width, height] = [Math.ceil(frame.right - frame.left), Math.ceil(frame.bottom - frame.top)];
  return svg`<svg class="plot model-graph" width=${width} height=${height} viewBox=${`${tenth(frame.left)} ${tenth(frame.top)} ${width} ${height}`} aria-hidden="true">
    ${plates.map((each) => plate(each, baseline))}
    ${nodes.map(({ copies }) => (copies === null ? nothing : plate(copies, baseline)))}
    <g class="arrows">${arrows.map(
      ({ line, head, from, to }) =>
        svg`<path class="arrow" data-from=${from} data-to=${to} d=${line}></path><path class="head" d=${head}></path>`,
    )}</g>
    ${nodes.map((node) => circle(node, baseline))}
    ${constants.map((each) => group(each, baseline))}
    ${labels.map(({ text, x, y }) => svg`<text class="quiet" x=${tenth(x)} y=${tenth(y + baseline)}>${mathText(text)}</text>`)}
  </svg>`;
}

function plate({ box: { left, right, top, bottom }, lines }: PlacedPlate, baseline: number): SVGTemplateResult {
  return svg`<rect class="plate" x=${tenth(left)} y=${tenth(top)} width=${tenth(right - left)} height=${tenth(bottom - top)} rx="8"></rect>
    ${lines.map(
      ({ text, right: end, y, start }) =>
        svg`<text class="quiet" x=${tenth(end)} y=${tenth(y + baseline)} text-anchor="end">${
          start === null ? nothing : svg`<tspan class="from">from </tspan>`
        }${mathText(text)}</text>`,
    )}`;
}

function circle({ node, shape }: PlacedNode, baseline: number): SVGTemplateResult {
  const { x, y, halfWidth, halfHeight, radius } = shape;
  return svg`<rect class=${`node ${node.role}`} data-role="graph-node" data-name=${node.name} x=${tenth(x - halfWidth)} y=${tenth(y - halfHeight)}
      width=${tenth(2 * halfWidth)} height=${tenth(2 * halfHeight)} rx=${tenth(radius)}></rect>
    <text x=${tenth(x)} y=${tenth(y + baseline)} text-anchor="middle">${mathText(graphName(node.shown))}</text>`;
}

function group({ constants, box, names }: PlacedConstants, baseline: number): SVGTemplateResult {
  const { left, right, top, bottom } = box;
  return svg`${
    constants.kind === 'params'
      ? nothing
      : svg`<rect class="network" x=${tenth(left)} y=${tenth(top)} width=${tenth(right - left)} height=${tenth(bottom - top)} rx="4"></rect>`
  }
    ${names.map(({ text, x, y, width }) => svg`<text x=${tenth(x + width / 2)} y=${tenth(y + baseline)} text-anchor="middle">${mathText(text)}</text>`)}`;
}
