import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** One model of test/reference/models.json, its numbers as they stand there. */
export interface ReferenceModel {
  readonly name: string;
  readonly x: readonly unknown[];
  readonly log_marginal: readonly number[] | number;
  readonly posterior_k?: readonly (readonly number[])[];
  readonly posterior_mean_z?: readonly (number | readonly number[])[];
  readonly posterior_variance_z?: readonly number[];
  readonly posterior_covariance_z?: readonly (readonly number[])[];
  readonly smoothed_posterior?: readonly (readonly number[])[];
  readonly joint?: readonly { readonly state: readonly number[]; readonly p: number; readonly logp: number }[];
  readonly posteriors?: readonly {
    readonly query: string;
    readonly evidence: Readonly<Record<string, number>>;
    readonly p: readonly number[];
    readonly log_evidence: number;
  }[];
}

const { models } = JSON.parse(readFileSync('test/reference/models.json', 'utf8')) as {
  models: readonly ReferenceModel[];
};

export function reference(name: string): ReferenceModel {
  return models.find((model) => model.name === name)!;
}

/** The model of the same name as a file. */
export function referenceFile(name: string): string {
  return `test/cases/reference/${name}.lvm`;
}

/** Compares numbers one by one: within `tolerance` of the larger of 1 and the expected. */
export function expectNear(actual: readonly unknown[], expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const far = actual.filter((value, i) => {
    const wanted = expected[i]!;
    return !(typeof value === 'number' && Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted)));
  });
  expect(far).toEqual([]);
}
