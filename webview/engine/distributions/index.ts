import type { FamilyName } from '../../../src/model/families';
import { bernoulli } from './bernoulli';
import { categorical } from './categorical';
import { dirac } from './dirac';
import type { MultivariateFamily, UnivariateFamily } from './family';
import { laplace } from './laplace';
import { logistic } from './logistic';
import { normal } from './normal';
import { poisson } from './poisson';
import { uniform } from './uniform';

/** The engine's side of the catalogue. A family that is lacking here is a compile error. */
export const distributions: Readonly<Record<FamilyName, UnivariateFamily | MultivariateFamily>> = {
  Normal: normal,
  Laplace: laplace,
  Logistic: logistic,
  Uniform: uniform,
  Bernoulli: bernoulli,
  Categorical: categorical,
  Poisson: poisson,
  Dirac: dirac,
};
