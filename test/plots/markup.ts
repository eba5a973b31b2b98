import { render, type SVGTemplateResult } from 'lit';

/**
 * Renders a picture and gives its markup as a file of its own: without lit's markers, one element a line.
 * Needs a document.
 */
export function markupOf(picture: SVGTemplateResult): string {
  const host = document.createElement('div');
  render(picture, host);
  return host.innerHTML
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .replaceAll(/ ?> ?</g, '>\n<')
    .replaceAll(' class=""', '')
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .trim()
    .concat('\n');
}
