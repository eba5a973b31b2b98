import { describe, expect, it } from 'vitest';
import { fileName, panelTitle } from '../../src/preview/fileName';

describe('fileName', () => {
  it('is the last part of a path', () => {
    expect(fileName('/w/models/a.lvm')).toBe('a.lvm');
    expect(fileName('Untitled-1')).toBe('Untitled-1');
  });
});

describe('panelTitle', () => {
  it('says which model, and whether the preview stays with it', () => {
    expect(panelTitle('/w/z.lvm', false)).toBe('Preview z.lvm');
    expect(panelTitle('/w/z.lvm', true)).toBe('Preview z.lvm (pinned)');
  });
});
