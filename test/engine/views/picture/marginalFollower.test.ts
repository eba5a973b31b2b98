import { expect, it } from 'vitest';
import { Session } from '../../../../src/engine/service/session';
import { workFor } from '../../../../src/engine/service/work';
import { MarginalFollower } from '../../../../src/engine/views/picture/marginalFollower';
import { bumps, requestFor, threeBumps } from '../../build';
import { ask } from '../../models';
import '../../plain';

function sceneOf(request = requestFor(bumps(threeBumps))) {
  const session = new Session();
  session.admit(request);
  const program = session.program(request.structureKey);
  if (program === null) throw new Error('The program is gone.');
  return workFor(session, program, request, 'cpu').main.scene;
}

it('has no estimate before it has begun, and begins once', () => {
  const follower = new MarginalFollower(sceneOf());
  expect(() => follower.latest).toThrow('There is no estimate yet.');
  expect([...follower.begin()].every((step) => step === null)).toBe(true);
  const first = follower.latest;
  expect(first.settled).toBe(true);
  expect([...follower.begin(), ...follower.advance()]).toEqual([]);
  expect(follower.latest).toBe(first);
});

it('may be left in the middle and goes on from there', () => {
  const asked = ask(
    'latent a ~ Normal(0, 1)\nlatent b ~ Normal(0, 1)\nlatent c ~ Normal(0, 1)\nlatent d ~ Normal(0, 1)\nobserved x | a, b, c, d ~ Normal(a * b + c * d, 0.5)',
    { draws: 512 },
  );
  const scene = sceneOf(asked);
  const whole = new MarginalFollower(scene);
  for (const _ of whole.begin());
  const left = new MarginalFollower(scene);
  for (let tries = 0; tries < 10_000; tries++) {
    const steps = left.begin();
    const { done } = steps.next();
    steps.return();
    if (done === true) break;
  }
  expect(left.latest).toEqual(whole.latest);
});

it('moves to other points where the density has a pole', () => {
  const follower = new MarginalFollower(sceneOf(ask('observed x ~ Gamma(0.5, 1)')));
  const before = follower.scene;
  for (const _ of follower.begin());
  expect(follower.scene).not.toBe(before);
  expect(follower.latest.settled).toBe(true);
});
