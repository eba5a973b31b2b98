// @vitest-environment happy-dom
import fc from 'fast-check';
import { render, type SVGTemplateResult } from 'lit';
import { expect, test } from 'vitest';
import type { Components } from '../../src/engine/api/preview';
import { layoutBars, turn } from '../../webview/plots/bars/bars';
import { barsPlot } from '../../webview/plots/bars/barsPlot';
import { layoutShelf, shelfHeight } from '../../webview/plots/bars/shelf';
import { shelfPlot } from '../../webview/plots/bars/shelfPlot';
import { layoutCorner } from '../../webview/plots/corner/corner';
import { cornerPlot } from '../../webview/plots/corner/cornerPlot';
import { layoutCurve } from '../../webview/plots/curve/curve';
import { curvePlot } from '../../webview/plots/curve/curvePlot';
import { layoutFan } from '../../webview/plots/fan/fan';
import { fanPlot } from '../../webview/plots/fan/fanPlot';
import { layoutPlane } from '../../webview/plots/plane/plane';
import { planePlot } from '../../webview/plots/plane/planePlot';
import { nameWidth, textWidth } from '../../webview/plots/text/textWidth';
import { threeNormals } from './corners';
import { risingFan } from './fans';
import { categories, choice, mixture, twoBlobs } from './fixtures';

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the texts of a picture lie, by the widths that they have at most. */
function boxes(picture: SVGTemplateResult, fontSize: number): Box[] {
  const host = document.createElement('div');
  render(picture, host);
  return [...host.querySelectorAll('text')].map((element) => {
    const said = [...element.childNodes].filter(
      ({ nodeType, nodeName }) => nodeType !== 8 && nodeName.toLowerCase() !== 'title',
    );
    const text = said.map((node) => (node.textContent ?? '').trim()).join('');
    const name = element.classList.contains('name');
    const width = name
      ? nameWidth(text, fontSize)
      : textWidth(text, fontSize * (element.classList.contains('tick-label') ? 0.92 : 1));
    const number = (attribute: string) => Number(element.getAttribute(attribute) ?? 0);
    const anchor = element.getAttribute('text-anchor') ?? 'start';
    const from = anchor === 'middle' ? -width / 2 : anchor === 'end' ? -width : 0;
    const lowered = element.getAttribute('dy') === null ? 0 : 0.34 * fontSize;
    const flat = [
      [from, lowered - 0.72 * fontSize],
      [from + width, lowered - 0.72 * fontSize],
      [from, lowered + 0.2 * fontSize],
      [from + width, lowered + 0.2 * fontSize],
    ] as const;
    const moved = /translate\(([-\d.e]+),([-\d.e]+)\) rotate\(([-\d.]+)\)/.exec(
      element.getAttribute('transform') ?? '',
    );
    const [x, y, angle] =
      moved === null ? [number('x'), number('y'), 0] : (moved.slice(1).map(Number) as [number, number, number]);
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const corners = flat.map(([px, py]) => [x + px * cos - py * sin, y + px * sin + py * cos] as const);
    return {
      text: angle === -turn ? '' : text,
      left: Math.min(...corners.map(([px]) => px)),
      right: Math.max(...corners.map(([px]) => px)),
      top: Math.min(...corners.map(([, py]) => py)),
      bottom: Math.max(...corners.map(([, py]) => py)),
    };
  });
}

const runs = { numRuns: 40 };

/** What of a picture is cut or lies on something else; of turned labels, whose boxes are mostly empty, only what is cut. */
function faults(
  picture: SVGTemplateResult,
  { width, height }: { width: number; height: number },
  fontSize: number,
): string[] {
  const all = boxes(picture, fontSize);
  const cut = all.filter(
    ({ left, right, top, bottom }) => left < -0.5 || right > width + 0.5 || top < -1 || bottom > height + 1,
  );
  const plain = all.filter(({ text }) => text !== '');
  const overlaps = plain.flatMap((a, i) =>
    plain
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
  return [...cut.map((box) => `cut: ${JSON.stringify(box)}`), ...overlaps.map((pair) => `overlap: ${pair}`)];
}

const name = fc.stringMatching(/^[a-zW_]{1,40}$/);
const width = fc.integer({ min: 400, max: 1400 });
const fontSize = fc.constantFrom(11, 13, 14, 20);
/** The ends of an axis: of any size and sign, wide or narrow for where they are. */
const domain = fc
  .tuple(fc.integer({ min: -9, max: 12 }), fc.integer({ min: -999, max: 999 }), fc.integer({ min: -4, max: 3 }))
  .map(([power, factor, spread]) => {
    const low = (factor / 100) * 10 ** power;
    return [low, low + (Math.abs(low) || 1) * 10 ** spread] as const;
  });

const none: Components = { kind: 'none', items: [], total: 0, of: '', scale: 1 };

function curveOn([low, high]: readonly [number, number], peak: number) {
  const made = mixture([{ label: 'a', weight: 1, mean: 0, sd: 1 }], -4, 4);
  return {
    ...made,
    x: made.x.map((value) => low + ((value + 4) / 8) * (high - low)),
    density: made.density.map((value) => value * peak),
    histogram: null,
    components: none,
  };
}

function check(picture: SVGTemplateResult, size: { width: number; height: number }, letters: number): void {
  expect(faults(picture, size, letters)).toEqual([]);
}

test('labels of curves lie within their picture and do not overlap', () => {
  fc.assert(
    fc.property(
      domain,
      fc.integer({ min: -9, max: 9 }),
      name,
      width,
      fontSize,
      fc.boolean(),
      (ends, power, variable, wide, letters, compact) => {
        const size = { width: compact ? wide / 2 : wide, height: compact ? 190 : 360 };
        const layout = layoutCurve(curveOn(ends, 10 ** power), size, { fontSize: letters, compact });
        check(
          curvePlot(layout, { x: compact ? '' : variable, y: compact ? '' : `density p(${variable})` }, letters, null),
          size,
          letters,
        );
      },
    ),
    runs,
  );
});

test('labels of bars and of shelves lie within their picture and do not overlap', () => {
  const values = fc.array(fc.tuple(name, fc.double({ min: 0.001, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(values, name, width, fontSize, fc.boolean(), (each, variable, wide, letters, numeric) => {
      const labels = each.map(([label], i) => (numeric ? String(i * 1000) : label));
      const bars = categories(
        labels,
        each.map(([, share]) => share),
        false,
      );
      const size = { width: wide, height: 320 };
      check(
        barsPlot(
          layoutBars(bars, size, { fontSize: letters, compact: false }),
          { x: variable, y: `probability p(${variable})` },
          letters,
          null,
        ),
        size,
        letters,
      );
      const lying = { width: wide / 2, height: shelfHeight(each.length, letters) };
      check(shelfPlot(layoutShelf(bars, lying, { fontSize: letters, compact: true }), letters), lying, letters);
    }),
  );
});

test('labels of planes lie within their picture and do not overlap', () => {
  fc.assert(
    fc.property(
      domain,
      domain,
      fc.integer({ min: -9, max: 9 }),
      name,
      width,
      fontSize,
      ([left, right], [low, high], power, variable, wide, letters) => {
        const blobs = twoBlobs('x', 12);
        const spread = (values: Float64Array, from: number, to: number) =>
          values.map((_, i) => from + (i / (values.length - 1)) * (to - from));
        const plane = {
          ...blobs,
          x: spread(blobs.x, left, right),
          y: spread(blobs.y, low, high),
          density: blobs.density.map((value) => value * 10 ** power),
          components: null,
          samples: new Float64Array(),
        };
        const size = { width: wide, height: 360 };
        check(
          planePlot(
            layoutPlane(plane, size, { fontSize: letters, compact: false }),
            { x: `${variable}₁`, y: `${variable}₂` },
            letters,
            null,
          ),
          size,
          letters,
        );
      },
    ),
    runs,
  );
});

test('labels of fans lie within their picture and do not overlap', () => {
  fc.assert(
    fc.property(
      domain,
      fc.integer({ min: 1, max: 100_000 }),
      name,
      width,
      fontSize,
      ([low, high], last, variable, wide, letters) => {
        const fan = risingFan();
        const quantiles = Array.from({ length: 5 }, (_, q) => new Float64Array(5).fill(low + (q / 4) * (high - low)));
        const content = { kind: 'bands', paths: [], quantiles } as const;
        const indices = fan.indices.map((_, i) => Math.round(1 + (i * last) / 4));
        const size = { width: wide, height: 360 };
        check(
          fanPlot(
            layoutFan({ ...fan, indices, content }, [], size, letters),
            { x: 't', y: `${variable}[t]` },
            letters,
            null,
          ),
          size,
          letters,
        );
      },
    ),
    runs,
  );
});

test('labels of corner plots lie within their picture and do not overlap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(domain, name), { minLength: 3, maxLength: 3 }),
      width,
      fc.constantFrom(11, 13, 14),
      (each, wide, letters) => {
        const picture = threeNormals();
        const marginals = picture.marginals.map((marginal, i) => {
          const [[low, high], label] = each[i]!;
          return {
            ...marginal,
            choice: choice(label),
            range: { low, high },
            x: marginal.x.map((_, k) => low + (k / (marginal.x.length - 1)) * (high - low)),
          };
        });
        const size = { width: wide, height: 420 };
        check(cornerPlot(layoutCorner({ ...picture, marginals }, size, letters), letters), size, letters);
      },
    ),
    runs,
  );
});
