import type { Rule } from '../check/rule';
import { code } from '../check/wording';

/** Beyond these a 32-bit number is infinite, or loses its digits. */
const largest = 3e38;
const smallest = 1e-37;

/** A number that single precision cannot hold. */
export const singlePrecision: Rule = {
  code: 'single-precision',
  expression: {
    Number: ({ value, span }, check) => {
      if (!Number.isFinite(value) || value === 0 || (value <= largest && value >= smallest)) return;
      const text = code(check.text.slice(span.start, span.end));
      const becomes = value > largest ? 'infinite' : '0';
      const message = `The preview computes in single precision, where ${text} is ${becomes}.`;
      check.report({ span, severity: 'warning', message });
    },
  },
};
