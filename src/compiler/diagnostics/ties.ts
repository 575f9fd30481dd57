import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error } from './error.ts'

/** Findings in what the tie-out is to demand: ties, waivers and the figures of earlier editions. */
export const invalidTie = (problem: string, hint: string, place: Place): Diagnostic =>
  error('invalid-tie', `invalid tie: ${problem}`, hint, place)

export const unknownTieMetric = (metric: string, known: Iterable<string>, place: Place): Diagnostic => ({
  ...error(
    'unknown-tie-metric',
    `unknown metric "${metric}" in ties`,
    `${didYouMean(metric, known)}metrics are defined in data/metrics.yaml under "metrics".`,
    place,
  ),
  misses: [{ kind: 'metric', name: metric }],
})

export const invalidWaiver = (rule: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'invalid-waiver',
    `invalid waiver: no rule is called "${rule}"`,
    `${didYouMean(rule, known)}rules are ${known.join(', ')}.`,
    place,
  )

export const invalidPublished = (problem: string, place: Place): Diagnostic =>
  error(
    'invalid-published',
    `invalid figure of an earlier edition: ${problem}`,
    'the file is written by "check --publish"; take it back from version control.',
    place,
  )
