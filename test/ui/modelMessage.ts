import type { ModelMessage } from '../../src/protocol';
import { structureOf } from './structures';

/** What a host tells of a model, as the panel has read it: of z and of x given z, unless it says otherwise. */
export function modelMessage(parts: Partial<ModelMessage> = {}): ModelMessage {
  return {
    type: 'model',
    version: 1,
    uri: 'file:///a.lvm',
    fileName: 'a.lvm',
    title: 'A',
    structureKey: 'key',
    structure: structureOf({ z: ['category', []], x: ['real', ['z']] }),
    numbers: [],
    numberSpans: [],
    opened: [],
    statementSpans: new Map(),
    views: [],
    data: new Map(),
    weights: new Map(),
    changedAt: 0,
    ...parts,
  };
}
