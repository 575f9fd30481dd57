import { describe, expect, test } from 'vitest'
import { outlineUse, tickOf } from './outline.ts'

describe('the outline of a figure that the report links to', () => {
  test.each([
    ['?tick=results.1', 'results.1'],
    ['?edition=x&tick=cash-flows.12', 'cash-flows.12'],
    ['?tick=a"]b', undefined],
    ['', undefined],
  ])('%j asks for %j', (search, key) => {
    expect(tickOf(search)).toBe(key)
  })

  interface Element {
    readonly done: string[]
    readonly classList: { add(name: string): void }
    closest(): Element | null
    setAttribute(name: string, value: string): void
    scrollIntoView(): void
  }
  const element = (chart: Element | null): Element => {
    const done: string[] = []
    return {
      done,
      classList: { add: (name) => void done.push(name) },
      closest: () => chart,
      setAttribute: (name, value) => void done.push(`${name}=${value}`),
      scrollIntoView: () => void done.push('scrolled'),
    }
  }

  test('marks the figure, or the chart whose table holds it', () => {
    const figure = element(null)
    expect(outlineUse('a.1', (selector) => (selector === '[data-use="a.1"]' ? figure : null))).toBe(figure)
    expect(figure.done).toEqual(['is-outlined', 'aria-current=true', 'scrolled'])
    const chart = element(null)
    expect(outlineUse('a.1', () => element(chart))).toBe(chart)
    expect(chart.done).toContain('is-outlined')
    expect(outlineUse('a.2', () => null)).toBeUndefined()
  })
})
