import { colourOf, hexText } from './colour';
import { type Paper, paperVariables } from './paper';
import type { StyleRule } from './styleRules';
import { withVariables } from './variables';

/** What of a style can be said in attributes of SVG. */
const properties = [
  'clip-path',
  'color',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
];
const shares = ['fill-opacity', 'opacity', 'stroke-opacity'];

/** What an element hands down to those in it. */
interface Inherited {
  readonly variables: ReadonlyMap<string, string>;
  /** In pixels. */
  readonly fontSize: number;
}

/**
 * Writes what a style sheet says of the pictures in a part of a page into attributes of their elements, so that they look
 * the same where the style sheet is not. Conditions on themes hold for `paper`, whatever the page's own theme is.
 * @param fontSize of the part itself, in pixels
 */
export function present(part: Element, rules: readonly StyleRule[], paper: Paper, fontSize: number): void {
  const roots = new Map(paperVariables(paper));
  const inner: StyleRule[] = [];
  for (const rule of rules) {
    const selector = forPaper(rule.selector, paper);
    if (selector === null) continue;
    if (selector !== '') {
      if (matters(rule)) inner.push({ ...rule, selector });
      continue;
    }
    for (const [name, value] of rule.declarations) if (name.startsWith('--')) roots.set(name, value);
  }
  visit(part, inner, { variables: roots, fontSize });
}

/** The colour of a variable on a paper, as `#rrggbb`: for what is drawn around the pictures. */
export function rootColour(name: string, rules: readonly StyleRule[], paper: Paper): string {
  const roots = new Map(paperVariables(paper));
  for (const { selector, declarations } of rules) {
    if (forPaper(selector, paper) !== '') continue;
    for (const [key, value] of declarations) if (key.startsWith('--')) roots.set(key, value);
  }
  const colour = colourOf(withVariables(`var(${name})`, roots) ?? '');
  return colour === null ? '#808080' : hexText(colour);
}

function matters({ declarations }: StyleRule): boolean {
  for (const name of declarations.keys()) if (name.startsWith('--') || properties.includes(name)) return true;
  return declarations.get('display') === 'none';
}

/** A selector without its condition on the theme: '' for the page itself, null where it is not for this paper, or for a moment only. */
function forPaper(selector: string, paper: Paper): string | null {
  if (/high-contrast|:hover|:focus|:active|::/.test(selector)) return null;
  if (/vscode-(?:light|dark)/.test(selector) && !selector.includes(`vscode-${paper}`)) return null;
  const rest = selector.replace(/^(?::root|html|body[^\s>]*|:is\(body[^)]*\))(?:\s+|$)/, '');
  return rest === 'body' ? '' : rest;
}

function visit(element: Element, rules: readonly StyleRule[], inherited: Inherited): void {
  const own = new Map<string, string>();
  for (const { selector, declarations } of rules) {
    if (element.matches(selector)) for (const [name, value] of declarations) own.set(name, value);
  }
  const variables = new Map(inherited.variables);
  for (const [name, value] of own) if (name.startsWith('--')) variables.set(name, value);
  const fontSize = sizeOf(own.get('font-size'), inherited.fontSize, variables);
  if (element.namespaceURI === 'http://www.w3.org/2000/svg') {
    const outermost = element.parentElement?.namespaceURI !== element.namespaceURI;
    if (outermost || own.has('font-size')) own.set('font-size', `${round(fontSize)}px`);
    write(element, own, variables);
  }
  for (const child of [...element.children]) visit(child, rules, { variables, fontSize });
}

function write(element: Element, own: ReadonlyMap<string, string>, variables: ReadonlyMap<string, string>): void {
  if (own.get('display') === 'none') element.remove();
  for (const name of properties) {
    const said = own.get(name);
    if (said === undefined) continue;
    const value = withVariables(said, variables)?.replace(/currentcolor/gi, 'var(--vscode-foreground)');
    const resolved = value === undefined ? null : withVariables(value, variables);
    if (resolved === null || resolved === 'inherit') continue;
    element.setAttribute(name, shares.includes(name) ? String(shareOf(resolved)) : resolved);
  }
  for (const paint of ['fill', 'stroke']) {
    const colour = colourOf(element.getAttribute(paint) ?? '');
    if (colour === null) continue;
    element.setAttribute(paint, hexText(colour));
    const opacity = colour.opacity * shareOf(element.getAttribute(`${paint}-opacity`) ?? '1');
    if (opacity < 1) element.setAttribute(`${paint}-opacity`, String(round(opacity)));
  }
}

function sizeOf(text: string | undefined, around: number, variables: ReadonlyMap<string, string>): number {
  const value = text === undefined ? null : withVariables(text, variables);
  const match = /^([\d.]+)(px|em|%)$/.exec(value ?? '');
  if (match === null) return around;
  const number = Number(match[1]);
  if (match[2] === 'px') return number;
  return match[2] === 'em' ? number * around : (number / 100) * around;
}

function shareOf(text: string): number {
  const number = Number.parseFloat(text);
  const share = text.trim().endsWith('%') ? number / 100 : number;
  return Number.isFinite(share) ? round(share) : 1;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
