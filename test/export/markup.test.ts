// @vitest-environment happy-dom
import { svg } from 'lit';
import { expect, it } from 'vitest';
import { markup, xmlText } from '../../webview/export/markup';
import { draw } from '../ui/scenes';

it('an element stands on its own: no marks, no classes, other attributes where they are given', () => {
  const host = draw(svg`<svg class="plot" width="3" aria-hidden="true" data-role="a">
    ${[1, 2].map((x) => svg`<path class="c0" d=${`M${x},0`}></path>`)}
    <text>p &lt; q<tspan dy="0">  z </tspan></text></svg>`);
  expect(markup(host.querySelector('svg.plot')!, { x: 5, width: 4 })).toBe(
    '<svg width="4" data-role="a" x="5"><path d="M1,0"/><path d="M2,0"/><text>p &lt; q<tspan dy="0"> z </tspan></text></svg>',
  );
});

it('a text is what XML can hold', () => {
  expect(xmlText('a & b < c > "d" \u0000\u000b\u{1f600}\ud800e')).toBe(
    'a &amp; b &lt; c &gt; &quot;d&quot; \u{1f600}e',
  );
});
