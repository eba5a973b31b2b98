// @vitest-environment happy-dom
import { html, render } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fall, fall } from '../../../webview/ui/widgets/fall';

const animate = vi.fn();
const host = document.createElement('div');
const drawn = (wish: Fall) => render(html`<i ${fall(wish)}></i>`, host);

describe('a mark that falls', () => {
  beforeEach(() => {
    animate.mockClear();
    render(null, host);
    Object.defineProperty(Element.prototype, 'animate', { value: animate, configurable: true });
  });

  it('comes from above, once for every draw', () => {
    drawn({ draw: 1, height: 80, duration: 300 });
    expect(animate).toHaveBeenCalledWith(
      [{ transform: 'translateY(-80px)' }, { transform: 'none' }],
      expect.objectContaining({ duration: 300 }),
    );
    drawn({ draw: 1, height: 90, duration: 300 });
    expect(animate).toHaveBeenCalledTimes(1);
    drawn({ draw: 2, height: 90, duration: 300 });
    expect(animate).toHaveBeenCalledTimes(2);
  });

  it('is there at once where nothing is to move', () => {
    drawn({ draw: 1, height: 80, duration: 0 });
    drawn({ draw: 2, height: 0, duration: 300 });
    expect(animate).not.toHaveBeenCalled();
  });

  it('belongs on an element', () => {
    expect(() => render(html`${fall({ draw: 1, height: 0, duration: 0 })}`, host)).toThrow('belongs on an element');
  });
});
