import { expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

/** Fiscal years from April, named by their start: FY08 ends in March 2009. */
const deck: SmallDeck = {
  columns: 'FY06,FY07,FY08,1H08,9M08,4Q08',
  rows: [row('revenue', '900,1000,1100,500,800,300'), row('cash', '50,60,70,55,62,70')],
}

const wrongTimes = (body: string): readonly string[] =>
  findingsOf('S9', { ...deck, body: `- ${body}` }).flatMap(({ verdict, message }) =>
    verdict === 'error' ? [/"(.*?)"/.exec(message)?.[1] ?? message] : [],
  )

test.each([
  ['In 2006, total revenues were {{figure "revenue" "FY"}}', 'In 2006'],
  ['Total revenues were {{figure "revenue" "FY-1"}} in 2005', 'in 2005'],
  ['Total revenues in 2010 came to {{figure "revenue" "FY"}}', 'in 2010'],
  ['For the calendar year 2006 total revenues were {{figure "revenue" "FY"}}', 'For the calendar year 2006'],
  ['In July, cash at hand was {{figure "cash" "FY"}}', 'In July'],
  ['Nine-month total revenues were {{figure "revenue" "H1"}}', 'Nine-month'],
  ['Full-year total revenues came to {{figure "revenue" "9M"}}', 'Full-year'],
  ['Annual total revenues of {{figure "revenue" "Q"}}', 'Annual'],
  ['Total revenues in the nine months to September were {{figure "revenue" "9M"}}', 'to September'],
  ['In the year ended March 31, 2008, total revenues were {{figure "revenue" "FY"}}', 'ended March 31, 2008'],
  ['At the end of December, cash at hand was {{figure "cash" "FY"}}', 'At the end of December'],
  ['Cash at hand was {{figure "cash" "FY"}} as of March 31, 2008', 'as of March 31, 2008'],
])('a time in words that its number is not of: %s', (body, said) => {
  expect(wrongTimes(body)).toEqual([said])
})

test.each([
  'In 2008, total revenues were {{figure "revenue" "FY"}}', // the fiscal year's number
  'Total revenues were {{figure "revenue" "FY"}} in 2009', // the year that it ends in
  'In March, cash at hand was {{figure "cash" "FY"}}',
  'In February, total revenues of {{figure "revenue" "Q"}} were booked',
  'Founded in 1992, we had total revenues of {{figure "revenue" "FY"}}',
  'In 2001 we opened a centre that now brings {{figure "revenue" "FY"}} of total revenues',
  'Total revenues rose to {{figure "revenue" "FY"}}, more than in 2006',
  'At prices of {{figure "revenue" "FY"}} in 2006 dollars',
  'Nine-month total revenues were {{figure "revenue" "9M"}}',
  'Our full-year outlook stands after total revenues of {{figure "revenue" "9M"}}',
  'A nine-month delay took {{figure "revenue" "Q"}} of total revenues',
  'Total revenues in the nine months to December were {{figure "revenue" "9M"}}',
  'Cash at hand at March 31, 2009 was {{figure "cash" "FY"}}',
  'Cash at hand rose to {{figure "cash" "FY"}} from {{figure "cash" "FY-1"}} at March 31, 2008',
  'Total revenues were {{figure "revenue" "9M"}} as of May 7', // said of a flow: the day up to which it is told
])('a time in words that says no other one: %s', (body) => {
  expect(wrongTimes(body)).toEqual([])
})
