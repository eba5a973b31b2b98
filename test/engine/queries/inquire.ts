import type { Answers, Density, Evidence, Inquiry, Posterior } from '../../../src/engine/api/query';
import { density } from '../../../src/engine/queries/density';
import { finalAnswerSteps } from '../../../src/engine/queries/finalAnswer';
import { posterior } from '../../../src/engine/queries/posterior';
import { Base } from '../../../src/engine/sampling/base';
import reference from '../../reference/models.json';
import { model } from '../models';
import { given } from '../plain';

/** A model from its text, ready to be asked. */
export function inquire(text: string, draws = 4096, seed = 0): Inquiry {
  const { numbers, graph } = given(model(text));
  return { given: numbers, graph, base: new Base(), draws, seed };
}

/** What was seen, by element. */
export function seen(values: Readonly<Record<string, number | readonly number[]>>): Evidence {
  return new Map(Object.entries(values).map(([key, value]) => [key, Float64Array.from([value].flat())]));
}

/** Runs a query to its end without pauses. */
export function finalAnswer<T>(answers: Answers<T>): T {
  return result(finalAnswerSteps(answers));
}

/** The final density of elements at points. */
export function densityOf(text: string, points: Readonly<Record<string, readonly number[]>>, draws?: number): Density {
  const inquiry = inquire(text, draws);
  const elements = Object.keys(points).map((key) => inquiry.graph.byKey(key));
  return finalAnswer(
    density(
      inquiry,
      elements,
      Object.values(points).map((values) => Float64Array.from(values)),
    ),
  );
}

/** The final posterior of an element. */
export function posteriorOf(
  text: string,
  of: string,
  values: Readonly<Record<string, number | readonly number[]>>,
  draws?: number,
): Posterior {
  const inquiry = inquire(text, draws);
  return finalAnswer(posterior(inquiry, inquiry.graph.byKey(of), seen(values)));
}

export function discrete(answer: Posterior) {
  if (answer.kind !== 'discrete') throw new Error('A discrete posterior was expected.');
  return answer;
}

export function continuous(answer: Posterior) {
  if (answer.kind !== 'continuous') throw new Error('A continuous posterior was expected.');
  return answer;
}

/** One of the models that other systems were asked about. */
export function truth<T>(name: string): T {
  return reference.models.find((each) => each.name === name) as unknown as T;
}

/** The trapezoidal rule in double precision. */
export function trapezoid(f: (x: number) => number, low: number, high: number, intervals: number): number {
  const step = (high - low) / intervals;
  let sum = 0.5 * (f(low) + f(high));
  for (let i = 1; i < intervals; i++) sum += f(low + i * step);
  return sum * step;
}

export function normal(x: number, mean: number, sd: number): number {
  return Math.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
}

export function logNormal(x: number, mean: number, sd: number): number {
  return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI));
}

/** What a computation returns in the end. */
export function result<T>(steps: Generator<null, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
