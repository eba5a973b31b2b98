import type { Evidence } from '../engine/api/query';
import type { Graph } from '../engine/plan/graph';
import type { Model } from '../model/model';
import { shortened } from '../model/quote';
import { badUsage } from './failure';
import type { JsonSource } from './jsonSource';
import { findName } from './names';
import { readValue } from './values';

/**
 * Reads what was seen: an object with a value for each variable, `{"x": 1.2, "y": [1, 2], "s[3]": "rainy"}`. A chain may be given
 * whole, as an array with an entry for each element, null for one that was not seen.
 * @throws Failure where it names what the model lacks, a value has the wrong shape, or an element is given twice
 */
export function readEvidence({ name, value }: JsonSource, model: Model, graph: Graph): Evidence {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badUsage(`${name} must be an object with a value for each variable that was seen: {"x": 1.2}.`);
  const evidence = new Map<string, Float64Array>();
  for (const [written, given] of Object.entries(value)) {
    const { variable, elements, whole } = findName(written, model, graph, name);
    const where = `${shortened(written)} in ${name}`;
    if (whole && (!Array.isArray(given) || given.length !== elements.length))
      throw badUsage(
        `${where} must be an array of ${elements.length} values, one for each element of the chain, null for one that was not seen.`,
      );
    elements.forEach((element, i) => {
      const entry: unknown = whole && Array.isArray(given) ? given[i] : given;
      if (whole && entry === null) return;
      if (evidence.has(element.key)) throw badUsage(`${name} gives ${element.key} twice.`);
      const place = whole ? `${element.key} in ${name}` : where;
      evidence.set(element.key, Float64Array.from(readValue(entry, variable.type, place)));
    });
  }
  return evidence;
}
