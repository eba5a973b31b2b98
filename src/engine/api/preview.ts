import type { Structure, View } from '../../model/model';
import type { Aside, AsideAnswer } from './aside';
import type { Choice, Given, Method, NoPosterior, Standing, Zoom } from './vocabulary';

export type { Choice, Given, Method, MethodName, NoPosterior, Span, Standing, Zoom } from './vocabulary';

export type BackendName = 'cpu' | 'wasm' | 'webgl';

export interface PreviewQuery {
  /** What to draw; null for the first that the model has. */
  readonly observed: Choice | null;
  readonly latent: Choice | null;
  /** Where there is any, the latent variable's posterior is asked for. */
  readonly evidence: readonly Given[];
  /** Where the reader has zoomed in; null for the range that the engine chooses. */
  readonly zoom: Zoom | null;
  /** While the reader drags a number: the axes that stay where they are as long as what they should show fits. Empty otherwise. */
  readonly standing: readonly Standing[];
  /** The share of the mass that the range of an axis holds at least, where the tails are no Cauchy's and the model states no view. */
  readonly mass: number;
  /** What else is to be worked out, beside the two pictures. */
  readonly asides: readonly Aside[];
  /** Points of a curve. */
  readonly points: number;
  /** Draws of the quasi-Monte Carlo sum, all replicates together, before refinement. */
  readonly draws: number;
  /** Ancestral samples for the histogram. */
  readonly samples: number;
  readonly seed: number;
  readonly backend: 'auto' | BackendName;
}

export interface PreviewRequest {
  /** Rises by one with every request. A newer request overtakes an older one. */
  readonly generation: number;
  readonly structureKey: string;
  /** null where the worker has this structure already. */
  readonly structure: Structure | null;
  readonly numbers: readonly number[];
  readonly views: readonly View[];
  /** Trained weights by `network.layer`; absent layers start from the seed. */
  readonly weights: ReadonlyMap<string, LayerWeights>;
  /** By observed variable, an array for each number of a draw, with an entry for each observation. */
  readonly data: ReadonlyMap<string, readonly Float64Array[]>;
  readonly query: PreviewQuery;
}

export interface LayerWeights {
  /** [inputs, units], row-major. */
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

export interface Component {
  /** `orange`, `2`, `true, 3`; for one of infinitely many: the value of z it stands for. */
  readonly label: string;
  /** The values of the variables that tell it apart, in the order of `Components.of`, a vector's one after another; categories are codes. */
  readonly values: readonly number[];
  /** p(z = k); for one of infinitely many: the share it is drawn with. */
  readonly weight: number;
  /** Index of its colour, the same wherever it is shown; null for one of infinitely many, or of too many. */
  readonly colour: number | null;
  /** weight × p(x | z = k) at the points of the curve. */
  readonly density: Float64Array;
}

export interface Components {
  /** `categories`: they sum to the marginal, unless `shown < total`; `draws`: a few of infinitely many, drawn `scale` times p(x|z). */
  readonly kind: 'categories' | 'draws' | 'none';
  readonly items: readonly Component[];
  readonly total: number;
  /** The latent variables that tell the components apart: `z`, `z, k`. */
  readonly of: string;
  readonly scale: number;
}

export interface Curve {
  readonly kind: 'curve';
  readonly choice: Choice;
  readonly x: Float64Array;
  readonly density: Float64Array;
  readonly logDensity: Float64Array;
  /** Standard error of `density`; null where exact or from a quadrature within its tolerance. */
  readonly standardError: Float64Array | null;
  readonly components: Components;
  readonly histogram: Histogram | null;
  /** Of a posterior: the density of the prior at the same points. */
  readonly before?: Float64Array;
  /** The probability that x lies in the plotted range: the area of the curve, or the share of the samples where these contradict it. */
  readonly massInside: number;
  /** What lies on the two sides of the range, which is 1 − massInside in all. */
  readonly outside?: OutsideMass;
  /** Observed values, for a rug; empty where there are none. */
  readonly data: Float64Array;
}

/** The probability of what lies beyond the two ends of a picture. */
export interface OutsideMass {
  readonly below: number;
  readonly above: number;
  /** Whether it comes from the distribution functions of the families; from the samples otherwise. */
  readonly exact: boolean;
}

/** A discrete variable: a bar for each value. */
export interface Bars {
  readonly kind: 'bars';
  readonly choice: Choice;
  readonly values: Float64Array;
  readonly labels: readonly string[];
  readonly probability: Float64Array;
  readonly standardError: Float64Array | null;
  /** `density` in them is probability, at `values`. */
  readonly components: Components;
  /** Of a posterior: the probabilities of the prior. */
  readonly before?: Float64Array;
  /** Share of the samples at each value; null where none were drawn. */
  readonly samples: Float64Array | null;
  /** Whether a bar takes the colour of the component of its index. */
  readonly coloured: boolean;
  readonly massInside: number;
  /** What lies below the first and above the last of the values. */
  readonly outside?: OutsideMass;
  readonly data: Float64Array;
}

/** One of the conditionals that a density over pairs is made of, as an ellipse. */
export interface PlaneComponent {
  readonly label: string;
  /** The values of the variables that tell it apart, in the order of `PlaneComponents.of`; categories are codes. */
  readonly values: readonly number[];
  /** p(z = k) */
  readonly weight: number;
  /** Index of its colour, the same wherever it is shown; null where there are too many, or only one. */
  readonly colour: number | null;
  readonly mean: readonly [number, number];
  /** Variance of the first, covariance, variance of the second. */
  readonly covariance: readonly [number, number, number];
  /** Whether it is one conditional of the variable itself; otherwise a mixture of several, or one with ancestors integrated out. */
  readonly conditional: boolean;
}

/** The components of a density over pairs whose mean and covariance are known in closed form. */
export interface PlaneComponents {
  readonly items: readonly PlaneComponent[];
  /** All there are, those without a covariance too. */
  readonly total: number;
  /** The latent variables that tell the components apart: `z`, `z, k`; '' where the pair has only one. */
  readonly of: string;
}

/** A pair of continuous variables: density on a grid. */
export interface Plane {
  readonly kind: 'plane';
  readonly choice: Choice;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Row-major: `density[row * x.length + column]` at (x[column], y[row]). */
  readonly density: Float64Array;
  /** null where there are none in closed form. */
  readonly components?: PlaneComponents | null;
  /** Some samples to dot in: x₀, y₀, x₁, y₁, … */
  readonly samples: Float64Array;
  readonly massInside: number;
}

/** p(z | evidence), at the places of the prior's picture: its values, its points or its grid. */
export interface PosteriorPicture {
  readonly kind: 'posterior';
  /** Densities where the prior has densities, probabilities where it has those. */
  readonly density: Float64Array;
  /** null where exact. */
  readonly standardError: Float64Array | null;
  readonly method: Method;
}

export interface Histogram {
  /** One more than there are bins. */
  readonly edges: Float64Array;
  /** Normalised over all samples, those outside of the range too. */
  readonly density: Float64Array;
  readonly samples: number;
}

export interface Preview {
  readonly kind: 'preview';
  readonly generation: number;
  /** False while a better answer to the same request is under way. */
  readonly final: boolean;
  readonly method: Method;
  readonly backend: BackendName;
  /** From the request's arrival in the worker to this answer. */
  readonly milliseconds: number;
  /** Whether the compiled functions of an earlier request were used again. */
  readonly reused: boolean;
  readonly observed: Curve | Bars | Plane;
  /** null where the model has no latent variable. */
  readonly prior: Curve | Bars | Plane | null;
  /** null where there is no evidence, or no latent variable. */
  readonly posterior: PosteriorPicture | NoPosterior | null;
  /** What else was asked for, in the order of the query; null while it is not there yet. */
  readonly asides: readonly (AsideAnswer | null)[];
  readonly observedChoices: readonly Choice[];
  readonly latentChoices: readonly Choice[];
  /** Sentences for the user: a truncation, a component of zero weight. */
  readonly notices: readonly string[];
}

/** The model cannot be drawn, and why, in the user's terms and with what to do. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly generation: number;
  readonly reason: string;
}

export type PreviewAnswer = Preview | Refusal;
