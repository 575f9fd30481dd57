import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

const rows = [row('services', '90,95,100,110')]
/** A deck of FY08 (April 2008 to March 2009), and one of its third quarter. */
const yearly: SmallDeck = { columns: 'FY05,FY06,FY07,FY08', rows }
const quarterly: SmallDeck = {
  columns: '3Q07,1Q08,2Q08,3Q08',
  rows: [...rows, row('goods', '40,41,42,43')],
  reporting: '3Q08',
}
const alarms = (rule: 'P1' | 'P2', small: SmallDeck): string =>
  verdictsOf(rule, small)
    .filter((verdict) => verdict !== 'ticked')
    .join(' ')

describe('P2: periods in words without a figure', () => {
  test.each([
    ['Services rose in the first half of 2004', 'warning'],
    ['Services grew in the first six months of 2005', 'warning'],
    ['Demand fell in fiscal 2005', 'warning'],
    ['Demand weakened in the third quarter of fiscal year 2003', 'warning'],
    ['Services rose in fiscal 2007', ''],
    ['Services rose in the first half of 2007', ''],
    ['Services rose in the second half of 2008', ''],
    ['We entered the market in fiscal 2003', ''],
    ['Demand will fall until fiscal 2019', ''],
    ['Services rose to {{figure "services" "FY05"}} in fiscal 2005', ''],
  ])('%s', (body, expected) => {
    expect(alarms('P2', { ...yearly, body: `- ${body}` })).toBe(expected)
  })

  test('what a slide shows is no leftover', () => {
    const body = '- Services were {{figure "services" "FY05"}}\n- Demand fell in fiscal 2005'
    expect(alarms('P2', { ...yearly, body })).toBe('')
  })

  test('with a comparison set every older period is an error, but not on a historical slide', () => {
    const set: SmallDeck = { ...yearly, ties: ['{comparison-set: {from: FY07}}'], body: '- The fiscal 2005 reform' }
    expect(alarms('P2', set)).toBe('error')
    expect(alarms('P2', { ...set, front: 'historical: true\n' })).toBe('')
    expect(alarms('P2', { ...set, body: '- The fiscal 2007 reform' })).toBe('')
  })
})

describe('P1: a part of a year that was left behind', () => {
  test.each([
    ['Services rose in the second quarter', 'warning'],
    ['Demand fell in the fourth quarter', 'warning'],
    ['Services rose in the third quarter', ''],
    ['Services rose more than in the second quarter', ''],
    ['Services rose in the second quarter, to {{figure "services" "2Q08"}}', ''],
    ['Demand should rise in the fourth quarter', ''],
    ['Our second quarter was busy', ''],
    ['Services rose in the first half', ''],
  ])('%s', (body, expected) => {
    expect(alarms('P1', { ...quarterly, body: `- ${body}` })).toBe(expected)
  })

  test('a heading of an earlier quarter is left behind, one of a time to come is not', () => {
    const body = '- Services were {{figure "services" "Q"}}'
    expect(alarms('P1', { ...quarterly, title: 'Second-quarter results', body })).toBe('warning')
    expect(alarms('P1', { ...quarterly, title: 'Third-quarter results', body })).toBe('')
    expect(alarms('P1', { ...quarterly, title: 'Fourth-quarter priorities', body })).toBe('')
  })
})

describe('P2: words left from the deck that was rolled on', () => {
  const rolled: SmallDeck = { ...quarterly, reporting: '3Q08\nrolled-from: {period: 2Q08, date: 2008-11-14}' }
  const shown = '- Services were {{figure "services" "Q"}}'
  test.each([
    ['Key figures of the second quarter', 'error'],
    ['Second quarter of fiscal [[2008]] against that of fiscal [[2007]]', 'error'],
    ['Results as of September [[30]], [[2008]]', 'error'],
    ['Figures of the first half', 'warning'],
    ['Figures of the third quarter', ''],
    ['Slower growth than in the second quarter', ''],
    ['What [[the second quarter of fiscal 2008]] taught us', ''],
    ['{{period "2Q08" style="long"}}, the second quarter, saw the launch', ''],
  ])('subtitle: %s', (subtitle, expected) => {
    expect(alarms('P2', { ...rolled, front: `subtitle: '${subtitle}'\n`, body: shown })).toBe(expected)
    expect(alarms('P2', { ...rolled, front: `historical: true\nsubtitle: '${subtitle}'\n`, body: shown })).toBe('')
  })

  test('sentences and notes are warnings, and a figure of that time beside the words bears them out', () => {
    expect(alarms('P2', { ...rolled, body: '- The second quarter had a strike' })).toBe('warning')
    expect(alarms('P2', { ...rolled, body: shown, note: 'The second quarter was busy.' })).toBe('warning')
    expect(alarms('P2', { ...rolled, body: '- After {{figure "services" "Q-1"}} in the second quarter we grew' })).toBe(
      '',
    )
  })

  test('the title of the deck itself is looked at', () => {
    const [found] = findingsOf('P2', { ...rolled, deckTitle: 'Second-quarter results', body: shown }).filter(
      ({ verdict }) => verdict === 'error',
    )
    expect(found?.place).toMatchObject({ path: 'data/deck.yaml', line: 3 })
    expect(alarms('P2', { ...rolled, deckTitle: 'Third-quarter results', body: shown })).toBe('')
  })

  test('without a roll a heading is a warning where its slide shows nothing of that time', () => {
    const front = "subtitle: 'Key figures of the second quarter of fiscal [[2008]]'\n"
    expect(alarms('P1', { ...quarterly, front, body: shown })).toBe('warning')
    expect(alarms('P1', { ...quarterly, front, body: `${shown} after {{figure "services" "Q-1"}}` })).toBe('')
    expect(alarms('P1', { ...quarterly, front: front.replace('second', 'third'), body: shown })).toBe('')
  })
})

test('S1 judges a period in words by the data of that period', () => {
  const falling: SmallDeck = { columns: 'FY04,FY05,FY06,FY07,FY08', rows: [row('services', '90,80,100,120,110')] }
  const said = (body: string): string => verdictsOf('S1', { ...falling, body: `- ${body}` }).join(' ')
  expect(said('Revenues from services fell in fiscal 2007')).toBe('warning')
  expect(said('Revenues from services rose in fiscal 2007')).toBe('ticked')
})
