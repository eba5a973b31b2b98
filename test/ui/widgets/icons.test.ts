// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { errorIcon, infoIcon, pinIcon, pinnedIcon, resampleIcon, warningIcon } from '../../../webview/ui/widgets/icons';
import { draw } from '../scenes';

it.each([errorIcon, infoIcon, pinIcon, pinnedIcon, resampleIcon, warningIcon].map((icon, i) => [i, icon] as const))(
  'icon %i is a drawing in the colour of its text, silent for screen readers',
  (_, icon) => {
    const picture = draw(icon).querySelector('svg');
    expect(picture?.getAttribute('aria-hidden')).toBe('true');
    expect(picture?.querySelector('path')?.getAttribute('d')).toMatch(/^M/);
    expect(picture?.outerHTML).not.toMatch(/style=|fill="#|stroke="#/);
  },
);
