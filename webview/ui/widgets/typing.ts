const mark = 'data-typing';
const boxes = 'input[type=number], input[type=text]';

/** Marks the box that is being typed into, from the first key until what it holds is taken, given up or left. */
export function watchTyping(page: Document): void {
  const begin = ({ target }: Event): void => {
    if (target instanceof Element && target.matches(boxes)) target.setAttribute(mark, '');
  };
  const end = ({ target }: Event): void => {
    if (target instanceof Element) endTyping(target);
  };
  // On the way down: what answers an event finds the mark as it is by then.
  page.addEventListener('input', begin, true);
  page.addEventListener('change', end, true);
  page.addEventListener('focusout', end, true);
}

/** What a box holds was taken or given up, though no `change` says so. */
export function endTyping(box: Element): void {
  box.removeAttribute(mark);
}

/** The box with something half typed in it; null where there is none. */
export function typedBox(page: Document): HTMLInputElement | null {
  return page.querySelector<HTMLInputElement>(`input[${mark}]`);
}
