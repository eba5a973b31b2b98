import type { FamilyName } from '../../model/families';
import { bernoulli } from './bernoulli';
import { beta } from './beta';
import { betaBinomial } from './betaBinomial';
import { binomial } from './binomial';
import { categorical } from './categorical';
import { cauchy } from './cauchy';
import { dirac } from './dirac';
import { dirichlet } from './dirichlet';
import { discreteUniform } from './discreteUniform';
import { exponential } from './exponential';
import type { MultivariateFamily, UnivariateFamily } from './family';
import { gamma } from './gamma';
import { geometric } from './geometric';
import { gumbel } from './gumbel';
import { halfCauchy } from './halfCauchy';
import { halfNormal } from './halfNormal';
import { inverseGamma } from './inverseGamma';
import { laplace } from './laplace';
import { logistic } from './logistic';
import { logNormal } from './logNormal';
import { multivariateNormal } from './multivariateNormal';
import { negativeBinomial } from './negativeBinomial';
import { normal } from './normal';
import { pareto } from './pareto';
import { poisson } from './poisson';
import { skewNormal } from './skewNormal';
import { studentT } from './studentT';
import { truncatedNormal } from './truncatedNormal';
import { uniform } from './uniform';
import { vonMises } from './vonMises';
import { weibull } from './weibull';

/** The engine's side of the catalogue. A family that is lacking here is a compile error. */
export const distributions: Readonly<Record<FamilyName, UnivariateFamily | MultivariateFamily>> = {
  Normal: normal,
  Laplace: laplace,
  Logistic: logistic,
  Cauchy: cauchy,
  Gumbel: gumbel,
  StudentT: studentT,
  SkewNormal: skewNormal,
  Uniform: uniform,
  TruncatedNormal: truncatedNormal,
  Exponential: exponential,
  Gamma: gamma,
  InverseGamma: inverseGamma,
  LogNormal: logNormal,
  HalfNormal: halfNormal,
  HalfCauchy: halfCauchy,
  Weibull: weibull,
  Pareto: pareto,
  Beta: beta,
  VonMises: vonMises,
  Bernoulli: bernoulli,
  Categorical: categorical,
  DiscreteUniform: discreteUniform,
  Binomial: binomial,
  BetaBinomial: betaBinomial,
  Poisson: poisson,
  Geometric: geometric,
  NegativeBinomial: negativeBinomial,
  MultivariateNormal: multivariateNormal,
  Dirichlet: dirichlet,
  Dirac: dirac,
};
