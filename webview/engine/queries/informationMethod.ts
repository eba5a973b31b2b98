import type { Method } from '../preview';
import type { LineIntegral } from './lineIntegral';
import { percent } from './queryMethod';

/** Says how an integral over a line was taken. @param inner how its density is known */
export function lineMethod(inner: Method, { places, error, mass }: LineIntegral, what: string): Method {
  const missed = Math.abs(1 - mass);
  const warning =
    missed > 1e-3 ? ` The density integrates to ${mass.toPrecision(4)} over them: ${percent(missed)} was missed.` : '';
  return {
    ...inner,
    name: inner.exact ? 'quadrature' : inner.name,
    exact: false,
    badge: inner.exact ? `quadrature · ${places.toLocaleString('en')} places` : inner.badge,
    sentence: `The integral over ${what} is a sum over ${places.toLocaleString('en')} places, with an error of about ${Math.max(error, 1e-12).toExponential(0)} nats.${warning} Its density: ${inner.sentence}`,
    relativeError: Math.max(inner.relativeError, error),
  };
}

/** Says how a mean over joint samples was taken. @param inner how the densities of the samples are known */
export function sampledMethod(inner: Method, samples: number, what: string, error: number): Method {
  const count = samples.toLocaleString('en');
  return {
    ...inner,
    name: 'quasi-monte-carlo',
    exact: false,
    badge: `${count} samples · ±${Number(error.toPrecision(2))}`,
    sentence: `A mean over ${count} quasi-random samples of ${what}, with a standard error of ${Number(error.toPrecision(2))} nats. Their densities: ${inner.sentence}`,
    relativeError: error,
  };
}
