import * as vscode from 'vscode';
import { shortened } from '../model/quote';
import type { Reading } from './openFile';

/** Milliseconds after which a reading is shown in the status bar: most are over before. */
const patience = 700;

/** Shows how far a reading is, where it takes more than a moment, until it ends or is overtaken. */
export async function showProgress<T>(
  name: string,
  reading: Reading,
  read: (reading: Reading) => Promise<T>,
): Promise<T> {
  let show: vscode.Progress<{ message?: string }> | null = null;
  const told: Reading = {
    get overtaken() {
      return reading.overtaken;
    },
    progress: (share) => show?.report({ message: `${Math.floor(100 * share)} %` }),
  };
  const done = read(told);
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Window, title: `LVM: Reading ${shortened(name)}` };
    void vscode.window.withProgress(options, async (progress) => {
      show = progress;
      await done.catch(() => {});
    });
  }, patience);
  try {
    return await done;
  } finally {
    clearTimeout(timer);
  }
}
