import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
} from '@vscode/webview-ui-toolkit';

/**
 * The only file that knows where the controls come from: it defines the elements `vscode-button`, `vscode-dropdown`,
 * `vscode-option` and `vscode-progress-ring`. Another library with these elements can take its place.
 */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeProgressRing());
}
