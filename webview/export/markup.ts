/** Of the page, not of the picture. */
const dropped = /^(?:class|style|slot|part|focusable|tabindex|xmlns|aria-.*)$/;

/**
 * An element of a picture as XML that stands on its own: without the marks and classes of the page.
 * @param more attributes that take the place of its own
 */
export function markup(element: Element, more: Readonly<Record<string, string | number>> = {}): string {
  // A part of a picture that this model has not.
  if (element.getAttribute('d') === '') return '';
  const attributes = new Map<string, string>();
  for (const { name, value } of [...element.attributes]) if (!dropped.test(name)) attributes.set(name, value);
  for (const [name, value] of Object.entries(more)) attributes.set(name, String(value));
  const inside = [...element.childNodes].map((node) => inner(node, element)).join('');
  const name = element.localName;
  const head = `<${name}${[...attributes].map(([key, value]) => ` ${key}="${xmlText(value)}"`).join('')}`;
  return inside === '' ? `${head}/>` : `${head}>${inside}</${name}>`;
}

/** A text in XML, between tags or in an attribute; characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const textual = new Set(['text', 'tspan', 'title', 'desc']);

function inner(node: Node, parent: Element): string {
  if (node.nodeType === 1) return markup(node as Element);
  if (node.nodeType !== 3) return '';
  const text = (node.textContent ?? '').replace(/\s+/g, ' ');
  return textual.has(parent.localName) ? xmlText(text) : '';
}
