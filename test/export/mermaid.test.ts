import { describe, expect, it } from 'vitest';
import { mermaidText } from '../../webview/export/mermaid';
import { graphOf, graphTexts } from '../plots/graphTexts';

function lines(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

describe('a graph for Mermaid', () => {
  it('has circles for variables, shaded where observed, and the arrows between them', () => {
    const text = mermaidText(graphOf(graphTexts.bumps), 'Three bumps', null);
    expect(lines(text).slice(0, 8)).toEqual([
      '---',
      'title: "Three bumps"',
      '---',
      'flowchart TB',
      'v0(("z")):::latent',
      'v1(("x")):::observed',
      'v0 --> v1',
      'c0_0["weight"]:::param',
    ]);
    expect(text).toMatch(/classDef observed fill:#d9d9d9/);
    expect(lines(text).filter((line) => line.includes('-->'))).toEqual([
      'v0 --> v1',
      'c0_0 --> v0',
      'c1_0 --> v1',
      'c1_1 --> v1',
    ]);
  });

  it('has a dashed frame for each plate, closed where it ends', () => {
    const text = mermaidText(graphOf(graphTexts.decoder), 'Decoder', 'N = 120');
    const frames = lines(text).filter((line) => line.startsWith('subgraph'));
    expect(frames).toEqual(['subgraph data["N = 120"]', 'subgraph copies_v0["× 2"]']);
    expect(lines(text).filter((line) => line === 'end').length).toBe(2);
    expect(text).toContain('style data fill:none,stroke:#777,stroke-dasharray:4 3');
    expect(text.indexOf('v1((')).toBeLessThan(text.lastIndexOf('end'));
  });

  it('says what of its past a chain depends on', () => {
    const text = mermaidText(graphOf(graphTexts.weather), 'Weather', null);
    expect(lines(text)).toContain('v0 -->|"t − 1"| v0');
    expect(lines(text)).toContain('subgraph plate0["t = 1…7<br/>from weather[1]"]');
  });

  it('keeps words of its own and signs out of identifiers and labels', () => {
    const text = mermaidText(
      graphOf('latent end ~ Normal(0, 1)\nobserved x | end ~ Normal(end, 1)\n'),
      'a "b": #1',
      'a"b<c>#`d`',
    );
    expect(lines(text)).toContain('v0(("end")):::latent');
    expect(text).not.toMatch(/^\s*end\b.*[-(]/m);
    expect(text).toContain('title: "a \\"b\\": #1"');
    expect(text).toContain('subgraph data["a#quot;b#lt;c#gt;#35;#96;d#96;"]');
  });
});
