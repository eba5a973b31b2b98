import type { Option } from './signature';

/** Draws of an estimate before it is refined; the same as the preview starts with. */
export const usualDraws = 4096;

export const seedOption: Option = {
  name: 'seed',
  value: 'S',
  summary:
    'A whole number from 0, for what is drawn at random; 0 where it is left out. The same seed gives the same numbers.',
};

export const drawsOption: Option = {
  name: 'draws',
  value: 'N',
  summary: `Draws to start an estimate with, where there is no exact answer; ${usualDraws.toLocaleString('en')} where it is left out.`,
};

export const helpOption: Option = { name: 'help', short: 'h', value: null, summary: 'Show this.' };
