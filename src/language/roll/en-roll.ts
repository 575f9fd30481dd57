import type { RollWords } from './roll-words.ts'

/** English words of rolling a deck on. */
export const roll: RollWords = {
  title: 'From {from} to {to}',
  about:
    'Written by "quarterdeck roll" for the deck of {date}. Delete it when nothing is open any more; "quarterdeck check" lists missing figures as well.',
  changed: 'Changed',
  figures: 'Figures still wanted',
  figuresHint: 'Empty rows and columns for them stand in the files.',
  wordings: 'Words to look at',
  wordingsHint:
    'They name an old period, or say what the new figures must bear out; of words beside a change "quarterdeck check" says itself whether they still hold.',
  targets: 'Targets and guidance',
  leftOut: 'Slides left out this time',
  nothing: 'Nothing.',
  wanted: '{metric}: {periods} ({slides})',
  noSlide: 'on no slide',
  noRow: 'no file has a row of these',
  workbook: '{path} (a workbook: add the cells yourself)',
  names: 'names an old period: "{words}"',
  claims: 'must be borne out by the new figures: "{words}"',
  fixed: 'asks for a fixed period: {words}',
  kept: 'names no period that could be moved on: "{words}"',
  became: '{scenario} for {period} is over, and actual figures take its place: {metrics} ({slides})',
  renew: '{scenario}, issued {issued}: confirm or renew {metrics}',
  when: '{slide} (when: {when})',
  document: 'Results for {period}',
  halfYear: ['half-year', 'first-half'],
  fullYear: ['full-year', 'annual'],
  open: { one: '{count} figure is still missing', other: '{count} figures are still missing' },
  live: {
    title: 'Figures of {file}',
    heads: ['', 'Figure', 'Period', 'Old', 'New', 'Cell'],
    kinds: { new: 'new', changed: 'changed', restated: 'restated' },
    unchanged: { one: '{count} figure is known and agrees', other: '{count} figures are known and agree' },
    leftOut: 'Not in the mapping: {texts}',
    why: 'Why older figures are restated',
    write: 'Write',
    close: 'Close',
  },
}
