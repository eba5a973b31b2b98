import { gaussianSum } from './gaussianSum';
import { type Steps, sumOverStates, type Task } from './marginal';
import { quadrature } from './quadrature';
import { quasiMonteCarlo } from './quasiMonteCarlo';

/** Computes a marginal as its plan says. */
export function integrate(task: Task): Steps {
  switch (task.plan.method) {
    case 'direct':
    case 'sum':
      return sumOverStates(task);
    case 'gaussian':
      return gaussianSum(task);
    case 'quadrature':
      return quadrature(task);
    case 'quasi-monte-carlo':
      return quasiMonteCarlo(task);
  }
}
