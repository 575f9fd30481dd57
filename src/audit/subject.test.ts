import { describe, expect, it } from 'vitest'
import { inherit, parseSubject, subjectKey } from './subject.ts'
import { parseUnitLine } from './unit-line.ts'

describe('the subject of a statement', () => {
  it.each([
    ['Total revenues', 'revenue|'],
    ['Net sales', 'revenue|'],
    ['Recurring revenues increased steadily to', 'revenue|recurring'],
    ['Cost of Cloud Services revenue', 'cost-of-revenue|cloud service'],
    ['SG&A/R&D', 'sga|'],
    ['Income before Income Tax Expense (Benefit)', 'pretax-income|'],
    ['Net Income per Share', 'eps|'],
    ['Operating loss from 4 new subsidiaries', 'operating-income|4 new subsidiary'],
    ['Net cash provided by (used in) operating activities', 'cash-operating|'],
    ["Shareholders' equity ratio", 'equity-ratio|'],
    ['Services division revenue', 'revenue|service'],
  ])('of "%s" is %s', (text, expected) => {
    expect(subjectKey(parseSubject(text))).toBe(expected)
  })

  it('turns the sign of a loss', () => {
    expect(parseSubject('Operating loss').sign).toBe(-1)
    expect(parseSubject('Equity in net loss (income) of equity method investees').sign).toBe(-1)
    expect(parseSubject('Equity in net income of equity method investees').sign).toBe(1)
  })

  it('inherits from the line above what it lacks', () => {
    expect(subjectKey(inherit(parseSubject('Gross margin'), parseSubject('Cost of Cloud revenue')))).toBe(
      'gross-profit|cloud',
    )
    expect(subjectKey(inherit(parseSubject('Outsourcing services'), parseSubject('Recurring revenues')))).toBe(
      'revenue|outsourcing service',
    )
    expect(inherit(parseSubject('margin'), parseSubject('Operating income')).measure).toBe('operating-margin')
  })
})

describe('a declared unit', () => {
  it.each([
    ['Unit: JPY million', 'JPY', 6],
    ['Unit:JPY billion', 'JPY', 9],
    ['(in millions of U.S. dollars)', 'USD', 6],
    ['€ million', 'EUR', 6],
    ['($ in thousands, except per share)', 'USD', 3],
  ])('is read from "%s"', (text, currency, exponent) => {
    expect(parseUnitLine(text)).toMatchObject({ currency, exponent })
  })

  it('is not read from a sentence with figures', () => {
    expect(parseUnitLine('Revenue of 5 in millions of users')).toBeUndefined()
  })
})
