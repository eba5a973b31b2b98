/** Gives the keyboard to the first element of the page that one of the selectors finds, once what was asked for is painted. */
export function focusSoon(...selectors: readonly string[]): void {
  // The frame that paints was asked for before this one.
  requestAnimationFrame(() => {
    const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector));
    const element = found.find((one) => one !== null);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus();
  });
}
