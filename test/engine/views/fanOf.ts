import type { FanPicture } from '../../../src/engine/api/aside';
import type { Given } from '../../../src/engine/api/preview';
import { answers } from '../ask';
import { ask } from '../models';

/** Every answer to the question for a fan, the last one final. */
export function fansOf(
  text: string,
  variable: string,
  evidence: readonly Given[] = [],
  coordinate: number | null = null,
) {
  const request = ask(text, { points: 65, samples: 100, evidence, asides: [{ kind: 'fan', variable, coordinate }] });
  return answers(request).map((answer) => {
    if (answer.kind !== 'preview') throw new Error(answer.reason);
    return answer.asides[0] ?? null;
  });
}

/** The final one, which must be a fan. */
export function fanOf(...args: Parameters<typeof fansOf>): FanPicture {
  const last = fansOf(...args).at(-1);
  if (last?.kind !== 'fan') throw new Error(last?.kind === 'none' ? last.reason : 'no fan');
  return last;
}

export function at(variable: string, index: number, ...values: number[]): Given {
  return { variable, index, values };
}

/** The quantile at a level of `fanLevels`. */
export function quantiles({ content }: FanPicture, i: number): number[] {
  if (content.kind !== 'bands') throw new Error('Not bands.');
  return [...content.quantiles[i]!];
}

export function shares({ content }: FanPicture, v: number): number[] {
  if (content.kind !== 'shares') throw new Error('Not shares.');
  return [...content.shares[v]!];
}
