import type { FamilyName } from '../../src/model/families';

/** What of a density is taken hold of. */
export type Part = 'centre' | 'width' | 'low' | 'high';

/** How one parameter of a family shows in the picture. */
export interface FamilyGrip {
  readonly part: Part;
  /** The parameter's name in the catalogue. */
  readonly parameter: string;
  /** Where it stands on the axis. @param centre of the density, for a width */
  place(value: number, centre: number): number;
  /** The inverse of `place`; NaN where no value stands at a place. */
  value(place: number, centre: number): number;
}

const itself = (part: Part, parameter: string): FamilyGrip => ({
  part,
  parameter,
  place: (value) => value,
  value: (place) => place,
});

/** A width is taken hold of on the right flank, one width from the centre. */
const flank = (parameter: string): FamilyGrip => ({
  part: 'width',
  parameter,
  place: (value, centre) => centre + value,
  // Beyond the centre there is no width: it stops at the least one there.
  value: (place, centre) => Math.max(0, place - centre),
});

/** Of a density that starts at 0, the width is a length from there. */
const reach: FamilyGrip = itself('width', 'scale');

/** Of what lies at 0 or below there is no logarithm, and no rate. */
const positive = (place: number): number => (place > 0 ? place : Number.NaN);

const centred = (centre: string, width: string): readonly FamilyGrip[] => [itself('centre', centre), flank(width)];

/**
 * The parameters of each family that have a place in its picture. The others, shapes and degrees of freedom, are changed as
 * numbers only.
 */
export const familyGrips: Readonly<Partial<Record<FamilyName, readonly FamilyGrip[]>>> = {
  Normal: centred('mean', 'sd'),
  Laplace: centred('loc', 'scale'),
  Logistic: centred('loc', 'scale'),
  Cauchy: centred('loc', 'scale'),
  Gumbel: centred('loc', 'scale'),
  StudentT: centred('loc', 'scale'),
  SkewNormal: centred('loc', 'scale'),
  TruncatedNormal: [...centred('mean', 'sd'), itself('low', 'low'), itself('high', 'high')],
  Uniform: [itself('low', 'low'), itself('high', 'high')],
  // The mean of the waiting time is one over its rate.
  Exponential: [
    { part: 'width', parameter: 'rate', place: (value) => 1 / value, value: (place) => 1 / positive(place) },
  ],
  LogNormal: [
    {
      part: 'centre',
      parameter: 'mean',
      place: (value) => Math.exp(value),
      value: (place) => Math.log(positive(place)),
    },
  ],
  HalfNormal: [reach],
  HalfCauchy: [reach],
  Weibull: [reach],
  Pareto: [itself('low', 'scale')],
  VonMises: [itself('centre', 'mean')],
  Dirac: [itself('centre', 'value')],
};
