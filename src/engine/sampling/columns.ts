import { normalCdf } from '../math/normalCdf';
import { normalQuantile } from '../math/normalQuantile';

/**
 * One coordinate of the base of all randomness: for every draw a standard normal s and, with it, a uniform u = Φ(s). A family turns
 * the one or the other into its own draw, so that samples, quasi-Monte Carlo draws and quadrature nodes go the same way.
 */
export class Column {
  private constructor(
    private uniforms: Float64Array | null,
    private normals: Float64Array | null,
    private tails: Tails | null = null,
  ) {}

  static fromUniforms(uniforms: Float64Array): Column {
    return new Column(uniforms, null);
  }

  static fromNormals(normals: Float64Array): Column {
    return new Column(null, normals);
  }

  /** Strictly between 0 and 1. */
  get uniform(): Float64Array {
    this.uniforms ??= this.normals!.map((s) => Math.min(Math.max(normalCdf(s), smallest), largest));
    return this.uniforms;
  }

  /** Φ(s), below ½ with all its digits, from 1e-308 on. */
  get lower(): Float64Array {
    if (this.normals === null) return this.uniforms!;
    this.tails ??= tailsOf(this.normals);
    return this.tails.lower;
  }

  /** 1 − Φ(s), below ½ with all its digits. */
  get upper(): Float64Array {
    this.tails ??=
      this.normals === null
        ? { lower: this.uniforms!, upper: this.uniforms!.map((u) => 1 - u) }
        : tailsOf(this.normals);
    return this.tails.upper;
  }

  get normal(): Float64Array {
    this.normals ??= this.uniforms!.map((u) => normalQuantile(u));
    return this.normals;
  }

  get length(): number {
    return (this.uniforms ?? this.normals)!.length;
  }

  slice(start: number, end: number): Column {
    return new Column(this.uniforms?.subarray(start, end) ?? null, this.normals?.subarray(start, end) ?? null);
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
