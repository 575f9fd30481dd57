import { expect, test } from 'vitest'
import { headersOf } from '../pages/host-files.ts'
import { headerFaults } from './headers.ts'

const paths = ['fy24/index.html', 'fy24/assets/main.js', 'fy24/sales/embed/index.html', 'figures.csv']
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  csv: 'text/csv',
}

/** A server that sends what it should, but for one file and header. */
const faults = (path: string, name: string, value: string | null): readonly string[] =>
  headerFaults(paths, (asked) => {
    const headers = new Headers({ ...headersOf(asked), 'Content-Type': types[asked.replace(/^.*\./, '')] ?? '' })
    if (asked === path || path === '*') {
      headers.delete(name)
      if (value !== null) headers.set(name, value)
    }
    return headers
  })

test('a server that sends what docs/hosting.md says has no faults, nor has a folder', () => {
  expect(faults('', '', null)).toEqual([])
  expect(headerFaults(paths, () => undefined)).toEqual([])
})

const policy = headersOf('fy24/index.html')['Content-Security-Policy'] ?? ''

test.each([
  ['*', 'X-Content-Type-Options', null, ['missing header X-Content-Type-Options: on none of 4 files']],
  ['figures.csv', 'Referrer-Policy', null, ['missing header Referrer-Policy of figures.csv']],
  [
    'figures.csv',
    'Referrer-Policy',
    'no-referrer, unsafe-url',
    ['invalid header Referrer-Policy of figures.csv: "no-referrer, unsafe-url"'],
  ],
  ['figures.csv', 'Referrer-Policy', 'no-referrer, strict-origin-when-cross-origin', []],
  [
    'fy24/index.html',
    'Content-Security-Policy',
    policy.replace("; frame-ancestors 'none'", ", frame-ancestors 'none'"),
    [],
  ],
  ['fy24/sales/embed/index.html', 'Content-Security-Policy', policy.replace("; frame-ancestors 'none'", ''), []],
])('%s with %s: %s', (path, name, value, expected) => {
  expect(faults(path, name, value)).toEqual(expected)
})

test.each([
  ['fy24/index.html', 'Content-Security-Policy', policy.replace("; frame-ancestors 'none'", '')],
  ['fy24/index.html', 'Content-Security-Policy', policy.replace("'self'", '*')],
  ['fy24/sales/embed/index.html', 'Content-Security-Policy', policy],
  ['fy24/index.html', 'Cache-Control', 'max-age=31536000, immutable'],
  ['fy24/assets/main.js', 'Cache-Control', 'public, max-age=300'],
  ['fy24/assets/main.js', 'Content-Type', 'text/plain'],
])('%s with %s: %s is a fault', (path, name, value) => {
  expect(faults(path, name, value)).toEqual([`invalid header ${name} of ${path}: "${value}"`])
})
