import { f32, safetensorsFile } from '../../model/safetensorsFile';
import type { ClaimModel, Kind } from '../model';
import { type Random, rounded } from '../random';
import * as density from '../reference/densities';
import { integrate, logSum, type Point } from '../reference/integral';
import { normal, posterior, spreadOf } from '../reference/line';

interface Layer {
  readonly activation: keyof typeof activations;
  /** units × inputs. */
  readonly weight: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

const activations = {
  linear: (a: number) => a,
  tanh: Math.tanh,
  relu: (a: number) => Math.max(0, a),
  sigmoid: (a: number) => Math.exp(density.logSigmoid(a)),
  softplus: density.softplus,
  elu: (a: number) => (a > 0 ? a : Math.expm1(a)),
  silu: (a: number) => a * Math.exp(density.logSigmoid(a)),
  gelu: (a: number) => a * density.normalCdf(a),
};

/** A network with random weights that single precision holds, as its file does. */
class Network {
  constructor(
    readonly name: string,
    readonly layers: readonly Layer[],
  ) {}

  get text(): string {
    const stages = this.layers.map(({ bias, activation }) => `dense(${bias.length}, ${activation})`);
    return `network ${this.name}(z) = z -> ${stages.join(' -> ')}\n`;
  }

  at(input: readonly number[]): number[] {
    return this.layers.reduce<readonly number[]>(
      (values, { weight, bias, activation }) =>
        weight.map((row, i) => activations[activation](row.reduce((sum, w, j) => sum + w * values[j]!, bias[i]!))),
      input,
    ) as number[];
  }
}

function network(
  random: Random,
  name: string,
  inputs: number,
  sizes: readonly number[],
  hidden: keyof typeof activations,
  last: keyof typeof activations,
  size = 1,
): Network {
  const layers = sizes.map((units, i): Layer => {
    const from = i === 0 ? inputs : sizes[i - 1]!;
    const draw = () => Math.fround((size * random.normal()) / Math.sqrt(from));
    return {
      activation: i === sizes.length - 1 ? last : hidden,
      weight: random.list(units, () => random.list(from, draw)),
      bias: random.list(units, () => Math.fround(0.5 * random.normal())),
    };
  });
  return new Network(name, layers);
}

/** The file of some networks, as PyTorch's layers would be saved. */
function weightsOf(networks: readonly Network[]): Uint8Array {
  return safetensorsFile(
    Object.fromEntries(
      networks.flatMap(({ name, layers }) =>
        layers.flatMap(({ weight, bias }, i) => [
          [`${name}.${i}.weight`, f32([weight.length, weight[0]!.length], weight.flat())],
          [`${name}.${i}.bias`, f32([bias.length], [...bias])],
        ]),
      ),
    ),
  );
}

/** Panels all over the prior, about as wide as what a small network may turn in; halved where that is too wide. */
const everywhere: readonly Point[] = Array.from({ length: 241 }, (_, i) => ({ at: -12 + i * 0.1, scale: 24 }));

/** Corners of a network of one input whose first layer bends: edges of panels. */
function corners({ layers }: Network): Point[] {
  const [first] = layers;
  return first!.weight.map(([w], i) => ({ at: -first!.bias[i]! / w!, scale: 24 }));
}

const hidden = (random: Random) => random.pick(['tanh', 'sigmoid', 'silu', 'softplus', 'gelu'] as const);

/** A curve through a cloud: mean and spread by networks of one latent number. */
function curve(random: Random): ClaimModel {
  const mu = network(random, 'mu', 1, [random.pick([4, 8, 16]), 1], hidden(random), 'linear', 1.5);
  const sigma = network(random, 'sigma', 1, [random.pick([4, 8]), 1], 'tanh', 'softplus');
  const least = random.scale(0.02, 0.3);
  const [f, s] = [(z: number) => mu.at([z])[0]!, (z: number) => least + sigma.at([z])[0]!];
  const given = (x: number) => posterior(normal(0, 1, 12), (z) => density.normal(x, f(z), s(z)), everywhere);
  const draw = () => {
    const z = random.normal();
    return rounded(f(z) + s(z) * random.normal(), 4);
  };
  const at = [draw(), draw(), rounded(f(0) + 8 * s(0), 4)];
  const x = draw();
  const known = given(x);
  return {
    shape: 'a curve',
    text: `${mu.text}${sigma.text}weights from "model.safetensors"\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(mu(z), ${least} + sigma(z))\n`,
    files: { 'model.safetensors': weightsOf([mu, sigma]) },
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Piecewise linear. */
function bent(random: Random): ClaimModel {
  const mu = network(random, 'mu', 1, [random.pick([4, 8]), 1], 'relu', 'linear', 1.5);
  const s = random.scale(0.03, 0.5);
  const f = (z: number) => mu.at([z])[0]!;
  const given = (x: number) =>
    posterior(normal(0, 1, 12), (z) => density.normal(x, f(z), s), [...corners(mu), ...everywhere]);
  const draw = () => rounded(f(random.normal()) + s * random.normal(), 4);
  const at = [draw(), draw(), draw()];
  const x = draw();
  const known = given(x);
  return {
    shape: 'a bent line',
    text: `${mu.text}weights from "model.safetensors"\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(mu(z), ${s})\n`,
    files: { 'model.safetensors': weightsOf([mu]) },
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** A decoder of many coordinates from one latent number. */
function decoder(random: Random): ClaimModel {
  const d = random.pick([3, 8, 20]);
  const mu = network(random, 'mu', 1, [8, d], 'tanh', 'linear', 1.5);
  const s = random.scale(0.1, 0.6);
  const log = (x: readonly number[], z: number) => {
    const mean = mu.at([z]);
    return x.reduce((sum, each, j) => sum + density.normal(each, mean[j]!, s), 0);
  };
  const given = (x: readonly number[]) => posterior(normal(0, 1, 12), (z) => log(x, z), everywhere);
  const draw = () => {
    const z = random.normal();
    return mu.at([z]).map((mean) => rounded(mean + s * random.normal(), 4));
  };
  const at = [draw(), draw()];
  const x = draw();
  const known = given(x);
  return {
    shape: `a decoder of ${d}`,
    text: `${mu.text}weights from "model.safetensors"\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Normal(mu(z), ${s})\n`,
    files: { 'model.safetensors': weightsOf([mu]) },
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Black and white pixels. */
function pixels(random: Random): ClaimModel {
  const d = random.pick([4, 9, 16]);
  const p = network(random, 'p', 1, [6, d], 'tanh', 'sigmoid', 2);
  const log = (x: readonly boolean[], z: number) => {
    const shares = p.at([z]);
    return x.reduce((sum, on, j) => sum + Math.log(on ? shares[j]! : 1 - shares[j]!), 0);
  };
  const given = (x: readonly boolean[]) => posterior(normal(0, 1, 12), (z) => log(x, z), everywhere);
  const draw = () => {
    const z = random.normal();
    return p.at([z]).map((share) => random.unit() < share);
  };
  const at = [draw(), draw()];
  const x = draw();
  const known = given(x);
  return {
    shape: `${d} pixels`,
    text: `${p.text}weights from "model.safetensors"\nlatent z ~ Normal(0, 1)\nobserved x | z ~ Bernoulli(p(z))\n`,
    files: { 'model.safetensors': weightsOf([p]) },
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      { kind: 'posterior', of: 'z', given: { x }, logEvidence: known.log, spread: [spreadOf(known)] },
    ],
  };
}

/** Two latent numbers: an even grid over both, verified on a finer one. */
function plane(random: Random): ClaimModel {
  const mu = network(random, 'mu', 2, [8, 2], 'tanh', 'linear', 1.2);
  const s = random.scale(0.15, 0.6);
  const on = (x: readonly number[], count: number) => {
    const h = 16 / count;
    const logs: number[] = [];
    const means: [number, number][] = [];
    for (let i = 0; i <= count; i++) {
      for (let j = 0; j <= count; j++) {
        const [a, b] = [-8 + i * h, -8 + j * h];
        const mean = mu.at([a, b]);
        logs.push(
          density.normal(a, 0, 1) +
            density.normal(b, 0, 1) +
            density.normal(x[0]!, mean[0]!, s) +
            density.normal(x[1]!, mean[1]!, s) +
            2 * Math.log(h),
        );
        means.push([a, b]);
      }
    }
    const log = logSum(logs);
    const mean = [0, 1].map((c) => logs.reduce((sum, each, i) => sum + Math.exp(each - log) * means[i]![c]!, 0));
    return { log, mean };
  };
  const given = (x: readonly number[]) => {
    const [coarse, fine] = [on(x, 300), on(x, 420)];
    const off = [coarse.log - fine.log, ...fine.mean.map((mean, c) => coarse.mean[c]! - mean)];
    if (off.some((each) => Math.abs(each) > 1e-9)) throw new Error('The reference of a plane does not settle.');
    return fine;
  };
  const draw = () => mu.at([random.normal(), random.normal()]).map((mean) => rounded(mean + s * random.normal(), 4));
  const at = [draw(), draw()];
  const known = given(at[0]!);
  return {
    shape: 'a plane',
    text: `${mu.text}weights from "model.safetensors"\nlatent z ~ Normal(0, 1)^2\nobserved x | z ~ Normal(mu(z), ${s})\n`,
    files: { 'model.safetensors': weightsOf([mu]) },
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x: at[0] },
        logEvidence: known.log,
        spread: known.mean.map((mean) => ({ mean })),
      },
    ],
  };
}

/** A network that looks at one direction of many latent numbers. */
function direction(random: Random): ClaimModel {
  const d = random.pick([3, 5, 8]);
  const w = random.list(d, () => random.between(-1, 1));
  const length = Math.hypot(...w);
  const mu = network(random, 'mu', 1, [8, 1], 'tanh', 'linear', 1.5);
  const s = random.scale(0.1, 0.6);
  const f = (u: number) => mu.at([u])[0]!;
  const given = (x: number) =>
    integrate({
      log: (u) => density.normal(u, 0, length) + density.normal(x, f(u), s),
      low: -12 * length,
      high: 12 * length,
      points: [{ at: 0, scale: length / 4 }, ...everywhere.filter(({ at }) => Math.abs(at) < 12 * length)],
    });
  const draw = () => rounded(f(length * random.normal()) + s * random.normal(), 4);
  const at = [draw(), draw()];
  const x = draw();
  const known = given(x);
  return {
    shape: `a network of one direction of ${d}`,
    text: `param w = [${w.join(', ')}]\n${mu.text}weights from "model.safetensors"\nlatent z ~ Normal(0, 1)^${d}\nobserved x | z ~ Normal(mu(dot(w, z)), ${s})\n`,
    files: { 'model.safetensors': weightsOf([mu]) },
    questions: [
      { kind: 'density', of: 'x', at, logDensity: at.map((each) => given(each).log) },
      {
        kind: 'posterior',
        of: 'z',
        given: { x },
        logEvidence: known.log,
        spread: w.map((each) => ({ mean: (each * known.mean) / length ** 2 })),
      },
    ],
  };
}

/** Nothing hidden: a network of what is seen. */
function regression(random: Random): ClaimModel {
  const mu = network(random, 'mu', 1, [8, 8, 1], hidden(random), 'linear', 1.3);
  const s = random.scale(0.05, 1);
  const [x, y] = [random.between(-2, 2), random.between(-2, 2)];
  return {
    shape: 'a regression',
    text: `${mu.text}weights from "model.safetensors"\nobserved x ~ Normal(0, 1)\nobserved y | x ~ Normal(mu(x), ${s})\n`,
    files: { 'model.safetensors': weightsOf([mu]) },
    questions: [
      {
        kind: 'density',
        of: 'x, y',
        at: [[x, y]],
        logDensity: [density.normal(x, 0, 1) + density.normal(y, mu.at([x])[0]!, s)],
      },
    ],
  };
}

/** Small decoders. */
export const networks: Kind = {
  name: 'networks',
  summary: 'small decoders with trained weights, of one latent number, two, or a direction of several',
  rounding: 1e-6,
  shapes: [curve, bent, decoder, pixels, plane, direction, regression],
};
