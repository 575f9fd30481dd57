import { newDeck } from '../../src/cli/new.ts'

/** One string in each place that no reader may see; figures that no slide prints are among them. */
export const canaries = {
  notes: 'canarynotes',
  'hidden slide': 'canaryhidden',
  'number on a hidden slide': '7391.46',
  'comment in a slide': 'canarycomment',
  'comment in data': 'canarydatacomment',
  'figure that no slide prints': '8264.53',
  'note of a figure that no slide prints': 'canaryfigurenote',
  'metric that no slide prints': 'canarymetric',
  'document that no slide names': 'canarydocument',
  'field that no layout prints': 'canaryfield',
} as const

const revenue = newDeck['slides/020-revenue.md'] ?? ''

/** A deck with each of them in its place. */
export const canaryDeck: Readonly<Record<string, string>> = {
  ...newDeck,
  'data/deck.yaml': `${newDeck['data/deck.yaml']}  secret-field: ${canaries['field that no layout prints']}\n# ${canaries['comment in data']}\n`,
  'data/metrics.yaml': `${newDeck['data/metrics.yaml']}  secret.metric: {label: ${canaries['metric that no slide prints']}, unit: USD mn, kind: flow, polarity: more}\n`,
  'data/figures/secret.csv': `metric,unit,FY24,source,at,note\nsecret.metric,USD mn,${canaries['number on a hidden slide']},S02,page 1,${canaries['note of a figure that no slide prints']}\n`,
  'data/figures/unshown.csv': `metric,unit,FY22,source,at\nincome.operating,USD mn,${canaries['figure that no slide prints']},S02,page 1\n`,
  'data/sources.yaml': `${newDeck['data/sources.yaml']}S02: {title: ${canaries['document that no slide names']}, date: 2025-05-14}\n`,
  'slides/020-revenue.md': `${revenue.replace(/Note: .*/, `<!-- ${canaries['comment in a slide']} -->\n\nNote: ${canaries.notes}`)}`,
  'slides/035-hidden.md': `---\nlayout: points\nhidden: true\ntitle: ${canaries['hidden slide']}\n---\n- {{figure "secret.metric" "FY24"}}\n`,
}

/** A canary in each way in which a number may be written. */
export const spelled = (canary: string): readonly string[] => [
  canary,
  canary.replace('.', ''),
  canary.replace(/^(\d)(\d{3})/, '$1,$2'),
]
