import { didYouMean } from '../format/suggest.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../model/source-file.ts'
import { ruleIds } from './finding.ts'

/** An entry of `ties` that cannot be read. */
export function invalidTie(problem: string, place: Place): Diagnostic {
  return {
    code: 'invalid-tie',
    severity: 'error',
    message: `invalid tie: ${problem}`,
    hint: 'An entry of ties has total and parts, identity, roll-forward, shares-sum-to, comparison-set or flat-band.',
    place,
  }
}

export function unknownTieMetric(metric: string, known: Iterable<string>, place: Place): Diagnostic {
  return {
    code: 'unknown-tie-metric',
    severity: 'error',
    message: `unknown metric "${metric}" in ties`,
    hint: `${didYouMean(metric, known)}Metrics are defined in data/metrics.yaml under metrics.`,
    place,
  }
}

/** A waiver that cannot be read; `rule` is what it names as its rule. */
export function invalidWaiver(problem: string, place: Place, rule?: string): Diagnostic {
  return {
    code: 'invalid-waiver',
    severity: 'error',
    message: `invalid waiver: ${problem}`,
    hint: `${rule === undefined ? '' : didYouMean(rule, ruleIds)}A waiver has rule, place, reason, who and when (a date), for example {rule: F1, place: revenue.total@FY08, reason: …, who: …, when: 2009-05-15}.`,
    place,
  }
}

export function invalidPublished(problem: string, place: Place): Diagnostic {
  return {
    code: 'invalid-published',
    severity: 'error',
    message: `invalid figures of an earlier edition: ${problem}`,
    hint: 'The file is written by check --publish; take it back from version control.',
    place,
  }
}
