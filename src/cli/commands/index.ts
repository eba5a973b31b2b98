import type { Command } from '../command';
import { check } from './check';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [check];
