import { html, render } from 'lit';
import { patterns } from '../../webview/ui/widgets/patterns';
import { plotCases } from './cases';

/** Runs in the gallery page: every case once. */
render(
  html`${patterns}<main class="gallery">
    ${plotCases.map(
      ({ name, title, draw }) => html`<figure id=${name} class=${name.startsWith('curve-prior') ? 'prior' : 'observed'}>
        <figcaption>${title}</figcaption>
        <div class="still">${draw()}</div>
      </figure>`,
    )}
  </main>`,
  document.body,
);
