// @vitest-environment happy-dom
import { html, svg } from 'lit';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../webview/export/pieces';
import { mathHtml } from '../../webview/ui/widgets/mathHtml';
import { place } from '../../webview/ui/widgets/place';
import { draw } from '../ui/scenes';

const pane = html`<section>
  <h2><span class="pane-kind">Prior</span>${mathHtml('p(z[1])')}</h2>
  <ul class="legend"><li><svg class="key" width="16" height="12"><path d="M0,6H16"></path></svg>samples</li></ul>
  <figure role="figure" aria-label="What there is to see.">
    <div class="stage">
      ${svg`<svg class="plot" width="300" height="200"><path d="M1,1"></path></svg>`}
      <div class="evidence-line" data-role="evidence-mark" ${place({ left: 20, top: 8, height: 90 })}></div>
      <button>not of the picture</button>
    </div>
  </figure>
  <div class="foot"><p class="mass">range  holds
    all</p></div>
</section>`;

describe('a part of the page', () => {
  const pieces = piecesOf(draw(pane));

  it('comes apart into its pictures, with what lies over them', () => {
    expect(pieces.pictures).toEqual([
      {
        markup: '<svg width="300" height="200" x="0" y="0"><path d="M1,1"/></svg>',
        left: 0,
        top: 0,
        right: 300,
        bottom: 200,
      },
      expect.objectContaining({ markup: expect.stringContaining('M21,8v90'), left: 20, bottom: 98 }),
    ]);
  });

  it('says what it is, what its marks stand for, and what it does not show', () => {
    expect(pieces.heading).toEqual([
      { kind: 'plain', text: 'Prior' },
      { kind: 'plain', text: ' ' },
      { kind: 'variable', text: 'p' },
      { kind: 'plain', text: '(' },
      { kind: 'variable', text: 'z' },
      { kind: 'subscript', text: '1' },
      { kind: 'plain', text: ')' },
    ]);
    expect(pieces.legend).toEqual([{ mark: '<path d="M0,6H16"/>', text: [{ kind: 'plain', text: 'samples' }] }]);
    expect(pieces.note).toBe('range holds all');
    expect(pieces.description).toBe('What there is to see.');
  });
});
