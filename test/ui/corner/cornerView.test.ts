// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { AsideAnswer } from '../../../src/engine/api/aside';
import { cornerView } from '../../../webview/ui/corner/cornerView';
import { cornerAsides } from '../../../webview/ui/request/cornerSubjects';
import type { Asked, State } from '../../../webview/ui/state/state';
import { threeNormals } from '../../plots/corners';
import { preview } from '../../plots/fixtures';
import { askedOf, draw, sceneOf, shownState, textOf } from '../scenes';
import { vectorsOf } from '../vectors';

function open(answer: AsideAnswer | null, structure = vectorsOf({ x: ['observed', 3] })) {
  const before = shownState();
  const model = { ...before.model!, structure };
  const state: State = { ...before, view: 'corner', model };
  const bare = askedOf(state);
  const asked: Asked = { ...bare, model, query: { ...bare.query, asides: cornerAsides(state, structure) } };
  const scene = sceneOf({ state });
  return { asked, scene, content: draw(cornerView.content(preview({ asides: [answer] }), asked, scene)) };
}

describe('the view of a corner plot', () => {
  it('is for models with two numbers of a kind or more', () => {
    expect(cornerView.applies(open(null).asked)).toBe(true);
    expect(cornerView.applies(open(null, vectorsOf({ z: ['latent', 1], x: ['observed', 1] })).asked)).toBe(false);
  });

  it('has the plot with its description, how it is known, and its numbers to choose', () => {
    const { asked, scene, content } = open(threeNormals());
    const figure = content.querySelector('figure')!;
    expect(figure.getAttribute('aria-label')).toContain('Corner plot of x₁, x₂, x₃');
    expect(figure.dataset.numbers).toBe('x₁ x₂ x₃');
    expect(content.querySelectorAll('canvas')).toHaveLength(3);
    expect(textOf(content.querySelector('[data-role=corner-method]'))).toBe('pairs: exact · sum over 3 states');
    expect(textOf(draw(cornerView.heading!(asked, scene)))).toContain('Observed');
    const boxes = [...content.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map(({ checked, disabled }) => [checked, disabled])).toEqual(boxes.map(() => [true, false]));
    boxes[1]!.click();
    const [change] = vi.mocked(scene.actions.take).mock.calls.at(-1)!;
    expect(change(scene.state).state.corner.picked).toEqual(new Map([['x', ['x₁', 'x₃']]]));
  });

  it('says that it is being worked out, or why it is not there', () => {
    expect(textOf(open(null).content.querySelector('[data-role=corner-none]'))).toBe('Working out every pair …');
    const none = open({ kind: 'none', reason: 'The model has no x₃ now.' });
    expect(textOf(none.content.querySelector('[data-role=corner-none]'))).toBe('The model has no x₃ now.');
    expect(none.content.querySelector('figure')).toBeNull();
  });
});
