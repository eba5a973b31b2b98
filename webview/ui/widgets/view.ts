import type { TemplateResult } from 'lit';
import type { Preview } from '../../../src/engine/api/preview';
import type { Scene } from '../scene/scene';
import type { Asked, ViewName } from '../state/state';

/** One way to look at the model in the main pane. */
export interface View {
  readonly name: ViewName;
  /** On its tab. */
  readonly label: string;
  /** Whether the model has what it shows. */
  applies(asked: Asked): boolean;
  /** What stands before the tabs, where that is not the observed picture's name. */
  heading?(asked: Asked, scene: Scene): TemplateResult;
  /** What stands below the tabs. */
  content(preview: Preview, asked: Asked, scene: Scene): TemplateResult;
}
