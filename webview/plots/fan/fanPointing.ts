import type { FanPicture } from '../../../src/engine/api/aside';
import type { Place } from '../words/pointing';
import { type FanLayout, shareGroups } from './fan';

/** The position of the shown element nearest to an index. */
export function elementAt({ indices }: FanPicture, index: number): number {
  let best = 0;
  indices.forEach((each, k) => {
    if (Math.abs(each - index) < Math.abs((indices[best] ?? 0) - index)) best = k;
  });
  return best;
}

/** Where the reader is while nothing is pointed at: the last element, at its median or most probable value. */
export function restingPlace(fan: FanPicture): Place {
  const k = fan.indices.length - 1;
  return { x: fan.indices[k] ?? 0, y: likelyValue(fan, k) };
}

function likelyValue({ content }: FanPicture, k: number): number {
  if (content.kind === 'bands') {
    const median = content.quantiles[2]?.[k] ?? 0;
    return Number.isFinite(median) ? median : 0;
  }
  const best = content.shares.reduce(
    (top, shares, v) => ((shares[k] ?? 0) > (content.shares[top]?.[k] ?? 0) ? v : top),
    0,
  );
  return content.values[best] ?? 0;
}

/** The element and value under a pixel of the picture: of a chain of categories the value whose share is there. */
export function fanPlaceAt(fan: FanPicture, layout: FanLayout, px: number, py: number): Place {
  const k = elementAt(fan, layout.x.scale.invert(px));
  const x = fan.indices[k] ?? 0;
  const { content } = fan;
  const height = layout.y.scale.invert(py);
  if (content.kind === 'bands') return { x, y: height };
  let below = 0;
  for (const { members } of shareGroups(content)) {
    for (const v of members) {
      below += content.shares[v]?.[k] ?? 0;
      if (height <= below) return { x, y: content.values[v] ?? 0 };
    }
  }
  return { x, y: likelyValue(fan, k) };
}

/** Where a key takes the reader: along the chain, or up and down through the values; null for a key that moves nothing. */
export function fanPlaceAfterKey(
  fan: FanPicture,
  layout: FanLayout,
  at: Place,
  key: string,
  shift: boolean,
): Place | null {
  const { indices, content } = fan;
  const k = elementAt(fan, at.x);
  const to = (position: number): Place => ({
    ...at,
    x: indices[Math.min(indices.length - 1, Math.max(0, position))] ?? at.x,
  });
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (across !== undefined) return to(k + across * (shift ? 10 : 1));
  if (key === 'Home') return to(0);
  if (key === 'End') return to(indices.length - 1);
  const up = { ArrowDown: -1, ArrowUp: 1 }[key];
  if (up === undefined) return null;
  if (content.kind === 'bands') {
    const [low = 0, high = 1] = layout.y.scale.domain();
    return { ...at, y: Math.min(high, Math.max(low, at.y + (up * (high - low) * (shift ? 10 : 1)) / 100)) };
  }
  const v = content.values.indexOf(at.y);
  return { ...at, y: content.values[Math.min(content.values.length - 1, Math.max(0, v + up))] ?? at.y };
}
