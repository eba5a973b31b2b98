import type { Kind } from '../model';
import { below } from './below';
import { chains } from './chains';
import { counts } from './counts';
import { dimensions } from './dimensions';
import { edges } from './edges';
import { heavy } from './heavy';
import { locations } from './locations';
import { mixed } from './mixed';
import { mixtures } from './mixtures';
import { modes } from './modes';
import { narrow } from './narrow';
import { networks } from './networks';
import { supports } from './supports';
import { tails } from './tails';
import { vague } from './vague';

/** All kinds of models by which claims are judged. */
export const kinds: readonly Kind[] = [
  narrow,
  modes,
  tails,
  vague,
  edges,
  locations,
  below,
  chains,
  dimensions,
  heavy,
  supports,
  counts,
  mixtures,
  mixed,
  networks,
];
