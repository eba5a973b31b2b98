import { cornerView } from '../corner/cornerView';
import { densityView } from '../density/densityView';
import { fanView } from '../fan/fanView';
import { ask, quiet, type Step } from '../request/step';
import type { Scene } from '../scene/scene';
import type { Asked, State, ViewName } from '../state/state';
import { samplesView } from '../table/samplesView';
import type { View } from '../widgets/view';

/** In the order of their tabs; the first applies to every model. */
const views: readonly View[] = [densityView, cornerView, fanView, samplesView];

/** The views that a model has. */
export function viewsOf(asked: Asked): readonly View[] {
  return views.filter((view) => view.applies(asked));
}

/** The view that is shown: the chosen one, or where the model has it not, the first. */
export function viewOf({ view }: State, asked: Asked): View {
  return viewsOf(asked).find(({ name }) => name === view) ?? densityView;
}

/** @returns what shows a view */
export function viewNamed(view: ViewName): (scene: Scene) => void {
  return ({ actions }) => actions.take((state) => (state.view === view ? ask(state) : ask({ ...state, view })));
}

/** @returns a change that shows the view in which it is to be seen */
export function inView(view: ViewName, change: (state: State) => Step): (state: State) => Step {
  return (state) => {
    if (state.view === view) return change(state);
    const there: State = { ...state, view };
    const step = change(there);
    if (step.state === there) return quiet(state);
    return step.request === null ? ask(step.state) : step;
  };
}
