/** Milliseconds that the medians of `npm run bench` must not exceed, by the name of what is measured. */
export const limits: Readonly<Record<string, number>> = {
  'parse, 30 lines': 1,
  'parse, 5000 lines': 25,
  'analyse, 30 lines': 1,
  'analyse, 5000 lines': 50,
  'preview, three bumps, cpu': 8,
  'preview, three bumps, wasm': 8,
  'preview, two networks, 4,096 draws, wasm': 40,
  'preview, 1,000 categories, cpu': 40,
  'chain of 200 × 20, log evidence, variable elimination': 3,
  'hidden Markov 200 × 20, posterior of the last state': 10,
  'hidden Markov 200 × 20, posterior of every state': 10,
  'preview, hidden Markov 200 × 20, cpu': 40,
  // A machine that does nothing else takes half of it.
  'webview, script start to the first painted curve': 200,
};
