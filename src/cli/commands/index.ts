import type { Command } from '../command';
import { check } from './check';
import { density } from './density';
import { posterior } from './posterior';
import { sample } from './sample';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [check, density, posterior, sample];
