/** Milliseconds that the medians of `npm run bench` must not exceed, by the name of what is measured. */
export const limits: Readonly<Record<string, number>> = {
  'parse, 30 lines': 1,
  'parse, 5000 lines': 25,
  'check, 30 lines': 1,
  'check, 5000 lines': 50,
  'analyse, 30 lines': 1,
  'analyse, 5000 lines': 50,
};
