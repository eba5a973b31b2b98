import type { CornerAside, CornerMarginal, CornerPair, CornerPicture } from '../api/aside';
import { valueLabel } from '../api/labels';
import type { Choice } from '../api/preview';
import { Unanswerable } from '../api/unanswerable';
import { elementKey } from '../evaluate/elementKey';
import { sample } from '../sampling/sampler';
import { sizeOf } from '../values/shape';
import { type Coordinate, PairFollower } from './cornerPair';
import { sampledPair } from './cornerSamples';
import { MarginalFollower } from './picture/marginalFollower';
import { methodOf } from './picture/method';
import { targetSamples } from './picture/samples';
import type { Setting } from './picture/setting';
import { type Scene, stage } from './picture/stage';

/** Numbers that can be shown together. */
export const mostCoordinates = 6;
/** Ancestral samples: for the ranges, the correlations, and the pairs that have no density. */
const drawn = 8192;
/** Numbers in these samples, at most, all variables together. */
const held = 2 ** 22;
/** Points of a curve that is as small as a panel. */
const curvePoints = 192;

/**
 * The distribution of some numbers, each by itself and each against each: first with what is slow as a histogram of samples, then
 * with densities wherever there are any.
 * @throws Unanswerable where the model does not have these numbers
 */
export function* corner(setting: Setting, aside: CornerAside): Generator<CornerPicture | null, void> {
  const coordinates = coordinatesOf(setting, aside);
  yield null;
  const singles = coordinates.map(({ scene }) => new MarginalFollower(scene));
  for (const single of singles) yield* single.begin();
  // A range may have moved away from a pole.
  const places = coordinates.map((each, i) => ({ ...each, scene: singles[i]!.scene }));
  const pairs = places.flatMap((up, i) =>
    places.slice(0, i).map((across, j) => ({
      rough: sampledPair(across, up, j, i),
      follower: across.element === up.element ? new PairFollower(across, up) : null,
    })),
  );
  const picture = (): CornerPicture => ({
    kind: 'corner',
    marginals: singles.map((single) => marginalOf(single)),
    pairs: pairs.map(({ rough, follower }): CornerPair => {
      const better = follower?.latest ?? null;
      return better === null ? rough : { ...rough, ...better };
    }),
    samples: coordinates[0]!.samples.length,
  });
  for (const { follower } of pairs) if (follower?.prompt === true) yield* follower.advance();
  yield picture();
  for (;;) {
    const open = [
      ...pairs.flatMap(({ follower }) => (follower === null || follower.settled ? [] : [follower])),
      ...singles.filter(({ latest }) => !latest.settled),
    ];
    if (open.length === 0) return;
    for (const each of open) yield* each.advance();
    yield picture();
  }
}

function coordinatesOf(setting: Setting, { choices }: CornerAside): Coordinate[] {
  if (choices.length < 2) throw new Unanswerable('A corner plot needs two numbers or more: choose another one.');
  const chosen = inOrder(choices.slice(0, mostCoordinates));
  const { given, graph, session, request } = setting;
  const elements = chosen.map(({ variable, index, coordinate, label }) => {
    const element = graph.element(variable, index);
    const size = sizeOf(element.variable.type.shape);
    if (coordinate === null ? size > 1 : coordinate > size) throw new Unanswerable(`The model has no ${label} now.`);
    return element;
  });
  const wanted = [...new Set(elements)];
  const size = wanted.reduce((sum, { variable }) => sum + sizeOf(variable.type.shape), 0);
  const count = Math.max(512, Math.min(drawn, Math.floor(held / size)));
  const draws = sample(given, graph, session.base, wanted, request.query.seed, 0, count);
  const query = { ...request.query, points: Math.min(curvePoints, request.query.points) };
  const small: Setting = { ...setting, request: { ...request, query } };
  return chosen.map((choice, i) => {
    const element = elements[i]!;
    const scene = stage(small, choice, draws[wanted.indexOf(element)]!, false);
    const samples = targetSamples(scene.task.target, draws[wanted.indexOf(element)]!);
    return { choice, element, scene, samples };
  });
}

/** The coordinates of each variable together and rising. */
function inOrder(choices: readonly Choice[]): Choice[] {
  const keys = choices.map(({ variable, index }) => elementKey(variable, index));
  const first = ({ variable, index }: Choice): number => keys.indexOf(elementKey(variable, index));
  return [...choices].sort((a, b) => first(a) - first(b) || (a.coordinate ?? 0) - (b.coordinate ?? 0));
}

function marginalOf({ scene, latest }: MarginalFollower): CornerMarginal {
  const { task, choice, range }: Scene = scene;
  const { type } = task.target.element.variable;
  const bars = scene.kind === 'bars';
  return {
    choice,
    kind: bars ? 'bars' : 'curve',
    range: { low: range.low, high: range.high },
    x: task.points.values,
    labels: bars ? Array.from(task.points.values, (value) => valueLabel(value, type)) : null,
    density: latest.density,
    standardError: latest.standardError,
    method: methodOf(task.plan, latest),
  };
}
