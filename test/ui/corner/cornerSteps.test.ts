import { describe, expect, it } from 'vitest';
import {
  chooseSubject,
  goToPanel,
  openPanel,
  stepSubject,
  toggleNumber,
  widen,
} from '../../../webview/ui/corner/cornerSteps';
import { inView } from '../../../webview/ui/panes/views';
import { cornerSubjects } from '../../../webview/ui/request/cornerSubjects';
import { ask } from '../../../webview/ui/request/step';
import type { State } from '../../../webview/ui/state/state';
import { choice } from '../../plots/fixtures';
import { shownState } from '../scenes';
import { vectorsOf } from '../vectors';

const structure = vectorsOf({ z: ['latent', 2], x: ['observed', 7] });

function openState(): State {
  const state = shownState({ latentChoices: [choice('z'), choice('z₁', 1), choice('z₂', 2)] });
  return ask({ ...state, view: 'corner', model: { ...state.model!, structure, structureKey: 'vectors' } }).state;
}

/** The labels that a step asks the engine for; null where it asks for nothing. */
function asked({ request }: ReturnType<typeof toggleNumber>): string[] | null {
  const aside = request?.query.asides.find(({ kind }) => kind === 'corner');
  return aside?.kind === 'corner' ? aside.choices.map(({ label }) => label) : null;
}

const [x, z] = cornerSubjects(structure);

it('all numbers are there again by command, in whichever view the reader is', () => {
  const numbers = x?.choices ?? [];
  const pair = openPanel(openState(), numbers[0]!, numbers[1]!).state;
  const back = inView('corner', widen)({ ...pair, view: 'density' });
  expect(back.state.view).toBe('corner');
  expect(asked(back)).toEqual(['x₁', 'x₂', 'x₃', 'x₄']);
  const all: State = { ...openState(), view: 'density' };
  expect(inView('corner', widen)(all).state).toBe(all);
});

describe('the chooser of a corner plot', () => {
  it('takes numbers in and out', () => {
    const less = toggleNumber(openState(), 'x₂');
    expect(asked(less)).toEqual(['x₁', 'x₃', 'x₄']);
    expect(asked(toggleNumber(less.state, 'x₇'))).toEqual(['x₁', 'x₃', 'x₄', 'x₇']);
  });

  it('keeps two, and takes six at most', () => {
    const three = toggleNumber(openState(), 'x₂').state;
    const two = toggleNumber(three, 'x₁').state;
    expect(toggleNumber(two, 'x₃').request).toBeNull();
    const six = toggleNumber(toggleNumber(openState(), 'x₅').state, 'x₆').state;
    expect(toggleNumber(six, 'x₇').request).toBeNull();
    expect(toggleNumber(six, 'x₇').state).toBe(six);
  });

  it('goes to another vector, and remembers what was picked of each', () => {
    const state = toggleNumber(openState(), 'x₂').state;
    const other = chooseSubject(state, 'z');
    expect(asked(other)).toEqual(['z₁', 'z₂']);
    expect(asked(chooseSubject(other.state, 'x'))).toEqual(['x₁', 'x₃', 'x₄']);
    expect(chooseSubject(other.state, 'z').request).toBeNull();
  });
});

it('the next vector comes after the one that is shown, and after the last one the first', () => {
  const next = stepSubject(openState(), 1);
  expect(asked(next)).toEqual(['z₁', 'z₂']);
  expect(asked(stepSubject(next.state, 1))).toEqual(['x₁', 'x₂', 'x₃', 'x₄']);
  expect(asked(stepSubject(openState(), -1))).toEqual(['z₁', 'z₂']);
});

describe('a panel that is opened', () => {
  it('of the diagonal is the density of its number', () => {
    const { state, request } = openPanel(openState(), x!.choices[2]!, x!.choices[2]!);
    expect(state).toMatchObject({ view: 'density', observed: 'x₃' });
    expect(request?.query.asides.some(({ kind }) => kind === 'corner')).toBe(false);
  });

  it('is shown as a whole, not in the range that another number was looked at in', () => {
    const zoom = {
      zoom: { x: { low: 0, high: 1 }, y: null },
      zoomed: null,
      whole: { x: { low: -4, high: 4 }, y: null },
    };
    const { state, request } = openPanel({ ...openState(), ...zoom }, x!.choices[2]!, x!.choices[2]!);
    expect([state.zoom, state.whole, request!.query.zoom]).toEqual([null, null, null]);
    const latent = openPanel({ ...chooseSubject(openState(), 'z').state, ...zoom }, z!.choices[0]!, z!.choices[1]!);
    expect(latent.state.zoom).toEqual(zoom.zoom);
  });

  it('of a vector of two is its plane', () => {
    const latent = chooseSubject(openState(), 'z').state;
    expect(openPanel(latent, z!.choices[0]!, z!.choices[1]!).state).toMatchObject({ view: 'density', latent: 'z' });
  });

  it('of another pair leaves the two, until all are wanted back', () => {
    const narrow = openPanel(openState(), x!.choices[1]!, x!.choices[3]!);
    expect(asked(narrow)).toEqual(['x₂', 'x₄']);
    expect(openPanel(narrow.state, x!.choices[1]!, x!.choices[3]!).request).toBeNull();
    const back = widen(narrow.state);
    expect(asked(back)).toEqual(['x₁', 'x₂', 'x₃', 'x₄']);
    expect(widen(back.state).request).toBeNull();
  });
});

it('going from panel to panel asks for nothing', () => {
  const { state, request } = goToPanel(openState(), 2, 1);
  expect([state.corner.at, request]).toEqual([[2, 1], null]);
});
