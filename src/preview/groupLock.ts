import * as vscode from 'vscode';

/**
 * The group of a preview locks itself, so that files open beside it. Where it stays though all in it was closed, as the last group of
 * a window does, it is unlocked: the next file is to open there, not beside nothing.
 */
export class GroupLock implements vscode.Disposable {
  readonly #subscriptions: readonly vscode.Disposable[];
  #locked = false;

  constructor() {
    const { tabGroups } = vscode.window;
    this.#subscriptions = [
      tabGroups.onDidChangeTabs(() => this.#unlock()),
      tabGroups.onDidChangeTabGroups(() => this.#unlock()),
    ];
  }

  /** A preview is open: its group may be locked. */
  opened(): void {
    this.#locked = true;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #unlock(): void {
    const { all, activeTabGroup } = vscode.window.tabGroups;
    if (!this.#locked || activeTabGroup.tabs.length > 0 || (all.length > 1 && closesEmptyGroups())) return;
    this.#locked = all.length > 1;
    void vscode.commands.executeCommand('workbench.action.unlockEditorGroup');
  }
}

function closesEmptyGroups(): boolean {
  return vscode.workspace.getConfiguration('workbench.editor').get('closeEmptyGroups', true);
}
