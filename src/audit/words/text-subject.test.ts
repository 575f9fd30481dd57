import { describe, expect, it } from 'vitest'
import { enClaims } from '../../language/en-claims.ts'
import { openLexicon } from './lexicon.ts'
import { inherit, parseSubject, subjectKey } from './text-subject.ts'
import { parseUnitLine } from './unit-line.ts'

const lexicon = openLexicon(enClaims)

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
    expect(subjectKey(parseSubject(text, lexicon))).toBe(expected)
  })

  it('turns the sign of a loss', () => {
    expect(parseSubject('Operating loss', lexicon).sign).toBe(-1)
    expect(parseSubject('Equity in net loss (income) of equity method investees', lexicon).sign).toBe(-1)
    expect(parseSubject('Equity in net income of equity method investees', lexicon).sign).toBe(1)
  })

  it('inherits from the line above what it lacks', () => {
    expect(
      subjectKey(inherit(parseSubject('Gross margin', lexicon), parseSubject('Cost of Cloud revenue', lexicon))),
    ).toBe('gross-profit|cloud')
    expect(
      subjectKey(inherit(parseSubject('Outsourcing services', lexicon), parseSubject('Recurring revenues', lexicon))),
    ).toBe('revenue|outsourcing service')
    expect(inherit(parseSubject('margin', lexicon), parseSubject('Operating income', lexicon)).measure).toBe(
      'operating-margin',
    )
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
    expect(parseUnitLine(text, lexicon)).toMatchObject({ currency, exponent })
  })

  it('is not read from a sentence with figures', () => {
    expect(parseUnitLine('Revenue of 5 in millions of users', lexicon)).toBeUndefined()
  })
})
