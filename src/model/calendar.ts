/** The company's fiscal calendar, from data/deck.yaml. */
export interface Calendar {
  /** First month of the fiscal year, 1–12. */
  readonly startMonth: number
  /** Whether FY08 is the year that starts or that ends in 2008. */
  readonly yearNamedBy: 'start' | 'end'
  readonly style: LabelStyle
  /** Half-year reporters have no quarters, and so no QoQ. */
  readonly subPeriods: 'quarters' | 'halves'
  /** Fiscal years of 53 weeks, by label, e.g. ["FY23"]; spans stay whole months, comparisons get a note. */
  readonly longYears: readonly string[]
}

/** kessan: 4Q08 1H09 9M08 FY08. us: Q4 FY24, H1 FY24, FY24. calendar: Q4 2024, H1 2024, 2024. */
export type LabelStyle = 'kessan' | 'us' | 'calendar'
