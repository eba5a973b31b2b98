import type { TextCommand } from '../../src/protocol';
import type { Scene } from './scene';
import { typedBox } from './typing';

/**
 * What the keys of an editor do while the keyboard is in the panel. What is half typed into a box is undone there, and taken before
 * the text is saved; undoing gives up a drag that is under way; all else is for the text.
 */
export function runTextCommand(command: TextCommand, { state, held, actions }: Scene): void {
  const box = typedBox(document);
  if (command === 'save') takeNumber(box);
  else if (box !== null) {
    document.execCommand(command);
    return;
  } else if (held !== null) {
    if (command === 'undo') actions.letGo(true);
    return;
  } else keepPlace();
  actions.post({ type: 'text', command, uri: state.uri });
}

/** A number is taken when its box is left. */
function takeNumber(box: HTMLInputElement | null): void {
  if (box?.type !== 'number') return;
  box.blur();
  box.focus();
}

/** The editor of the text has the keyboard for a moment, and the browser forgets which element of this page had it. */
function keepPlace(): void {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) return;
  const back = (): void => {
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
  };
  window.addEventListener('focus', back, { once: true });
}
