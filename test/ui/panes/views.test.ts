// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { inView, viewNamed, viewOf, viewsOf } from '../../../webview/ui/panes/views';
import { ask, quiet } from '../../../webview/ui/request/step';
import { askedOf, sceneOf } from '../scenes';

const scene = sceneOf();
const asked = askedOf(scene.state);

it('the density comes first, for every model', () => {
  expect(viewsOf(asked)[0]?.name).toBe('density');
});

it('a view that the model has not is the density', () => {
  expect(viewOf({ ...scene.state, view: 'fan' }, asked).name).toBe('density');
  expect(viewOf(scene.state, asked).name).toBe('density');
});

it('every view has a name and a label of its own', () => {
  const views = viewsOf(asked);
  expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
  expect(new Set(views.map(({ label }) => label)).size).toBe(views.length);
});

it('showing a view asks for what it needs', () => {
  viewNamed('samples')(scene);
  const [change] = vi.mocked(scene.actions.take).mock.calls[0] ?? [];
  const step = change?.(scene.state);
  expect(step?.state.view).toBe('samples');
  expect(step?.request?.generation).toBe(scene.state.generation + 1);
});

it('a change shows the view that it is of, and one that changes nothing shows nothing else', () => {
  const { state } = ask({ ...scene.state, view: 'samples' });
  const step = inView('density', (now) => quiet({ ...now, scale: 'log' }))(state);
  expect(step.state).toMatchObject({ view: 'density', scale: 'log' });
  expect(step.request?.generation).toBe(state.generation + 1);
  expect(inView('density', quiet)(state)).toEqual(quiet(state));
});
