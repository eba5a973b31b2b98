import { normalCdf } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';

/**
 * One coordinate of the base of all randomness: for every draw a standard normal s and, with it, a uniform u = Φ(s). A family turns
 * the one or the other into its own draw, so that samples, quasi-Monte Carlo draws and quadrature nodes go the same way.
 */
export class Column {
  private constructor(
    /** Which of the two were given; the other are computed when they are asked for. */
    private readonly given: 'uniforms' | 'normals' | 'part',
    private uniforms: Float64Array | null,
    private normals: Float64Array | null,
    /** A part of another column takes what it needs from there, where it is kept. */
    private readonly part: { readonly of: Column; readonly start: number; readonly end: number } | null = null,
    private tails: Tails | null = null,
    private largestNormal: number | null = null,
  ) {}

  static fromUniforms(uniforms: Float64Array): Column {
    return new Column('uniforms', uniforms, null);
  }

  static fromNormals(normals: Float64Array): Column {
    return new Column('normals', null, normals);
  }

  /** Strictly between 0 and 1. */
  get uniform(): Float64Array {
    if (this.part !== null) return this.cut(this.part.of.uniform);
    this.uniforms ??= this.normals!.map((s) => Math.min(Math.max(normalCdf(s), smallest), largest));
    return this.uniforms;
  }

  /** Φ(s), below ½ with all its digits, from 1e-308 on. */
  get lower(): Float64Array {
    if (this.part !== null) return this.cut(this.part.of.lower);
    if (this.given === 'uniforms') return this.uniforms!;
    this.tails ??= tailsOf(this.normals!);
    return this.tails.lower;
  }

  /** 1 − Φ(s), below ½ with all its digits. */
  get upper(): Float64Array {
    if (this.part !== null) return this.cut(this.part.of.upper);
    this.tails ??=
      this.given === 'uniforms'
        ? { lower: this.uniforms!, upper: this.uniforms!.map((u) => 1 - u) }
        : tailsOf(this.normals!);
    return this.tails.upper;
  }

  get normal(): Float64Array {
    if (this.part !== null) return this.cut(this.part.of.normal);
    this.normals ??= this.uniforms!.map((u) => normalQuantile(u));
    return this.normals;
  }

  /** The largest distance from 0 of a given normal, here or in the column that this is a part of; 0 for uniforms, which are not so close to 0 and 1. */
  get furthest(): number {
    if (this.part !== null) return this.part.of.furthest;
    if (this.given === 'uniforms') return 0;
    this.largestNormal ??= this.normals!.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
    return this.largestNormal;
  }

  get length(): number {
    return this.part === null ? (this.uniforms ?? this.normals)!.length : this.part.end - this.part.start;
  }

  slice(start: number, end: number): Column {
    return new Column('part', null, null, { of: this, start, end });
  }

  private cut(values: Float64Array): Float64Array {
    return values.subarray(this.part!.start, this.part!.end);
  }
}

interface Tails {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function tailsOf(normals: Float64Array): Tails {
  return {
    lower: normals.map((s) => Math.max(normalCdf(s), tiniest)),
    upper: normals.map((s) => Math.max(normalCdf(-s), tiniest)),
  };
}

/** Quantiles are asked within (0, 1). */
const tiniest = 1e-308;

const smallest = 1e-300;
const largest = 1 - 2 ** -53;
