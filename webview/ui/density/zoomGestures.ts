import type { Given } from '../../../src/engine/api/preview';
import { panBy, panStep, resetZoom, type Shares, zoomBy, zoomStep } from '../request/zoom';
import { zoomOf } from '../request/zoomed';
import type { Scene } from '../scene/scene';

/** What the mouse and the keys do to the range of a plot. Those that say whether they took an event leave it to others where they did not. */
export interface ZoomGestures {
  readonly zoomed: boolean;
  wheel(event: WheelEvent): void;
  pressed(event: PointerEvent): void;
  /** @returns whether the picture is being dragged */
  dragged(event: PointerEvent): boolean;
  /** @returns whether a click is none: the end of a drag, or the second of a double click */
  clicked(event: MouseEvent): boolean;
  doubleClicked(event: MouseEvent): void;
  /** @returns whether the key was one of these */
  key(event: KeyboardEvent, about: Shares): boolean;
}

/** What is going on over one sheet. */
interface Track {
  readonly x: number;
  readonly y: number;
  /** Where the picture has been carried to. */
  lastX: number;
  lastY: number;
  dragging: boolean;
}

const tracks = new WeakMap<Element, Track>();
/** What had been observed before the first click of what may become a double click. */
const before = new WeakMap<Element, readonly Given[]>();

/** The pointer moves so many pixels in a click. */
const slack = 4;
/** Of a wheel that counts lines or pages, in pixels. */
const units = [1, 16, 400];

/**
 * Ctrl or ⌘ and the wheel, or two fingers apart, zoom about the pointer; Shift and the wheel, or two fingers to a side, move what is zoomed; a
 * plain wheel scrolls the page as everywhere. What is zoomed can be dragged, and a double click shows all again. Keys: + − 0, PageUp, PageDown.
 */
export function zoomGestures({ state, actions }: Scene): ZoomGestures {
  const zoomed = zoomOf(state) !== null;
  return {
    zoomed,
    wheel(event) {
      const unit = units[event.deltaMode] ?? 1;
      const [across, down] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const factor = Math.min(2, Math.max(0.5, Math.exp(down * 0.0025)));
        const about = sharesAt(event);
        actions.take((now) => zoomBy(now, factor, about));
        return;
      }
      const sideways = event.shiftKey || Math.abs(across) > Math.abs(down);
      if (!zoomed || !sideways) return;
      event.preventDefault();
      const by = (across === 0 ? down : across) / widthOf(event);
      actions.take((now) => panBy(now, { x: by, y: 0 }));
    },
    pressed(event) {
      const sheet = event.currentTarget as HTMLElement;
      tracks.delete(sheet);
      if (!zoomed || event.button !== 0) return;
      const { clientX: x, clientY: y } = event;
      tracks.set(sheet, { x, y, lastX: x, lastY: y, dragging: false });
    },
    dragged(event) {
      const sheet = event.currentTarget as HTMLElement;
      const track = tracks.get(sheet);
      if (track === undefined || (event.buttons & 1) === 0) return false;
      const far = Math.hypot(event.clientX - track.x, event.clientY - track.y) > slack;
      if (!track.dragging && !far) return false;
      if (!track.dragging) sheet.setPointerCapture(event.pointerId);
      track.dragging = true;
      const by = {
        x: (track.lastX - event.clientX) / Math.max(1, sheet.clientWidth),
        y: (event.clientY - track.lastY) / Math.max(1, sheet.clientHeight),
      };
      track.lastX = event.clientX;
      track.lastY = event.clientY;
      actions.take((now) => panBy(now, by));
      return true;
    },
    clicked(event) {
      const sheet = event.currentTarget as HTMLElement;
      const dragged = tracks.get(sheet)?.dragging === true;
      tracks.delete(sheet);
      if (dragged) return true;
      if (event.detail > 1) return zoomed;
      before.set(sheet, state.evidence);
      return false;
    },
    doubleClicked(event) {
      const evidence = before.get(event.currentTarget as HTMLElement);
      actions.take((now) => resetZoom(zoomOf(now) === null || evidence === undefined ? now : { ...now, evidence }));
    },
    key(event, about) {
      switch (event.key) {
        case '+':
        case '=':
          actions.take((now) => zoomBy(now, zoomStep, about));
          return true;
        case '-':
        case '−':
          actions.take((now) => zoomBy(now, 1 / zoomStep, about));
          return true;
        case '0':
          actions.take(resetZoom);
          return true;
        case 'PageUp':
        case 'PageDown': {
          if (!zoomed) return false;
          const by = event.key === 'PageUp' ? -panStep : panStep;
          actions.take((now) => panBy(now, { x: by, y: 0 }));
          return true;
        }
        default:
          return false;
      }
    },
  };
}

function widthOf(event: Event): number {
  return Math.max(1, (event.currentTarget as HTMLElement).clientWidth);
}

function sharesAt(event: MouseEvent): Shares {
  const { clientWidth, clientHeight } = event.currentTarget as HTMLElement;
  const share = (at: number, all: number): number => Math.min(1, Math.max(0, at / Math.max(1, all)));
  return { x: share(event.offsetX, clientWidth), y: 1 - share(event.offsetY, clientHeight) };
}
