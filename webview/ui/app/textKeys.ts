import type { TextCommand } from '../../../src/protocol';
import type { Scene } from '../scene/scene';
import { typedBox } from '../widgets/typing';

/** What the keys of an editor do while the keyboard is in the panel. */
export class TextKeys {
  readonly #page: Document;
  /** How many steps of the text are on their way: its editor has the keyboard for a moment, and gives it back after each. */
  #away = 0;
  /** What had the keyboard: the browser forgets it. */
  #place: HTMLElement | SVGElement | null = null;

  constructor(page: Document) {
    this.#page = page;
  }

  /**
   * What is half typed into a box is undone there, and taken before the text is saved; undoing gives up a drag that is under way; all
   * else is for the text.
   */
  run(command: TextCommand, { state, held, actions }: Scene): void {
    const box = typedBox(this.#page);
    if (command === 'save') takeNumber(box);
    else if (box !== null) {
      this.#page.execCommand(command);
      return;
    } else if (held !== null) {
      if (command === 'undo') actions.letGo(true);
      return;
    } else this.#leave();
    actions.post({ type: 'text', command, uri: state.uri });
  }

  /** The keyboard is the panel's again. */
  back(): void {
    this.#page.defaultView?.focus();
    this.#place?.focus({ preventScroll: true });
    this.#away--;
    if (this.#away === 0) this.#place = null;
  }

  #leave(): void {
    const { activeElement, body } = this.#page;
    const element = activeElement instanceof HTMLElement || activeElement instanceof SVGElement ? activeElement : null;
    if (element !== null && element !== body) this.#place = element;
    this.#away++;
  }
}

/** A number is taken when its box is left. */
function takeNumber(box: HTMLInputElement | null): void {
  if (box?.type !== 'number') return;
  box.blur();
  box.focus();
}
