import { expect, test } from 'vitest';
import { toJson } from '../../src/cli/json';
import { findName } from '../../src/cli/names';
import { posteriorJson } from '../../src/cli/posteriorJson';
import type { Method } from '../../src/engine/api/preview';
import type { Posterior } from '../../src/engine/api/query';
import { kindsText, modelOf } from './models';

const { model, graph } = modelOf(kindsText);
const element = (name: string) => findName(name, model, graph, '--of').elements[0]!;
const details = { exact: true, badge: 'b', sentence: 's', states: 1, nodes: 1, dimensions: 0, relativeError: 0 };
const method: Method = { name: 'gaussian', ...details };
const rest = { final: true, method, logEvidence: -1.5, logEvidenceError: null, effectiveSampleSize: null };
const restJson = { logEvidence: -1.5, logEvidenceError: null, effectiveSampleSize: null, methodDetails: details };
const written = (name: string, posterior: Posterior): unknown =>
  JSON.parse(toJson(posteriorJson(element(name), posterior)));

test('a discrete posterior has the probability of each label, in their order', () => {
  const posterior: Posterior = {
    ...rest,
    kind: 'discrete',
    values: Float64Array.of(1, 2, 3),
    labels: ['orange', '10', '2'],
    probabilities: Float64Array.of(0.2, 0.7, 0.1),
    mostProbable: 1,
  };
  expect(written('colour', posterior)).toEqual({
    of: 'colour',
    method: 'gaussian',
    probabilities: { orange: 0.2, '10': 0.7, '2': 0.1 },
    mostProbable: '10',
    ...restJson,
  });
  expect(toJson(posteriorJson(element('colour'), posterior))).toContain('{"orange":0.2,"10":0.7,"2":0.1}');
});

test('given impossible evidence no value is probable', () => {
  const posterior: Posterior = {
    ...rest,
    logEvidence: Number.NEGATIVE_INFINITY,
    kind: 'discrete',
    values: Float64Array.of(1, 2),
    labels: ['a', 'b'],
    probabilities: Float64Array.of(0, 0),
    mostProbable: 0,
  };
  expect(written('colour', posterior)).toMatchObject({
    probabilities: { a: null, b: null },
    mostProbable: null,
    logEvidence: '-Infinity',
  });
});

const levels = ['0.025', '0.05', '0.25', '0.5', '0.75', '0.95', '0.975'];

test('a scalar posterior has a mean, a standard deviation and quantiles by their levels', () => {
  const posterior: Posterior = {
    ...rest,
    logEvidence: Number.NEGATIVE_INFINITY,
    kind: 'continuous',
    size: 1,
    mean: Float64Array.of(2),
    covariance: Float64Array.of(9),
    quantiles: [Float64Array.of(1, 2, 3, 4, 5, 6, 7)],
  };
  expect(written('s[3]', posterior)).toEqual({
    of: 's[3]',
    method: 'gaussian',
    mean: 2,
    sd: 3,
    quantiles: Object.fromEntries(levels.map((level, i) => [level, i + 1])),
    ...restJson,
    logEvidence: '-Infinity',
  });
});

test('a mean or a standard deviation that does not exist is null', () => {
  const posterior: Posterior = {
    ...rest,
    kind: 'continuous',
    size: 1,
    mean: Float64Array.of(Number.NaN),
    covariance: Float64Array.of(Number.NaN),
    quantiles: [Float64Array.of(1, 2, 3, 4, 5, 6, 7)],
  };
  expect(written('s[3]', posterior)).toMatchObject({ mean: null, sd: null, quantiles: { '0.5': 4 } });
});

test('the posterior of a vector has arrays, and a covariance', () => {
  const posterior: Posterior = {
    ...rest,
    effectiveSampleSize: 312.5,
    logEvidenceError: 0.01,
    kind: 'continuous',
    size: 2,
    mean: Float64Array.of(2, 3),
    covariance: Float64Array.of(4, 1, 1, 25),
    quantiles: [Float64Array.of(1, 2, 3, 4, 5, 6, 7), Float64Array.of(10, 20, 30, 40, 50, 60, 70)],
  };
  expect(written('v', posterior)).toEqual({
    of: 'v',
    method: 'gaussian',
    mean: [2, 3],
    sd: [2, 5],
    covariance: [
      [4, 1],
      [1, 25],
    ],
    quantiles: Object.fromEntries(levels.map((level, i) => [level, [i + 1, 10 * (i + 1)]])),
    ...restJson,
    effectiveSampleSize: 312.5,
    logEvidenceError: 0.01,
  });
});
