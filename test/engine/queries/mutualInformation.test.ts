import { describe, expect, it } from 'vitest';
import { finalAnswer } from '../../../webview/engine/queries/finalAnswer';
import { mutualInformation } from '../../../webview/engine/queries/mutualInformation';
import { Unanswerable } from '../../../webview/engine/unanswerable';
import { inquire, normal, trapezoid } from './inquire';

function informationOf(text: string, a: string, b: string) {
  const inquiry = inquire(text);
  return finalAnswer(mutualInformation(inquiry, inquiry.graph.byKey(a), inquiry.graph.byKey(b)));
}

describe('the mutual information', () => {
  it('of a Gaussian channel is ½ log (1 + signal / noise)', () => {
    const text = 'latent z ~ Normal(0, 2)\nobserved x | z ~ Normal(3 * z + 1, 0.5)';
    const { nats, standardError, method } = informationOf(text, 'z', 'x');
    expect(nats).toBeCloseTo(0.5 * Math.log(1 + 36 / 0.25), 12);
    expect(standardError).toBeNull();
    expect(method).toMatchObject({ name: 'gaussian', exact: true });
    expect(informationOf(text, 'x', 'z').nats).toBeCloseTo(nats, 12);
  });

  it('of vectors comes from determinants', () => {
    const text = 'latent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal([z[1], z[1] + z[2]], 1)';
    // det Σx = 2 · 3 − 1; given z it is 1.
    expect(informationOf(text, 'z', 'x').nats).toBeCloseTo(0.5 * Math.log(5), 12);
  });

  it('of discrete variables is summed', () => {
    const text = 'latent k ~ Bernoulli(0.5)\nobserved x | k ~ Bernoulli(case k { true: 0.9, false: 0.1 })';
    const flip = -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1));
    const { nats, method } = informationOf(text, 'k', 'x');
    expect(nats).toBeCloseTo(Math.LN2 - flip, 12);
    expect(method).toMatchObject({ name: 'sum', exact: true });
  });

  it('of a discrete and a continuous variable is an integral', () => {
    const text = 'latent k ~ Bernoulli(0.25)\nobserved x | k ~ Normal(2 * k, 1)';
    const { nats, method, standardError } = informationOf(text, 'x', 'k');
    const f = (x: number) => {
      const [p, q] = [0.75 * normal(x, 0, 1), 0.25 * normal(x, 2, 1)];
      return p * Math.log(p / (0.75 * (p + q))) + q * Math.log(q / (0.25 * (p + q)));
    };
    expect(nats).toBeCloseTo(trapezoid(f, -9, 11, 20000), 8);
    expect(standardError).toBeNull();
    expect(method.name).toBe('quadrature');
  });

  it('is 0 for variables that have nothing in common', () => {
    const text = 'latent a ~ Laplace(0, 1)\nlatent b ~ Normal(0, 1)\nobserved x | a, b ~ Normal(a + b, 1)';
    const { nats, standardError, method } = informationOf(text, 'a', 'b');
    expect([nats, standardError]).toEqual([0, null]);
    expect(method.sentence).toBe('a and b have no variable in common: they are independent.');
  });

  it('of others is a mean over samples, with its error', () => {
    // The channel above behind a bend that changes nothing of the information.
    const text = 'latent z ~ Normal(0, 1)\nobserved x | z ~ LogNormal(z, 0.5)';
    const { nats, standardError, method } = informationOf(text, 'z', 'x');
    expect(standardError!).toBeLessThan(0.006);
    expect(Math.abs(nats - 0.5 * Math.log(5))).toBeLessThan(4 * standardError!);
    expect(method.name).toBe('quasi-monte-carlo');
  });

  it('takes two variables', () => {
    expect(() => informationOf('latent z ~ Normal(0, 1)\nobserved x | z ~ Normal(z, 1)', 'x', 'x')).toThrow(
      new Unanswerable('Name two different variables, not x twice.'),
    );
  });
});
