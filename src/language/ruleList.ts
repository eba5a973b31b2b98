import type { Rule } from './rule';

/** Every rule. The order is that of their diagnostics at one place. */
export const rules: readonly Rule[] = [];
