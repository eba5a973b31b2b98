/** Words longer than this are compared for equality alone: nobody mistypes them by hand, and the distance is quadratic. */
const longestWord = 64;

/** No more candidates than this are looked at, so that a file of nothing but unknown names stays linear in its size. */
const mostCandidates = 1000;

/** Letters of a prefix that are enough to tell what was meant: `Cat` for `Categorical`. */
const shortestPrefix = 3;

/**
 * The candidate that `word` was probably meant to be, or null where none is near.
 * That is the only candidate that begins with the word, as it may be under way; failing that, the nearest by the
 * Damerau-Levenshtein distance (insertion, deletion, substitution, swap of neighbours), upper and lower case being the
 * same, as long as the distance is at most a third of the longer of the two.
 * Ties go to the candidate that agrees in more letters' case, then to the first.
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  let begins: string | null = null;
  let beginning = 0;
  let seen = 0;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    if (++seen > mostCandidates) break;
    const other = candidate.toLowerCase();
    if (other === lower) return candidate;
    if (lower.length >= shortestPrefix && other.startsWith(lower)) {
      begins = candidate;
      beginning++;
    }
    const allowed = Math.min(allowance(lower, other), bestCost);
    if (Math.abs(lower.length - other.length) > allowed || Math.max(lower.length, other.length) > longestWord) continue;
    const steps = distance(lower, other, allowed);
    if (steps > allowed) continue;
    const cost = steps + caseCost(word, candidate);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return beginning === 1 ? begins : best;
}

/** How many mistakes are believable between two words; in two letters only a swap of both is. */
function allowance(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  if (length === 2 && a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]) return 1;
  return Math.floor(length / 3);
}

/** Less than one mistake: breaks ties between candidates at one distance. */
function caseCost(word: string, candidate: string): number {
  const length = Math.min(word.length, candidate.length);
  let differing = 0;
  for (let i = 0; i < length; i++) {
    const a = word[i]!;
    const b = candidate[i]!;
    if (a !== b && a.toLowerCase() === b.toLowerCase()) differing++;
  }
  return (0.5 * differing) / (length + 1);
}

/**
 * Number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string
 * alignment); some number above `limit` as soon as it is certain to be above it.
 */
export function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now: number[] = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let steps = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        steps = Math.min(steps, before[column - 2]! + 1);
      }
      now.push(steps);
      if (steps < smallest) smallest = steps;
    }
    if (smallest > limit) return limit + 1;
    before = last;
    last = now;
  }
  return last[b.length]!;
}
