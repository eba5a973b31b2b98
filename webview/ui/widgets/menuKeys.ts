import { neighbour } from '../request/neighbour';

/**
 * Which item of a menu has the focus after a key: rows go up and down, what stands in one row left and right; Home, End,
 * and the first letter of an item. Works on items marked `data-row`.
 * @returns whether the key was one of the menu's
 */
export function menuKey(key: string, menu: Element, current: Element | null): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[data-row]:not([disabled])')];
  const at = items.indexOf(current as HTMLElement);
  const next = nextOf(key, items, at);
  if (next === undefined) return false;
  next.focus();
  return true;
}

function nextOf(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const row = items[at]?.dataset.row;
  const rows = [...new Set(items.map((item) => item.dataset.row))];
  const inRow = items.filter((item) => item.dataset.row === row);
  const column = at < 0 ? 0 : inRow.indexOf(items[at] as HTMLElement);
  const down = (by: 1 | -1): HTMLElement | undefined => {
    const wanted = neighbour(rows, at < 0 ? -1 : rows.indexOf(row), by);
    const there = items.filter((item) => item.dataset.row === wanted);
    return there[Math.min(column, there.length - 1)];
  };
  switch (key) {
    case 'ArrowDown':
      return down(1);
    case 'ArrowUp':
      return down(-1);
    case 'ArrowRight':
      return neighbour(inRow, column, 1);
    case 'ArrowLeft':
      return neighbour(inRow, column, -1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      if (!/^[\p{L}\p{N}]$/u.test(key)) return undefined;
      return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
        (item.textContent ?? '').trim().toLowerCase().startsWith(key.toLowerCase()),
      );
  }
}
