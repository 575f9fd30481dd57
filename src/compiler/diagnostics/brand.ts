import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { warning } from './create.ts'

/** A colour that cannot be read on its ground. */
export const lowContrast = (about: {
  readonly color: string
  readonly ground: string
  readonly given: number
  readonly least: number
  readonly place: Place
}): Diagnostic =>
  warning(
    'low-contrast',
    `invalid contrast of ${about.color} on ${about.ground}: ${about.given.toFixed(1)} : 1, at least ${about.least} : 1 is needed`,
    'take a darker colour on a light ground, or a lighter one on a dark ground.',
    about.place,
  )
