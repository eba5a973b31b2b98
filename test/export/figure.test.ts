// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type Figure, figureSvg } from '../../webview/export/figure';

const figure: Figure = {
  title: 'Three <bumps> & more',
  method: 'exact · sum over 3 states',
  note: 'range [−5, 5.6] holds 99.8 % of the mass',
  fileName: 'three-bumps.lvm',
  description: 'Density of "x".',
  heading: [
    { kind: 'variable', text: 'p' },
    { kind: 'plain', text: '(' },
    { kind: 'variable', text: 'x' },
    { kind: 'subscript', text: '3' },
    { kind: 'plain', text: ')' },
  ],
  legend: [
    { mark: '<path d="M0,6H16"/>', text: [{ kind: 'plain', text: 'samples' }] },
    { mark: '', text: [{ kind: 'plain', text: '+ 3 more' }] },
  ],
  pictures: [{ markup: '<svg width="400" height="300" x="10" y="30"/>', left: 10, top: 30, right: 410, bottom: 330 }],
  colours: { paper: '#ffffff', ink: '#3b3b3b', quiet: '#5f5f5f' },
};

function read(text: string): Document {
  const parsed = new DOMParser().parseFromString(text.replace(/^<\?xml.*\?>\n/, ''), 'image/svg+xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

describe('a figure', () => {
  const text = figureSvg(figure);

  it('is a file of its own, with a text alternative', () => {
    const root = read(text).documentElement;
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(root.querySelector('title')?.textContent).toBe('Three <bumps> & more: p(x3)');
    expect(root.querySelector('desc')?.textContent).toBe('Density of "x".');
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns=')).toBe(true);
    expect(text).not.toMatch(/NaN|undefined|\[object|<style|class=/);
  });

  it('has the title and the formula above the picture, and below it how it was computed and from which file', () => {
    const texts = [...read(text).querySelectorAll('text')].map((each) => ({
      said: each.textContent,
      y: Number(each.getAttribute('y')),
    }));
    expect(texts.map(({ said }) => said)).toEqual([
      'Three <bumps> & more',
      'p(x3)',
      'samples',
      '+ 3 more',
      'exact · sum over 3 states',
      'range [−5, 5.6] holds 99.8 % of the mass · three-bumps.lvm',
    ]);
    const height = Number(read(text).documentElement.getAttribute('height'));
    const below = texts.slice(-2).map(({ y }) => y);
    expect(below[0]).toBeGreaterThan(300);
    expect(below[1]).toBeLessThan(height);
  });

  it('moves the picture to the margin and is as wide as it needs', () => {
    const root = read(text).documentElement;
    expect(root.getAttribute('width')).toBe('440');
    expect(text).toContain('transform="translate(10,');
  });

  it('of several pictures holds them all', () => {
    const [first] = figure.pictures;
    const wide = figureSvg({
      ...figure,
      pictures: [first!, { ...first!, left: 500, right: 900, top: 200, bottom: 700 }],
    });
    expect(read(wide).documentElement.getAttribute('width')).toBe('930');
    expect(Number(read(wide).documentElement.getAttribute('height'))).toBeGreaterThan(670);
  });
});
