// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { chooser } from '../../../webview/ui/widgets/chooser';
import { choice } from '../../plots/fixtures';
import { draw, sceneOf } from '../scenes';

const choices = [choice('z'), choice('z₁', 1), choice('z₂', 2)];

it('offers every choice, with the present one selected', () => {
  const host = draw(chooser('latent', choices, 'z₁', sceneOf().actions));
  const options = [...host.querySelectorAll('vscode-option')];
  expect(options.map((option) => option.textContent)).toEqual(['z', 'z₁', 'z₂']);
  expect(options.map((option) => option.hasAttribute('selected'))).toEqual([false, true, false]);
  expect(host.querySelector('vscode-dropdown')?.getAttribute('aria-label')).toBe('Latent variable to show');
});

it('is left out where there is nothing to choose', () => {
  expect(draw(chooser('latent', choices.slice(0, 1), 'z', sceneOf().actions)).children).toHaveLength(0);
});

it('tells of a change once, and not of the value that it has', () => {
  const { actions } = sceneOf();
  const dropdown = draw(chooser('observed', choices, 'z', actions)).querySelector('vscode-dropdown');
  if (dropdown === null) throw new Error('no drop-down');
  for (const value of ['z', '', 'z₂']) {
    Object.assign(dropdown, { value });
    dropdown.dispatchEvent(new Event('change'));
  }
  expect(actions.choose).toHaveBeenCalledTimes(1);
  expect(actions.choose).toHaveBeenCalledWith('observed', 'z₂');
});
